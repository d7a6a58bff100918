package ludus.desktop.hud;

import ludus.desktop.hud.Brush.Align;
import ludus.headless.play.Marks;

/** Mean returns of several players as bars on one scale, from the least of them to the greatest. */
public final class MarkBars {
  private static final float ROW = 34;

  /** How high all rows are. */
  public static final float HEIGHT = 3 * ROW;

  private static final float NAME = 128;
  private static final float VALUE = 84;
  private static final float THICK = 12;

  private final Brush brush;
  private final float x;
  private final float width;
  private final Line line = new Line();
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  public MarkBars(Brush brush, float x, float width) {
    this.brush = brush;
    this.x = x;
    this.width = width;
  }

  /** Draws what chance, the shipped policy and the expert get. */
  public void draw(float y, Marks marks) {
    double policy = marks.policy("mean");
    scale(marks.chance(), policy, marks.expert());
    row(y, "chance", marks.chance(), Double.NaN, Ink.MUTED);
    row(y + ROW, "trained policy", policy, marks.policy("ci95"), Ink.AGENT);
    row(y + 2 * ROW, "scripted expert", marks.expert(), Double.NaN, Ink.GOOD);
  }

  /** A scale that holds all of these values; those that are NaN have no say. */
  private void scale(double... values) {
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }

  /**
   * One row.
   *
   * @param spread half the width of a mark about the bar's end, or NaN for none
   */
  private void row(float y, CharSequence name, double value, double spread, float color) {
    float base = y + 22;
    brush.text(Face.BODY, name, x, base, Double.isNaN(value) ? Ink.MUTED : Ink.SOFT);
    float from = x + NAME;
    float room = width - NAME - VALUE;
    float top = y + (ROW - THICK) / 2;
    brush.rounded(from, top, room, THICK, THICK / 2, Ink.TRACK);
    if (!Double.isNaN(value)) {
      float end = from + Math.max(THICK, room * share(value));
      brush.rounded(from, top, end - from, THICK, THICK / 2, color);
      if (spread > 0) {
        float left = Math.max(from, from + room * share(value - spread));
        float right = Math.min(from + room, from + room * share(value + spread));
        brush.rectangle(left, top + THICK / 2 - 1, right - left, 2, Ink.TEXT);
      }
    }
    line.clear().addReturn(value);
    brush.text(Face.STRONG, line, x + width, base, Ink.TEXT, Align.RIGHT);
  }

  private float share(double value) {
    return high > low ? (float) ((value - low) / (high - low)) : 1;
  }
}
