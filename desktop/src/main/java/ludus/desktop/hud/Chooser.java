package ludus.desktop.hud;

/** A value between two arrows, which turn it backwards and forwards. */
public final class Chooser {
  private static final float ARROW = 9;
  private static final float GAP = 13;

  private Chooser() {}

  /**
   * Draws it; {@code y} is the line that the words stand on.
   *
   * @param turning whether the arrows are shown; else their room stays free
   * @return where it ends
   */
  public static float draw(Brush brush, float x, float y, CharSequence value, boolean turning) {
    float middle = y - 5;
    if (turning) {
      brush.triangle(x, middle, x + ARROW, middle - 6, x + ARROW, middle + 6, Ink.PERSON);
    }
    float pen = x + ARROW + GAP;
    pen += brush.text(Face.STRONG, value, pen, y, Ink.TEXT) + GAP;
    if (turning) {
      brush.triangle(pen + ARROW, middle, pen, middle - 6, pen, middle + 6, Ink.PERSON);
    }
    return pen + ARROW;
  }
}
