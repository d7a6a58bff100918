package ludus.agents.policy;

import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;

/**
 * A learned way to act: from observations to actions, without exploration. Used by one thread at a
 * time and closed by its owner.
 */
public interface Policy extends AutoCloseable {
  /** What the numbers of {@link #preferences} mean. */
  enum Meaning {
    /** Expected discounted return of each action. */
    ACTION_VALUES,
    /** Probability of each action; they sum to 1. */
    PROBABILITIES
  }

  /** How the game is to be shown to this policy, just as it was in training. */
  EnvOptions options();

  Meaning meaning();

  /**
   * Chooses an action for each of the first {@code rows} observations.
   *
   * @param actions receives {@code rows} indices of actions
   */
  void act(Observations observations, int rows, int[] actions);

  /**
   * What the last {@link #act} thought of every action: row after row, one number an action. The
   * same array at every call.
   */
  float[] preferences();

  @Override
  void close();
}
