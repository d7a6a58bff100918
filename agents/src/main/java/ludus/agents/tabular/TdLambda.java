package ludus.agents.tabular;

import java.util.Arrays;

/**
 * TD(λ) with accumulating traces (Sutton 1988; Sutton and Barto 2018, section 12.2): each surprise
 * is shared by all states that led to it, the fresher ones more.
 *
 * <p>δ = R + γ V(S′) − V(S); E(s) ← γ λ E(s) for all, then E(S) ← E(S) + 1; V(s) ← V(s) + α δ E(s)
 *
 * <p>Online, values move at every step; offline, they move by the same sums at the end of each
 * episode. λ = 0 online is TD(0); λ = 1 offline is every-visit Monte Carlo, to the digit.
 */
public final class TdLambda implements Predictor {
  private final double[] v;
  private final double[] traces;
  private final double[] pending;
  private final double alpha;
  private final double gamma;
  private final double lambda;
  private final boolean offline;
  private int s;

  /**
   * @param initial the first values; copied
   * @param alpha constant step size
   * @param gamma discount a step
   * @param lambda λ, from 0 to 1
   * @param offline whether values move only at the end of an episode
   */
  public TdLambda(double[] initial, double alpha, double gamma, double lambda, boolean offline) {
    v = initial.clone();
    traces = new double[v.length];
    pending = new double[v.length];
    this.alpha = alpha;
    this.gamma = gamma;
    this.lambda = lambda;
    this.offline = offline;
  }

  @Override
  public void begin(int state) {
    Arrays.fill(traces, 0);
    s = state;
  }

  @Override
  public void step(double reward, int next) {
    learn(reward + gamma * v[next] - v[s]);
    s = next;
  }

  @Override
  public void terminate(double reward) {
    learn(reward - v[s]);
    for (int i = 0; i < v.length; i++) {
      v[i] += pending[i];
      pending[i] = 0;
    }
  }

  private void learn(double delta) {
    double[] moved = offline ? pending : v;
    for (int i = 0; i < v.length; i++) {
      traces[i] *= gamma * lambda;
    }
    traces[s] += 1;
    for (int i = 0; i < v.length; i++) {
      moved[i] += alpha * delta * traces[i];
    }
  }

  @Override
  public double[] v() {
    return v;
  }
}
