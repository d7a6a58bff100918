package ludus.headless.picture;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import ludus.headless.picture.Curve.Clock;
import ludus.headless.picture.Curve.Evaluation;
import ludus.headless.picture.Curve.Level;
import ludus.headless.picture.Curve.Point;

/** Which part of the numbers a learning curve shows. */
final class CurveRange {
  /** Of many episodes this share at either end may lie outside: one crash must not flatten all. */
  private static final double OUTLIERS = 0.005;

  private CurveRange() {}

  /** The axis of values: all means and levels, nearly all episodes, zero if it is not far. */
  static Axis values(Curve curve, int window) {
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    for (Level level : curve.levels) {
      range.accept(level.value());
    }
    for (Evaluation e : curve.evaluations) {
      range.accept(e.mean());
      if (Curve.known(e.low()) && Curve.known(e.high())) {
        range.accept(e.low());
        range.accept(e.high());
      }
    }
    if (!curve.episodes.isEmpty()) {
      double[] values = curve.episodes.stream().mapToDouble(Point::value).sorted().toArray();
      int outside = (int) (OUTLIERS * values.length);
      range.accept(values[outside]);
      range.accept(values[values.length - 1 - outside]);
      for (Point mean : Means.of(curve.episodes, window, 2000)) {
        range.accept(mean.value());
      }
    }
    if (range.getCount() == 0) {
      return Axis.between(0, 1, 6);
    }
    double low = range.getMin();
    double high = range.getMax();
    if (low > 0 && low < high / 2) {
      low = 0;
    } else if (high < 0 && high > low / 2) {
      high = 0;
    }
    double margin = 0.04 * (high - low);
    return Axis.between(low - margin, high + margin, 7);
  }

  /** The last step that anything is known of. */
  static long lastStep(Curve curve) {
    long[] last = {0};
    curve.episodes.forEach(p -> last[0] = Math.max(last[0], p.steps()));
    curve.evaluations.forEach(p -> last[0] = Math.max(last[0], p.steps()));
    for (Clock point : curve.clock) {
      last[0] = Math.max(last[0], point.steps());
    }
    return Arrays.stream(last).max().getAsLong();
  }
}
