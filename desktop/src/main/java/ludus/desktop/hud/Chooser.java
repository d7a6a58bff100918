package ludus.desktop.hud;

/** A value between two arrows, which turn it backwards and forwards. */
public final class Chooser {
  private static final float ARROW = 9;
  private static final float GAP = 13;

  private Chooser() {}

  /**
   * Draws it; {@code y} is the line that the words stand on.
   *
   * @param turning whether keys turn it now; else its arrows are dim
   * @return where it ends
   */
  public static float draw(Brush brush, float x, float y, CharSequence value, boolean turning) {
    float middle = y - 5;
    float color = turning ? Ink.PERSON : Ink.LINE;
    brush.triangle(x, middle, x + ARROW, middle - 6, x + ARROW, middle + 6, color);
    float pen = x + ARROW + GAP;
    pen += brush.text(Face.STRONG, value, pen, y, Ink.TEXT) + GAP;
    brush.triangle(pen + ARROW, middle, pen, middle - 6, pen, middle + 6, color);
    return pen + ARROW;
  }
}
