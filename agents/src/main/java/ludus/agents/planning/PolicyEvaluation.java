package ludus.agents.planning;

import java.util.Arrays;
import ludus.core.mdp.FiniteMdp;

/**
 * What states are worth under a behaviour π, exactly: v(s) = Σₐ π(a|s) Σ p (r + γ v(s′)), a system
 * of linear equations (Sutton and Barto 2018, section 4.1), solved by elimination.
 */
public final class PolicyEvaluation {
  private PolicyEvaluation() {}

  /**
   * @param policy π(a|s), a row a state
   * @return v(s)
   * @throws IllegalArgumentException if, with γ = 1, the behaviour never comes to an end from some
   *     state, so that there is no such number
   */
  public static double[] of(FiniteMdp mdp, double gamma, double[][] policy) {
    int n = mdp.states();
    double[][] m = new double[n][n + 1]; // (I − γ P) | r
    for (int s = 0; s < n; s++) {
      m[s][s] = 1;
      for (int a = 0; a < mdp.actions(); a++) {
        for (int k = 0; k < mdp.outcomes(s, a); k++) {
          double p = policy[s][a] * mdp.probability(s, a, k);
          m[s][n] += p * mdp.reward(s, a, k);
          if (!mdp.terminal(mdp.next(s, a, k))) {
            m[s][mdp.next(s, a, k)] -= gamma * p;
          }
        }
      }
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
      }
      double[] top = m[pivot];
      m[pivot] = m[column];
      m[column] = top;
      if (Math.abs(top[column]) < 1e-12) {
        throw new IllegalArgumentException(
            "this behaviour never comes to an end in %s: its values have no bound without a discount"
                .formatted(mdp.name()));
      }
      for (int row = 0; row < n; row++) {
        double factor = row == column ? 0 : m[row][column] / top[column];
        for (int i = column; factor != 0 && i <= n; i++) {
          m[row][i] -= factor * top[i];
        }
      }
    }
    double[] v = new double[n];
    for (int s = 0; s < n; s++) {
      v[s] = m[s][n] / m[s][s];
    }
    return v;
  }

  /** π(a|s) = 1/|A|: what chance does. */
  public static double[][] chance(FiniteMdp mdp) {
    double[][] policy = new double[mdp.states()][mdp.actions()];
    for (double[] row : policy) {
      Arrays.fill(row, 1.0 / mdp.actions());
    }
    return policy;
  }
}
