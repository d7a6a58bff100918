package ludus.agents.tabular;

/**
 * SARSA (Rummery and Niranjan 1994; Sutton and Barto 2018, section 6.4): learns the values of the
 * behaviour itself, exploration included, and so keeps away from places where exploring is dear.
 *
 * <ol>
 *   <li>Behave ε-greedily; the next action A′ is chosen before learning from this one.
 *   <li>Q(S, A) ← Q(S, A) + α [R + γ Q(S′, A′) − Q(S, A)]
 * </ol>
 *
 * <p>Where a time limit cuts an episode off there is no A′: its expectation takes its place.
 */
public final class Sarsa extends TabularAgent {
  public Sarsa(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.exploration(), seed);
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
}
