package ludus.headless.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ludus.headless.picture.Curve.Clock;

/**
 * Ticks of wall-clock time along an axis of env steps: round times, each at the step that the run
 * had reached by then.
 *
 * @param steps env steps, between two known times linear
 * @param label the time with its unit
 */
record TimeTicks(double steps, String label) {
  private static final double[] SPACINGS = {
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600,
    43_200, 86_400, 172_800, 432_000, 864_000
  };

  /**
   * The ticks up to the last known time.
   *
   * @param clock in the order of the steps; points that go back in time are skipped
   * @param most how many ticks there may be, besides the one at zero
   */
  static List<TimeTicks> along(List<Clock> clock, int most) {
    List<Clock> known = new ArrayList<>();
    known.add(new Clock(0, 0));
    for (Clock point : clock) {
      Clock last = known.get(known.size() - 1);
      if (point.seconds() > last.seconds() && point.steps() >= last.steps()) {
        known.add(point);
      }
    }
    double end = known.get(known.size() - 1).seconds();
    List<TimeTicks> ticks = new ArrayList<>();
    if (known.size() == 1 || !(end < 1e9)) {
      return ticks;
    }
    int s = 0;
    while (s < SPACINGS.length - 1 && end / SPACINGS[s] > most) {
      s++;
    }
    double spacing = Math.max(SPACINGS[s], end / most);
    int segment = 1;
    for (int i = 0; i * spacing <= end; i++) {
      double time = i * spacing;
      while (known.get(segment).seconds() < time) {
        segment++;
      }
      Clock a = known.get(segment - 1);
      Clock b = known.get(segment);
      double share = (time - a.seconds()) / (b.seconds() - a.seconds());
      double steps = a.steps() + share * (b.steps() - a.steps());
      ticks.add(new TimeTicks(steps, label(time, spacing, end)));
    }
    return ticks;
  }

  private static String label(double time, double spacing, double end) {
    if (time == 0) {
      return "0";
    }
    if (end <= 120) {
      return String.format(Locale.ROOT, spacing < 1 ? "%.1f s" : "%.0f s", time);
    }
    long seconds = Math.round(time);
    if (end <= 7200) {
      return spacing % 60 == 0
          ? seconds / 60 + " min"
          : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }
    return spacing % 3600 == 0
        ? seconds / 3600 + " h"
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
