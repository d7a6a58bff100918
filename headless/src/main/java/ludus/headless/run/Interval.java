package ludus.headless.run;

/**
 * When something that costs time is due again: soon, but so that it takes no more than a hundredth
 * of all time.
 */
final class Interval {
  private static final double SHARE = 1 / 100.0;

  private final double least;
  private final double most;
  private double at;

  /**
   * @param now seconds on the run's clock
   * @param least seconds between two times at least, and before the first
   * @param most seconds between two times at most, whatever it costs
   */
  Interval(double now, double least, double most) {
    this.least = least;
    this.most = most;
    this.at = now + least;
  }

  boolean due(double now) {
    return now >= at;
  }

  /** It has been done, from one time on the run's clock to another. */
  void done(double from, double to) {
    at = to + Math.min(most, Math.max(least, (to - from) / SHARE));
  }
}
