package ludus.games.tabular;

import java.util.Arrays;
import ludus.core.mdp.FiniteMdp;

/** The best action in each state of a small world, by value iteration: the worlds' expert. */
final class OptimalPolicy {
  private static final double PRECISION = 1e-10;

  private OptimalPolicy() {}

  /**
   * @param gamma discount; 1 is for worlds in which every way that does not end costs something
   * @return by state, the first of the best actions
   */
  static int[] of(FiniteMdp mdp, double gamma) {
    double[] v = new double[mdp.states()];
    double change = Double.MAX_VALUE;
    while (change > PRECISION) {
      change = 0;
      for (int s = 0; s < v.length; s++) {
        double old = v[s];
        v[s] = mdp.terminal(s) ? 0 : mdp.backup(s, best(mdp, gamma, v, s), gamma, v);
        change = Math.max(change, Math.abs(v[s] - old));
      }
    }
    int[] actions = new int[v.length];
    Arrays.setAll(actions, s -> best(mdp, gamma, v, s));
    return actions;
  }

  private static int best(FiniteMdp mdp, double gamma, double[] v, int state) {
    int best = 0;
    for (int a = 1; a < mdp.actions(); a++) {
      if (mdp.backup(state, a, gamma, v) > mdp.backup(state, best, gamma, v) + PRECISION) {
        best = a;
      }
    }
    return best;
  }
}
