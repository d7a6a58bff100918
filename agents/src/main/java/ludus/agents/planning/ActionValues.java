package ludus.agents.planning;

import ludus.core.mdp.FiniteMdp;

/** q(s, a) = Σ p (r + γ v(s′)): what actions are worth if states are worth v. */
final class ActionValues {
  private ActionValues() {}

  static double[][] of(FiniteMdp mdp, double gamma, double[] v) {
    double[][] q = new double[mdp.states()][mdp.actions()];
    for (int s = 0; s < q.length; s++) {
      for (int a = 0; a < mdp.actions(); a++) {
        q[s][a] = mdp.backup(s, a, gamma, v); // no outcomes and so 0 where s is terminal
      }
    }
    return q;
  }
}
