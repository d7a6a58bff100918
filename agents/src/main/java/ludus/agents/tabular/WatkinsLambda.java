package ludus.agents.tabular;

/**
 * Watkins's Q(λ) (Watkins 1989; Sutton and Barto 2018, section 12.10): Q-learning whose surprises
 * reach back along the way, as far as it was the greedy one. λ = 0 is Q-learning.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>δ = R + γ maxₐ Q(S′, a) − Q(S, A)
 *   <li>E(s, a) ← γ λ E(s, a) for all, then E(S, A) ← 1
 *   <li>Q(s, a) ← Q(s, a) + α δ E(s, a) for all
 *   <li>If the next action A′ is not greedy, what follows it says nothing about the greedy way: E ←
 *       0.
 * </ol>
 */
public final class WatkinsLambda extends TabularAgent {
  private final double alpha;
  private final double lambda;
  private final Traces traces;

  /**
   * @throws IllegalArgumentException if the step size is not constant
   */
  public WatkinsLambda(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
    alpha = options.constantRate("watkins-lambda");
    lambda = options.lambda();
    traces = new Traces(states * actions);
  }

  @Override
  public int begin(int state) {
    traces.clear();
    return super.begin(state);
  }

  @Override
  public int step(double reward, int next) {
    learn(reward + gamma * q.max(next));
    go(next);
    if (q.get(s, a) < q.max(s)) {
      traces.clear();
    }
    return a;
  }

  @Override
  public void terminate(double reward) {
    learn(reward);
  }

  @Override
  public void truncate(double reward, int next) {
    learn(reward + gamma * q.max(next));
  }

  @Override
  void learn(double target) {
    error = target - q.get(s, a);
    traces.fade(gamma * lambda);
    traces.replace(q.index(s, a));
    traces.spread(alpha * error, q.values());
  }

  @Override
  public void keep(Archive archive) {
    super.keep(archive);
    traces.keep(archive);
  }
}
