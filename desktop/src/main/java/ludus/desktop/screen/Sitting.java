package ludus.desktop.screen;

/** The episodes that ended since the window was opened. */
final class Sitting {
  private int episodes;
  private double sum;
  private double best = Double.NEGATIVE_INFINITY;

  /** An episode has ended with this return. */
  void add(double episodeReturn) {
    episodes++;
    sum += episodeReturn;
    best = Math.max(best, episodeReturn);
  }

  int episodes() {
    return episodes;
  }

  /** Mean return, or NaN before the first end. */
  double mean() {
    return episodes == 0 ? Double.NaN : sum / episodes;
  }

  /** Highest return, or NaN before the first end. */
  double best() {
    return episodes == 0 ? Double.NaN : best;
  }
}
