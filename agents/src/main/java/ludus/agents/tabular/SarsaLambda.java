package ludus.agents.tabular;

/**
 * Sarsa(λ) with replacing traces (Rummery and Niranjan 1994; Singh and Sutton 1996; Sutton and
 * Barto 2018, section 12.7): each surprise is shared by all actions that led to it, the fresher
 * ones more. λ = 0 is SARSA.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>δ = R + γ Q(S′, A′) − Q(S, A)
 *   <li>E(s, a) ← γ λ E(s, a) for all, then E(S, A) ← 1
 *   <li>Q(s, a) ← Q(s, a) + α δ E(s, a) for all
 * </ol>
 */
public final class SarsaLambda extends TabularAgent {
  private final double alpha;
  private final double lambda;
  private final Traces traces;

  /**
   * @throws IllegalArgumentException if the step size is not constant
   */
  public SarsaLambda(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
    alpha = options.constantRate("sarsa-lambda");
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
    int chosen = behaviour.choose(next);
    learn(reward + gamma * q.get(next, chosen));
    s = next;
    a = chosen;
    return a;
  }

  @Override
  public void terminate(double reward) {
    learn(reward);
  }

  @Override
  public void truncate(double reward, int next) {
    learn(reward + gamma * behaviour.expected(next));
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
