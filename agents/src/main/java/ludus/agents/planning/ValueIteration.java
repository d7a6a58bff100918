package ludus.agents.planning;

import ludus.core.mdp.FiniteMdp;

/**
 * Value iteration (Bellman 1957; Sutton and Barto 2018, section 4.4): v(s) ← maxₐ Σ p(s′, r | s, a)
 * [r + γ v(s′)] for all states in turn, each round using what it has found already.
 */
public final class ValueIteration implements Planner {
  private final FiniteMdp mdp;
  private final double gamma;
  private final double[] v;

  /**
   * @param gamma discount a step; 1 only for worlds in which every way that does not end costs
   */
  public ValueIteration(FiniteMdp mdp, double gamma) {
    this.mdp = mdp;
    this.gamma = Discount.check(mdp, gamma);
    v = new double[mdp.states()];
  }

  @Override
  public double sweep() {
    double change = 0;
    for (int s = 0; s < v.length; s++) {
      if (!mdp.terminal(s)) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < mdp.actions(); a++) {
          best = Math.max(best, mdp.backup(s, a, gamma, v));
        }
        change = Math.max(change, Math.abs(best - v[s]));
        v[s] = best;
      }
    }
    return change;
  }

  @Override
  public double[] v() {
    return v;
  }

  @Override
  public double[][] q() {
    return mdp.backups(gamma, v);
  }
}
