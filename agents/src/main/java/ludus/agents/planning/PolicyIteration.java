package ludus.agents.planning;

import java.util.Arrays;
import ludus.core.mdp.FiniteMdp;

/**
 * Policy iteration (Howard 1960; Sutton and Barto 2018, section 4.3). Each round
 *
 * <ol>
 *   <li>evaluates the present behaviour, exactly ({@link PolicyEvaluation});
 *   <li>makes it greedy with respect to these values: π(s) ← argmaxₐ Σ p (r + γ v(s′)).
 * </ol>
 *
 * <p>It begins with chance, which reaches the end of an episodic world from everywhere, so that
 * values are finite without a discount, too; and no round makes them smaller.
 */
public final class PolicyIteration implements Planner {
  /** An action must be better by more than rounding errors to replace the present one. */
  private static final double BETTER = 1e-9;

  private final FiniteMdp mdp;
  private final double gamma;
  private final double[] v;
  private final double[][] policy;

  /**
   * @param gamma discount a step
   */
  public PolicyIteration(FiniteMdp mdp, double gamma) {
    this.mdp = mdp;
    this.gamma = Discount.check(mdp, gamma);
    v = new double[mdp.states()];
    policy = PolicyEvaluation.chance(mdp);
  }

  @Override
  public double sweep() {
    double[] found = PolicyEvaluation.of(mdp, gamma, policy);
    double change = 0;
    for (int s = 0; s < v.length; s++) {
      change = Math.max(change, Math.abs(found[s] - v[s]));
      v[s] = found[s];
    }
    double[][] q = q();
    for (int s = 0; s < v.length; s++) {
      double present = 0;
      int best = 0;
      for (int a = 0; a < mdp.actions(); a++) {
        present += policy[s][a] * q[s][a];
        best = q[s][a] > q[s][best] + BETTER ? a : best;
      }
      if (q[s][best] > present + BETTER) {
        Arrays.fill(policy[s], 0);
        policy[s][best] = 1;
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
