package ludus.desktop.screen;

/** The episodes that ended since the window was opened. */
final class Sitting {
  private static final int KEPT = 40;

  private final float[] last = new float[KEPT];
  private int episodes;
  private double sum;
  private double best = Double.NEGATIVE_INFINITY;

  /** An episode has ended with this return. */
  void add(double episodeReturn) {
    if (episodes >= KEPT) {
      System.arraycopy(last, 1, last, 0, KEPT - 1);
    }
    last[Math.min(episodes, KEPT - 1)] = (float) episodeReturn;
    episodes++;
    sum += episodeReturn;
    best = Math.max(best, episodeReturn);
  }

  /** The last episode went back before its end, and has not happened. */
  void forget() {
    if (episodes > 0 && episodes <= KEPT) {
      episodes--;
      sum -= last[episodes];
      best = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < episodes; i++) {
        best = Math.max(best, last[i]);
      }
    }
  }

  int episodes() {
    return episodes;
  }

  /** The last returns, oldest first; {@link #kept} of them. Not a copy. */
  float[] last() {
    return last;
  }

  /** How many returns are kept. */
  int kept() {
    return Math.min(episodes, KEPT);
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
