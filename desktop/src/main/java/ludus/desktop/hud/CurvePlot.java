package ludus.desktop.hud;

import ludus.desktop.hud.Brush.Align;

/**
 * A learning curve that grows: the returns of training as a thin line, the evaluations as a strong
 * one with dots, and the returns of known players as lines across.
 */
public final class CurvePlot {
  private static final float LEFT = 56;
  private static final float FOOT = 24;
  private static final int MOST_POINTS = 400;

  private final Line line = new Line();
  private float x;
  private float y;
  private float width;
  private float height;
  private float low;
  private float high;
  private float end;

  /**
   * Sets where it is drawn and what it spans.
   *
   * @param end the steps at the right edge
   */
  public void frame(
      Brush brush, float x, float y, float width, float height, float low, float high, float end) {
    float room = Math.max(1e-3f, (high - low) * 0.06f);
    this.x = x + LEFT;
    this.y = y;
    this.width = width - LEFT;
    this.height = height - FOOT;
    this.low = low - room;
    this.high = high + room;
    this.end = Math.max(1, end);
    float step = round(high - low);
    int digits = step < 0.1f ? 2 : step < 1 ? 1 : 0;
    for (double value = Math.ceil(this.low / step) * step; value <= this.high; value += step) {
      float at = py((float) value);
      brush.rectangle(this.x, at, this.width, 1, Ink.TRACK);
      line.clear().add(value, digits);
      brush.text(Face.SMALL, line, this.x - 8, at + 4.5f, Ink.MUTED, Align.RIGHT);
    }
    float base = y + height - 2;
    brush.text(Face.SMALL, "0", this.x, base, Ink.MUTED);
    steps(line.clear(), end).add(" steps");
    brush.text(Face.SMALL, line, this.x + this.width, base, Ink.MUTED, Align.RIGHT);
  }

  /** A round number that goes about four times into this span: 1, 2 or 5 times a power of ten. */
  private static float round(float span) {
    float rough = Math.max(0.04f, span / 4);
    float power = (float) Math.pow(10, Math.floor(Math.log10(rough)));
    float times = rough / power;
    return power * (times < 1.5f ? 1 : times < 3.5f ? 2 : times < 7.5f ? 5 : 10);
  }

  /** A number of steps in few letters. */
  public static Line steps(Line line, double steps) {
    if (steps >= 1e6) {
      return line.add(steps / 1e6, 2).add(" M");
    }
    return steps >= 1e4 ? line.add(steps / 1e3, 0).add(" k") : line.add((long) steps);
  }

  private float px(float steps) {
    return x + steps / end * width;
  }

  private float py(float value) {
    return y + height - (value - low) / (high - low) * height;
  }

  /**
   * A line across, where it lies within what is spanned.
   *
   * @param name that stands at its end, on the side away from a curve that ends here:
   * @param end the value
   */
  public void level(Brush brush, CharSequence name, float value, float end, float color) {
    if (value >= low && value <= high) {
      float at = py(value);
      for (float dash = x; dash < x + width; dash += 10) {
        brush.rectangle(dash, at, 5, 1, color);
      }
      brush.text(Face.SMALL, name, x + width, at + (end > value ? 15 : -5), color, Align.RIGHT);
    }
  }

  /** A line through points in order of their steps, with a dot at each where it is wanted. */
  public void line(
      Brush brush, float[] steps, float[] values, int count, float thick, float dot, float color) {
    int stride = Math.max(1, count / MOST_POINTS);
    for (int i = stride; i < count; i += stride) {
      brush.segment(
          px(steps[i - stride]), py(values[i - stride]), px(steps[i]), py(values[i]), thick, color);
    }
    for (int i = 0; i < count && dot > 0; i += stride) {
      brush.circle(px(steps[i]), py(values[i]), dot, color);
    }
  }
}
