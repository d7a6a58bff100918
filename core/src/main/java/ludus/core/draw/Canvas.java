package ludus.core.draw;

/**
 * The few shapes that a game may draw, in a world of {@value #SIZE} × {@value #SIZE} units: x grows
 * to the right, y grows downwards, and the square from (column, row) to (column + 1, row + 1) is
 * one pixel of an agent's frame. Shapes cover what was drawn before them; parts outside of the
 * world are cut off.
 *
 * <p>A canvas does not know who looks: the same calls make an agent's frame ({@link PixelCanvas}),
 * a recorded drawing ({@link DrawList}) and the window's picture.
 */
public interface Canvas {
  /** Width and height of the world, in units, and of an agent's frame, in pixels. */
  int SIZE = 84;

  /** Paints the whole world. */
  void clear(Shade shade);

  /** Paints an axis-aligned rectangle with its upper left corner at (x, y). */
  void rectangle(float x, float y, float width, float height, Shade shade);

  /** Paints a disc. */
  void circle(float x, float y, float radius, Shade shade);

  /** Paints a convex quadrilateral; its corners go round in either direction. */
  void quad(
      float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4, Shade shade);

  /** Paints a straight line of the given width with flat ends. */
  default void segment(float x1, float y1, float x2, float y2, float width, Shade shade) {
    float dx = x2 - x1;
    float dy = y2 - y1;
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    if (length == 0) {
      return;
    }
    float nx = -dy / length * width / 2;
    float ny = dx / length * width / 2;
    quad(x1 + nx, y1 + ny, x2 + nx, y2 + ny, x2 - nx, y2 - ny, x1 - nx, y1 - ny, shade);
  }
}
