package ludus.games.tabular;

import ludus.core.mdp.FiniteMdp;

/** Values of small worlds by the Bellman equations, applied until they hold. */
final class Values {
  private Values() {}

  /** v(s) = maxₐ Σ p (r + γ v(s′)). */
  static double[] optimal(FiniteMdp mdp, double gamma) {
    double[] v = new double[mdp.states()];
    for (int sweep = 0; sweep < 2_000; sweep++) {
      for (int s = 0; s < v.length; s++) {
        double best = mdp.terminal(s) ? 0 : Double.NEGATIVE_INFINITY;
        for (int a = 0; a < mdp.actions() && !mdp.terminal(s); a++) {
          best = Math.max(best, mdp.backup(s, a, gamma, v));
        }
        v[s] = best;
      }
    }
    return v;
  }

  /** v(s) = meanₐ Σ p (r + γ v(s′)). */
  static double[] ofChance(FiniteMdp mdp, double gamma) {
    double[] v = new double[mdp.states()];
    for (int sweep = 0; sweep < 2_000; sweep++) {
      for (int s = 0; s < v.length; s++) {
        double sum = 0;
        for (int a = 0; a < mdp.actions(); a++) {
          sum += mdp.backup(s, a, gamma, v);
        }
        v[s] = sum / mdp.actions();
      }
    }
    return v;
  }
}
