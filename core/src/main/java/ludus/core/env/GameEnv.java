package ludus.core.env;

import ludus.core.game.Game;
import ludus.core.game.GameInfo;

/**
 * A game of one player as an env: frame skip, sticky actions, frame stack and time limit, in one
 * place and applied once. It owns the game and closes it.
 */
public final class GameEnv implements Env {
  private final Game game;
  private final EnvOptions options;
  private final ObservationSpec spec;
  private final FrameStack stack;
  private final float[] features;
  private final int tickLimit;
  private final int[] actions = new int[1];
  private final StickyActions sticky;

  private boolean running;
  private boolean truncated;
  private boolean lifeLost;
  private float reward;
  private int ticks;

  /**
   * @throws IllegalArgumentException if the game needs a second player
   */
  public GameEnv(Game game, EnvOptions options) {
    GameInfo info = game.info();
    if (info.players() != 1) {
      throw new IllegalArgumentException(
          "%s needs %d players, this env has one".formatted(info.name(), info.players()));
    }
    this.game = game;
    this.options = options;
    this.sticky = new StickyActions(options.stickyActions());
    this.spec = options.spec(info);
    this.stack = spec instanceof ObservationSpec.Pixels p ? new FrameStack(p.frames()) : null;
    this.features = new float[info.features().size()];
    this.tickLimit = options.tickLimit() > 0 ? options.tickLimit() : info.tickLimit();
  }

  /** The simulation behind this env, for those who look (windows, experts); not to be ticked. */
  public Game simulation() {
    return game;
  }

  public EnvOptions options() {
    return options;
  }

  @Override
  public GameInfo game() {
    return game.info();
  }

  @Override
  public ObservationSpec observation() {
    return spec;
  }

  /** Ticks since the reset. */
  public int ticks() {
    return ticks;
  }

  @Override
  public void reset(long seed) {
    game.reset(seed);
    sticky.reset(seed);
    running = true;
    truncated = false;
    lifeLost = false;
    reward = 0;
    ticks = 0;
    if (stack != null) {
      stack.reset(game, 0);
    }
  }

  @Override
  public void step(int action) {
    if (!running) {
      throw new IllegalStateException("the episode has ended or not begun: reset the env first");
    }
    game.info().checkAction(action);
    reward = 0;
    int lives = game.lives();
    for (int i = 0; i < options.frameSkip() && running; i++) {
      actions[0] = sticky.take(action);
      game.tick(actions);
      reward += game.reward(0);
      ticks++;
      if (game.terminated()) {
        running = false;
      } else if (ticks >= tickLimit) {
        running = false;
        truncated = true;
      }
    }
    lifeLost = game.lives() < lives;
    if (stack != null) {
      stack.push(game, 0);
    }
  }

  @Override
  public float reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return ticks > 0 && !running && !truncated;
  }

  /** Whether the last step cost a life, the last one too. */
  public boolean lifeLost() {
    return lifeLost;
  }

  @Override
  public boolean truncated() {
    return truncated;
  }

  @Override
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
    running = false;
    game.close();
  }
}
