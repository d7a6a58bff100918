package ludus.agents.explore;

/**
 * Optimism in the face of uncertainty: the action of the highest upper confidence bound, q(a) + c
 * √(ln t / n(a)), where action a was taken n(a) times out of t; whatever has not been tried comes
 * first (Auer, Cesa-Bianchi and Fischer 2002, with c = √2 for rewards from 0 to 1; Sutton and Barto
 * 2018, equation 2.10). It counts what it did, so it is for bandits and tables; chance plays no
 * part.
 *
 * @param c how much uncertainty is worth, in units of the values; 0 is greedy once all were tried
 */
public record Ucb1(double c) {
  /** The rule for rewards from 0 to 1, whose regret grows with ln t alone. */
  public static final Ucb1 STANDARD = new Ucb1(Math.sqrt(2));

  /**
   * @throws IllegalArgumentException if c is negative
   */
  public Ucb1 {
    if (!(c >= 0)) {
      throw new IllegalArgumentException("c of UCB1 must be at least 0, was " + c);
    }
  }

  /**
   * Chooses among {@code actions} actions, whose estimates and counts begin at {@code from}.
   *
   * @return the action, counted from 0; of equals the first
   */
  public int choose(double[] values, int[] counts, int from, int actions) {
    long tries = 0;
    for (int a = 0; a < actions; a++) {
      if (counts[from + a] == 0) {
        return a;
      }
      tries += counts[from + a];
    }
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int a = 0; a < actions; a++) {
      double bound = bound(values[from + a], counts[from + a], tries);
      if (bound > highest) {
        highest = bound;
        best = a;
      }
    }
    return best;
  }

  /** q + c √(ln t / n). */
  public double bound(double value, int count, long tries) {
    return value + c * Math.sqrt(StrictMath.log(tries) / count);
  }
}
