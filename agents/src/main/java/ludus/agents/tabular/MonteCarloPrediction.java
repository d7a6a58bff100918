package ludus.agents.tabular;

/**
 * Monte Carlo prediction (Sutton and Barto 2018, section 5.1): a state is worth what episodes
 * earned after it.
 *
 * <ol>
 *   <li>After each episode, go through it backwards: G ← R + γ G
 *   <li>V(S) ← V(S) + α [G − V(S)] at the state's first visit in the episode, or at every visit;
 *       with α = 1/n the mean of all such returns.
 * </ol>
 */
public final class MonteCarloPrediction implements Predictor {
  private final double[] v;
  private final StepSize alpha;
  private final double gamma;
  private final boolean firstVisit;
  private final Steps episode = new Steps();
  private final int[] first;
  private int s;

  /**
   * @param initial the first values; copied
   * @param alpha constant step size, or 0 for 1/n
   * @param gamma discount a step
   * @param firstVisit whether later visits of an episode count for nothing
   */
  public MonteCarloPrediction(double[] initial, double alpha, double gamma, boolean firstVisit) {
    v = initial.clone();
    this.alpha = new StepSize(alpha, v.length);
    this.gamma = gamma;
    this.firstVisit = firstVisit;
    first = new int[v.length];
  }

  @Override
  public void begin(int state) {
    episode.clear();
    s = state;
  }

  @Override
  public void step(double reward, int next) {
    episode.add(s, 0, reward);
    s = next;
  }

  @Override
  public void terminate(double reward) {
    episode.add(s, 0, reward);
    double[] before = v.clone();
    for (int t = episode.size() - 1; t >= 0; t--) {
      first[episode.state(t)] = t;
    }
    double g = 0;
    for (int t = episode.size() - 1; t >= 0; t--) {
      g = episode.reward(t) + gamma * g;
      int state = episode.state(t);
      if (!firstVisit || first[state] == t) {
        // A constant α weighs against the value before the episode, so that the order of visits
        // within it does not matter; a mean is one anyway.
        double from = alpha.constant() ? before[state] : v[state];
        v[state] += alpha.next(state) * (g - from);
      }
    }
  }

  @Override
  public double[] v() {
    return v;
  }
}
