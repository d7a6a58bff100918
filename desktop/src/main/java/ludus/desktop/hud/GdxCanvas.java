package ludus.desktop.hud;

import ludus.core.draw.Canvas;
import ludus.core.draw.Shade;

/**
 * Draws a game's picture into the window: the very calls that make an agent's frame, at the
 * window's resolution. One picture lies between {@link #begin} and {@link #end}.
 */
public final class GdxCanvas implements Canvas {
  private final Brush brush;
  private final boolean grey;
  private float left;
  private float top;
  private float unit;

  /** A canvas in colour. */
  public GdxCanvas(Brush brush) {
    this(brush, false);
  }

  /**
   * @param grey whether shapes are painted in the greys that agents see
   */
  GdxCanvas(Brush brush, boolean grey) {
    this.brush = brush;
    this.grey = grey;
  }

  /** Begins a picture in this square of the page; nothing will be painted outside of it. */
  public void begin(float x, float y, float size) {
    beginPixels(
        Math.round(brush.pixelX(x)), Math.round(brush.pixelY(y)), Math.round(size * brush.scale()));
  }

  /** The same for a square of the window's pixels. */
  void beginPixels(int left, int top, int side) {
    this.left = left;
    this.top = top;
    unit = (float) side / SIZE;
    brush.clip(left, top, side, side);
  }

  /** Ends the picture. */
  public void end() {
    brush.unclip();
  }

  @Override
  public void clear(Shade shade) {
    brush.clear(color(shade));
  }

  @Override
  public void rectangle(float x, float y, float width, float height, Shade shade) {
    quad(x, y, x + width, y, x + width, y + height, x, y + height, shade);
  }

  @Override
  public void circle(float x, float y, float radius, Shade shade) {
    brush.disc(left + x * unit, top + y * unit, radius * unit, color(shade));
  }

  @Override
  public void quad(
      float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4, Shade shade) {
    Outline outline = brush.outline();
    corner(outline, x1, y1);
    corner(outline, x2, y2);
    corner(outline, x3, y3);
    corner(outline, x4, y4);
    outline.fill(color(shade));
  }

  private void corner(Outline outline, float x, float y) {
    outline.corner(left + x * unit, top + y * unit);
  }

  private float color(Shade shade) {
    return grey ? Ink.of(shade.grey() * 0x010101) : Ink.of(shade);
  }
}
