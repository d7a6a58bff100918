package ludus.core.env;

import ludus.core.game.GameInfo;

/**
 * What an agent plays: one player's episodes of one game, step by step. The order of calls is that
 * of {@link ludus.core.game.Game}; an env is used by one thread at a time.
 */
public interface Env extends AutoCloseable {
  GameInfo game();

  ObservationSpec observation();

  /** Begins the episode that belongs to this seed. */
  void reset(long seed);

  /**
   * Takes one step.
   *
   * @param action an index into {@link GameInfo#actions()}
   * @throws IllegalStateException if the episode has ended or none has begun
   * @throws IllegalArgumentException if the action does not exist
   */
  void step(int action);

  /** What the last step earned, neither clipped nor scaled. */
  float reward();

  /** Whether the rules ended the episode: no future reward is to be had. */
  boolean terminated();

  /**
   * Whether the time limit ended the episode: it could have gone on, so a learner bootstraps from
   * the last observation. Never true together with {@link #terminated()}.
   */
  boolean truncated();

  /** Writes the present observation, which after an end is the episode's last. */
  void observe(Observations out, int row);

  @Override
  void close();
}
