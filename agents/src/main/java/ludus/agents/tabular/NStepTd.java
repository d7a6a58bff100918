package ludus.agents.tabular;

/**
 * n-step TD (Sutton and Barto 2018, section 7.1): a guess learns from n rewards and the guess after
 * them. n = 1 is TD(0); an n longer than every episode is every-visit Monte Carlo with constant α.
 *
 * <p>V(S) ← V(S) + α [R₁ + γ R₂ + … + γⁿ⁻¹ Rₙ + γⁿ V(Sₙ) − V(S)]
 */
public final class NStepTd implements Predictor {
  private final double[] v;
  private final int n;
  private final double alpha;
  private final double gamma;
  private final Steps waiting = new Steps();
  private int s;

  /**
   * @param initial the first values; copied
   * @param n rewards that a guess waits for, at least 1
   * @param alpha constant step size
   * @param gamma discount a step
   */
  public NStepTd(double[] initial, int n, double alpha, double gamma) {
    if (n < 1) {
      throw new IllegalArgumentException("n-step TD waits for at least 1 reward, not " + n);
    }
    v = initial.clone();
    this.n = n;
    this.alpha = alpha;
    this.gamma = gamma;
  }

  @Override
  public void begin(int state) {
    waiting.clear();
    s = state;
  }

  @Override
  public void step(double reward, int next) {
    waiting.add(s, 0, reward);
    s = next;
    if (waiting.size() == n) {
      learn(v[s]);
    }
  }

  @Override
  public void terminate(double reward) {
    waiting.add(s, 0, reward);
    while (waiting.size() > 0) {
      learn(0);
    }
  }

  private void learn(double tail) {
    int state = waiting.state(0);
    v[state] += alpha * (waiting.discounted(gamma, tail) - v[state]);
    waiting.removeFirst();
  }

  @Override
  public double[] v() {
    return v;
  }
}
