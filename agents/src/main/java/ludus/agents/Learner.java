package ludus.agents;

import java.util.List;
import java.util.Map;
import ludus.agents.network.Network;
import ludus.agents.network.Weights;
import ludus.core.env.ReplayedEpisode;
import ludus.core.env.VectorEnv;

/**
 * An algorithm at work on a vector env. The order of calls is {@link #begin} once, then {@link
 * #act} and {@link #learn} in turn for every step of the envs:
 *
 * <pre>{@code
 * envs.reset();
 * learner.begin(envs);
 * while (learner.steps() < budget) {
 *   learner.act(envs, actions);
 *   envs.step(actions);
 *   learner.learn(envs, actions);
 * }
 * }</pre>
 *
 * <p>A learner does not evaluate or write files, and nothing that it does depends on the time. Used
 * by one thread; it owns its networks and is closed by its owner.
 */
public interface Learner extends AutoCloseable {
  /**
   * Takes episodes that somebody else has played, to learn from them as well. To be called before
   * {@link #begin}, or before a resume, with the same episodes.
   *
   * @throws IllegalArgumentException if this algorithm cannot
   */
  default void demonstrate(List<ReplayedEpisode> episodes) {
    throw new IllegalArgumentException(
        "this algorithm cannot learn from demonstrations: choose a preset of dqn");
  }

  /** The envs show the first observations of their episodes. */
  void begin(VectorEnv envs);

  /** Chooses an action for every env, exploring. */
  void act(VectorEnv envs, int[] actions);

  /** Sees what the envs did with these actions, and learns what is due. */
  void learn(VectorEnv envs, int[] actions);

  /** Steps that were learned from, all envs together: what every budget and schedule counts. */
  long steps();

  /** Steps of the optimiser so far. */
  long updates();

  /** The network to evaluate and keep: the one that the algorithm trusts most. Not a copy. */
  Network policyNetwork();

  /**
   * Where the time goes. {@link #act} and {@link #learn} book their own; the caller books what it
   * does between them.
   */
  PhaseClock clock();

  /** What is worth logging, by name: means since the last call. */
  Map<String, Double> metrics();

  /**
   * The algorithm's whole state but for what {@link #recall} brings back: weights, optimiser,
   * random states, counters.
   */
  State state();

  /** Continues from such a state. */
  void load(State state);

  /**
   * How many of each env's last steps a resume must bring back by {@link #recall}; 0 where the
   * state is all there is.
   */
  default int recallSteps() {
    return 0;
  }

  /** Env {@code i} begins an episode, which is shown again after a resume. */
  default void recallBegin(VectorEnv envs, int i) {}

  /** Sees again, without learning, what env {@code i} did with this action. */
  default void recall(VectorEnv envs, int i, int action) {}

  /** All that had to be recalled has been. */
  default void recalled() {}

  /** A number for all that was recalled, to be held against the one in the checkpoint. */
  default long recallChecksum() {
    return 0;
  }

  @Override
  void close();

  /**
   * A learner's state in a form that a checkpoint can hold.
   *
   * @param weights named arrays of floats
   * @param numbers counters and random states by name
   */
  record State(Map<String, Weights> weights, Map<String, Long> numbers) {}
}
