package ludus.core.game;

import ludus.core.draw.Canvas;

/**
 * One simulation of a game with a fixed tick. The order of calls is {@link #reset}, then {@link
 * #tick} until {@link #terminated}, then {@code reset} again (which may also come earlier); {@link
 * #close} comes last. All other methods may be called whenever an episode has begun.
 *
 * <p>What every game guarantees, and {@code GameConformance} (in the test archive of this module)
 * checks:
 *
 * <ul>
 *   <li>Everything random comes from the seed of {@code reset}: the same seed and actions give the
 *       same features, rewards and pictures, bit for bit, whatever the instance did before.
 *   <li>{@code tick}, {@code features} and {@code draw} allocate nothing.
 *   <li>Drawing and reading features change nothing.
 * </ul>
 *
 * <p>A game knows nothing of agents, windows, frame skips, stacks or time limits, and it is used by
 * one thread at a time.
 */
public interface Game extends AutoCloseable {
  /** What kind of game this is; the same value for every instance. */
  GameInfo info();

  /** Begins the episode that belongs to this seed. */
  void reset(long seed);

  /**
   * Advances the simulation by one tick of 1 / {@link GameInfo#ticksPerSecond()} seconds.
   *
   * @param actions one for each player, each an index into {@link GameInfo#actions()}; only read
   * @throws IllegalStateException if no episode is under way
   * @throws IllegalArgumentException if an action does not exist
   */
  void tick(int[] actions);

  /** What the last tick earned this player; 0 right after a reset. */
  float reward(int player);

  /** How many lives are left, the one being played among them; 0 in a game without lives. */
  default int lives() {
    return 0;
  }

  /** Whether the rules have ended the episode. Time limits are not rules; an env adds them. */
  boolean terminated();

  /**
   * Writes the state as this player sees it into {@code out[0, n)}, in the order, units and bounds
   * of {@link GameInfo#features()}.
   */
  void features(int player, float[] out);

  /**
   * Writes how the episode went up to now into {@code out[0, n)}, in the order of {@link
   * GameInfo#figures()}; what does not apply to this episode is not a number (NaN).
   */
  default void figures(float[] out) {}

  /** Draws the whole picture as this player sees it, starting with {@code clear}. */
  void draw(Canvas canvas, int player);

  /** Frees what the garbage collector does not; a closed game is not used again. */
  @Override
  default void close() {}
}
