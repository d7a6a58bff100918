package ludus.agents.tabular;

import ludus.agents.explore.Exploration;

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
 * <p>It does not know games, episodes' seeds or the table of the world. Used by one thread. What
 * all of them have is here: the table, the behaviour by it, where the agent is and what it does
 * there.
 */
public abstract class TabularAgent {
  final QTable q;
  final Behaviour behaviour;
  final double gamma;
  private final StepSize alpha;

  /** S, the state that the agent is in. */
  int s;

  /** A, what it does there. */
  int a;

  /** Of the last update: by how much its target lay above the value. */
  double error;

  /**
   * @param rule how it explores
   * @param seed of its exploration
   */
  TabularAgent(int states, int actions, TabularOptions options, Exploration rule, long seed) {
    q = new QTable(states, actions, options.initialValue());
    behaviour = new Behaviour(q, rule, seed);
    gamma = options.gamma();
    alpha = new StepSize(options.learningRate(), states * actions);
  }

  /** An episode begins in this state; returns the first action. */
  public int begin(int state) {
    return go(state);
  }

  /** The last action earned this reward and led to a state that is not terminal. */
  public abstract int step(double reward, int next);

  /** The last action earned this reward and ended the episode by the rules. */
  public abstract void terminate(double reward);

  /** The last action earned this reward and led to this state, where a time limit cut it off. */
  public abstract void truncate(double reward, int next);

  /** S ← the next state, and A by the behaviour; returns A. */
  final int go(int next) {
    s = next;
    a = behaviour.choose(s);
    return a;
  }

  /** Q(S, A) ← Q(S, A) + α [target − Q(S, A)] */
  void learn(double target) {
    learn(q.index(s, a), target);
  }

  /** The same for any entry of the table. */
  final void learn(int entry, double target) {
    float[] values = q.values();
    error = target - values[entry];
    values[entry] = (float) (values[entry] + alpha.next(entry) * error);
  }

  /** What it has learned so far; not a copy. */
  public final QTable q() {
    return q;
  }

  /** By how much the last update's target lay above the value that it moved. */
  public final double error() {
    return error;
  }

  /** Writes or reads all that the agent needs to go on as if nothing had happened. */
  public void keep(Archive archive) {
    archive.floats("q", q.values());
    behaviour.keep(archive);
    alpha.keep(archive);
    s = (int) archive.number("state", s);
    a = (int) archive.number("action", a);
  }
}
