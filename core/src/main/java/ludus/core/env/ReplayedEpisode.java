package ludus.core.env;

import java.util.Arrays;
import ludus.core.game.Game;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayException;
import ludus.core.replay.ReplayPlayer;

/**
 * A recorded episode as an env of these options would have shown it: what somebody else has seen,
 * done and earned, step by step. It owns the game and closes it.
 *
 * <p>Pictures, features and rewards are those of the very ticks that were recorded. A person may
 * have changed the action within a step of several ticks; the step then counts as the action held
 * for most of them, of equals the later one.
 */
public final class ReplayedEpisode implements AutoCloseable {
  private final Game game;
  private final Replay replay;
  private final ReplayPlayer player;
  private final ObservationSpec spec;
  private final int skip;
  private final FrameStack stack;
  private final float[] features;
  private final int[] actions;
  private final int[] held;
  private float reward;
  private boolean lifeLost;

  /**
   * Resets the game to the episode's beginning.
   *
   * @throws ReplayException if the replay is of another game or version, or of several players
   */
  public ReplayedEpisode(Replay replay, Game game, EnvOptions options) {
    if (replay.players() != 1) {
      throw new ReplayException(
          "a replay of %d players cannot be learned from".formatted(replay.players()));
    }
    this.game = game;
    this.replay = replay;
    this.player = new ReplayPlayer(replay, game);
    this.spec = options.spec(game.info());
    this.skip = options.frameSkip();
    this.stack = spec instanceof ObservationSpec.Pixels p ? new FrameStack(p.frames()) : null;
    this.features = new float[game.info().features().size()];
    this.actions = new int[1];
    this.held = new int[game.info().actions().size()];
    if (stack != null) {
      stack.reset(game, 0);
    }
  }

  /** How many steps the whole episode has. */
  public int steps() {
    return (replay.ticks() + skip - 1) / skip;
  }

  /** Whether another step is recorded. */
  public boolean hasNext() {
    return player.hasNext();
  }

  /**
   * Takes the next step.
   *
   * @return the action
   * @throws ReplayException if the game does not come out as it was recorded
   */
  public int next() {
    int action = -1;
    reward = 0;
    Arrays.fill(held, 0);
    int lives = game.lives();
    for (int i = 0; i < skip && player.hasNext(); i++) {
      replay.actions(player.tick(), actions);
      player.next();
      reward += game.reward(0);
      held[actions[0]]++;
      if (action < 0 || held[actions[0]] >= held[action]) {
        action = actions[0];
      }
    }
    lifeLost = game.lives() < lives;
    if (stack != null) {
      stack.push(game, 0);
    }
    return action;
  }

  /** What the last step earned. */
  public float reward() {
    return reward;
  }

  /** Whether the last step cost a life, the last one too. */
  public boolean lifeLost() {
    return lifeLost;
  }

  /** Whether the rules ended the episode; one that ends otherwise could have gone on. */
  public boolean terminated() {
    return game.terminated();
  }

  /** Writes what is seen now. */
  public void observe(Observations out, int row) {
    if (stack != null) {
      stack.copyTo(out.bytes(), row * spec.size());
    } else {
      game.features(0, features);
      System.arraycopy(features, 0, out.floats(), row * features.length, features.length);
    }
  }

  @Override
  public void close() {
    game.close();
  }
}
