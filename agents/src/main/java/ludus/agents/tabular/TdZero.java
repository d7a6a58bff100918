package ludus.agents.tabular;

/**
 * TD(0) (Sutton 1988; Sutton and Barto 2018, section 6.1): a guess learns from the next guess.
 *
 * <p>V(S) ← V(S) + α [R + γ V(S′) − V(S)]
 */
public final class TdZero implements Predictor {
  private final double[] v;
  private final double alpha;
  private final double gamma;
  private int s;

  /**
   * @param initial the first values; copied
   * @param alpha constant step size
   * @param gamma discount a step
   */
  public TdZero(double[] initial, double alpha, double gamma) {
    v = initial.clone();
    this.alpha = alpha;
    this.gamma = gamma;
  }

  @Override
  public void begin(int state) {
    s = state;
  }

  @Override
  public void step(double reward, int next) {
    v[s] += alpha * (reward + gamma * v[next] - v[s]);
    s = next;
  }

  @Override
  public void terminate(double reward) {
    v[s] += alpha * (reward - v[s]);
  }

  @Override
  public double[] v() {
    return v;
  }
}
