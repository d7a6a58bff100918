package ludus.agents.tabular;

/**
 * An agent that learns to act with a table. It is told of its world one transition at a time and
 * answers with its next action:
 *
 * <pre>{@code
 * int action = agent.begin(state);
 * while (goes on) {
 *   ... the world takes the action, earns a reward, is in the next state ...
 *   action = agent.step(reward, next);
 * }
 * agent.terminate(reward);   // by the rules: no future reward is to be had
 * agent.truncate(reward, next);   // or by a time limit: the future is worth what the table says
 * }</pre>
 *
 * <p>It does not know games, episodes' seeds or the table of the world. Used by one thread.
 */
public interface TabularAgent {
  /** An episode begins in this state; returns the first action. */
  int begin(int state);

  /** The last action earned this reward and led to a state that is not terminal. */
  int step(double reward, int next);

  /** The last action earned this reward and ended the episode by the rules. */
  void terminate(double reward);

  /** The last action earned this reward and led to this state, where a time limit cut it off. */
  void truncate(double reward, int next);

  /** What it has learned so far; not a copy. */
  QTable q();

  /** By how much the last update's target lay above the value that it moved. */
  double error();

  /** Writes or reads all that the agent needs to go on as if nothing had happened. */
  void keep(Archive archive);
}
