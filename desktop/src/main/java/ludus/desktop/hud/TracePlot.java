package ludus.desktop.hud;

/**
 * A running trace: a line of numbers, the newest at the right edge, and below it a row of ticks for
 * what happened beside, upwards for good and downwards for bad.
 */
public final class TracePlot {
  private static final float EVENTS = 22;
  private static final int MOST_POINTS = 200;

  /** Where the numbers come from. */
  public interface Source {
    /** The number at this place, or NaN for none. */
    float at(int index);
  }

  private float low = Float.NaN;
  private float high;

  /**
   * Draws it.
   *
   * @param width room for {@code capacity} places
   * @param count how many places are known
   * @param values the line
   * @param events the ticks; 0 is none
   */
  public void draw(
      Brush brush,
      float x,
      float y,
      float width,
      float height,
      int capacity,
      int count,
      Source values,
      Source events) {
    float floor = y + height - EVENTS;
    brush.rectangle(x, floor + EVENTS / 2, width, 1, Ink.LINE);
    int step = Math.max(1, capacity / MOST_POINTS);
    range(count, values);
    float unit = width / capacity;
    float lastX = Float.NaN;
    float lastY = 0;
    for (int i = count - 1; i >= 0; i -= step) {
      float value = values.at(i);
      if (!Float.isNaN(value)) {
        float px = x + width - (count - 1 - i) * unit;
        float py = floor - 4 - (value - low) / (high - low) * (floor - 8 - y);
        if (!Float.isNaN(lastX)) {
          brush.segment(px, py, lastX, lastY, 1.6f, Ink.AGENT);
        }
        lastX = px;
        lastY = py;
      }
    }
    events(brush, x + width, floor + EVENTS / 2, unit, count, events);
  }

  private void events(Brush brush, float right, float axis, float unit, int count, Source events) {
    float largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Math.abs(events.at(i)));
    }
    float run = 0; // what falls together into one column
    float drawn = Float.NaN;
    for (int i = count - 1; i >= 0 && largest > 0; i--) {
      run = Math.abs(events.at(i)) > Math.abs(run) ? events.at(i) : run;
      float px = (float) Math.floor(right - (count - 1 - i) * unit);
      if (run != 0 && (Float.isNaN(drawn) || drawn - px >= 2)) {
        float tall = Math.max(2, Math.abs(run) / largest * (EVENTS / 2 - 1));
        float top = run > 0 ? axis - tall : axis + 1;
        brush.rectangle(px - 1, top, 1.5f, tall, run > 0 ? Ink.GOOD : Ink.ALERT);
        drawn = px;
        run = 0;
      }
    }
  }

  /** Follows the numbers: at once where they leave the range, slowly where they need less of it. */
  private void range(int count, Source values) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      float value = values.at(i);
      if (!Float.isNaN(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least > most) {
      return;
    }
    float room = Math.max(1e-3f, (most - least) * 0.08f);
    least -= room;
    most += room;
    boolean first = Float.isNaN(low);
    low = first || least < low ? least : low + (least - low) * 0.02f;
    high = first || most > high ? most : high + (most - high) * 0.02f;
  }
}
