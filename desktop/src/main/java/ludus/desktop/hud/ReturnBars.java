package ludus.desktop.hud;

/** The returns of the last episodes, one thin bar each, the newest on the right and in colour. */
public final class ReturnBars {
  private static final float BAR = 8;
  private static final float GAP = 5;

  private ReturnBars() {}

  /**
   * Draws as many bars as there is room for, from the lowest return (or 0, if that is lower) to the
   * highest.
   *
   * @param returns of the last episodes, oldest first
   * @param count how many of them there are
   */
  public static void draw(
      Brush brush,
      float x,
      float y,
      float width,
      float height,
      float[] returns,
      int count,
      float color) {
    brush.rectangle(x, y + height, width, 1, Ink.LINE);
    int shown = Math.min(count, (int) ((width + GAP) / (BAR + GAP)));
    float low = 0;
    float high = 0;
    for (int i = count - shown; i < count; i++) {
      low = Math.min(low, returns[i]);
      high = Math.max(high, returns[i]);
    }
    for (int k = 0; k < shown; k++) {
      float share = high > low ? (returns[count - shown + k] - low) / (high - low) : 0;
      float tall = Math.max(2, height * share);
      float ink = k == shown - 1 ? color : Ink.MUTED;
      brush.rectangle(x + k * (BAR + GAP), y + height - tall, BAR, tall, ink);
    }
  }
}
