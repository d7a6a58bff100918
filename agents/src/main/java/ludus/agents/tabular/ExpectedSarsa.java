package ludus.agents.tabular;

/**
 * Expected SARSA (van Seijen et al. 2009; Sutton and Barto 2018, section 6.6): SARSA without the
 * luck of the next action, whose expectation under the behaviour π it takes.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>Q(S, A) ← Q(S, A) + α [R + γ Σₐ π(a|S′) Q(S′, a) − Q(S, A)]
 * </ol>
 */
public final class ExpectedSarsa extends TabularAgent {
  public ExpectedSarsa(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
  }

  @Override
  public int step(double reward, int next) {
    learn(reward + gamma * behaviour.expected(next));
    return go(next);
  }

  @Override
  public void terminate(double reward) {
    learn(reward);
  }

  @Override
  public void truncate(double reward, int next) {
    learn(reward + gamma * behaviour.expected(next));
  }
}
