package ludus.agents.tabular;

/**
 * Q-learning (Watkins 1989; Sutton and Barto 2018, section 6.5): learns the values of the best
 * behaviour while behaving otherwise.
 *
 * <ol>
 *   <li>Behave ε-greedily.
 *   <li>Q(S, A) ← Q(S, A) + α [R + γ maxₐ Q(S′, a) − Q(S, A)]
 * </ol>
 */
public final class QLearning extends TabularAgent {
  public QLearning(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
  }

  @Override
  public int step(double reward, int next) {
    learn(reward + gamma * q.max(next));
    return go(next);
  }

  @Override
  public void terminate(double reward) {
    learn(reward);
  }

  @Override
  public void truncate(double reward, int next) {
    learn(reward + gamma * q.max(next));
  }
}
