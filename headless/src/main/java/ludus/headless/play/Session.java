package ludus.headless.play;

import java.util.Arrays;
import ludus.core.draw.Canvas;
import ludus.core.env.FrameStack;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayRecorder;

/**
 * One game as it is watched or played: the caller decides when a tick passes, the session decides
 * who acts. A pilot is asked at every step of its frame skip and sees just what it saw in training;
 * a person who has the controls acts at every tick, and the pilot goes on thinking beside.
 *
 * <p>The session records its episode. It owns the game and the pilot and closes both. It knows no
 * clock, no window and no keys.
 */
public final class Session implements AutoCloseable {
  private final ReplayRecorder game;
  private final GameInfo info;
  private final int[] actions;
  private final int[] personActions;
  private final float[] returns;
  private final float[] features;

  private Pilot pilot;
  private ObservationSpec spec;
  private FrameStack stack;
  private Observations observation;
  private int frameSkip = 1;
  private int tickLimit;

  private long seed;
  private int ticks;
  private float lastReward;
  private boolean ended;
  private boolean truncated;
  private int wish;
  private boolean manual;
  private final Seat opponent;

  /** Where player 1's pilot sits: what it sees, and what it wants to do. */
  private final class Seat {
    final Pilot pilot;
    final FrameStack stack;
    final Observations seen;
    int wish;

    Seat(Pilot pilot, GameInfo info) {
      this.pilot = pilot;
      ObservationSpec form = pilot.options().spec(info);
      this.seen = new Observations(form, 1);
      this.stack =
          form instanceof ObservationSpec.Pixels pixels ? new FrameStack(pixels.frames()) : null;
    }

    void reset() {
      pilot.reset(seed);
      if (stack != null) {
        stack.reset(game, 1);
      }
      think();
    }

    /** Looks again where a step of its frame skip is complete. */
    void look() {
      if (ticks % pilot.options().frameSkip() == 0) {
        if (stack != null) {
          stack.push(game, 1);
        }
        think();
      }
    }

    private void think() {
      if (stack != null) {
        stack.copyTo(seen.bytes(), 0);
      } else {
        game.features(1, features);
        System.arraycopy(features, 0, seen.floats(), 0, features.length);
      }
      wish = pilot.act(seen);
    }
  }

  /**
   * A session on a game of its own, with an episode of seed 0 begun.
   *
   * @param game of one player, or of two: the pilot plays player 0, player 1 is a person's
   * @param pilot who plays, or null where only persons do
   */
  public Session(Game game, Pilot pilot) {
    this(game, pilot, null);
  }

  /**
   * A session in which player 1 is a pilot's too, which sees the game from its own side.
   *
   * @param game of two players where there is an opponent
   * @param pilot who plays player 0, or null where a person does
   * @param opponent who plays player 1, or null where a person does
   */
  public Session(Game game, Pilot pilot, Pilot opponent) {
    if (opponent != null && game.info().players() < 2) {
      throw new IllegalArgumentException(game.info().name() + " has no second player");
    }
    this.opponent = opponent == null ? null : new Seat(opponent, game.info());
    this.game = new ReplayRecorder(game);
    this.info = game.info();
    this.features = new float[info.features().size()];
    this.actions = new int[info.players()];
    this.personActions = new int[info.players()];
    this.returns = new float[info.players()];
    Arrays.fill(personActions, -1);
    this.tickLimit = info.tickLimit();
    this.manual = pilot == null;
    use(pilot);
    reset(0);
  }

  /**
   * Changes the pilot; the old one is closed. The new one begins to act at once, on a frame stack
   * that it begins with the present picture.
   */
  public void use(Pilot next) {
    if (pilot != null) {
      pilot.close();
    }
    pilot = next;
    stack = null;
    observation = null;
    frameSkip = 1;
    if (pilot != null) {
      spec = pilot.options().spec(info);
      observation = new Observations(spec, 1);
      frameSkip = pilot.options().frameSkip();
      tickLimit = pilot.options().tickLimit() > 0 ? pilot.options().tickLimit() : info.tickLimit();
      if (spec instanceof ObservationSpec.Pixels pixels) {
        stack = new FrameStack(pixels.frames());
      }
      if (ticks > 0) {
        pilot.reset(seed);
        restack();
        think();
      }
    }
  }

  /** Begins the episode of this seed. */
  public void reset(long seed) {
    this.seed = seed;
    game.reset(seed);
    ticks = 0;
    Arrays.fill(returns, 0);
    lastReward = 0;
    ended = false;
    truncated = false;
    if (pilot != null) {
      pilot.reset(seed);
      restack();
      think();
    }
    if (opponent != null) {
      opponent.reset();
    }
  }

  private void restack() {
    if (stack != null) {
      stack.reset(game, 0);
    }
  }

  /** Writes what the pilot sees now and asks it. */
  private void think() {
    if (stack != null) {
      stack.copyTo(observation.bytes(), 0);
    } else {
      game.features(0, features);
      System.arraycopy(features, 0, observation.floats(), 0, features.length);
    }
    wish = pilot.act(observation);
  }

  /**
   * Lets one tick pass. In a game that waits for its player (with no idle action) nothing happens
   * while a person has the controls and does nothing.
   *
   * @throws IllegalStateException if the episode is over
   */
  public void tick() {
    if (ended) {
      throw new IllegalStateException("the episode is over: begin another");
    }
    for (int player = 0; player < actions.length; player++) {
      int action =
          player == 0 && !manual
              ? wish
              : player == 1 && opponent != null ? opponent.wish : actionOf(player);
      if (action < 0) {
        return;
      }
      actions[player] = action;
    }
    game.tick(actions);
    ticks++;
    lastReward = game.reward(0);
    for (int player = 0; player < returns.length; player++) {
      returns[player] += game.reward(player);
    }
    if (game.terminated()) {
      ended = true;
    } else if (ticks >= tickLimit) {
      ended = true;
      truncated = true;
    }
    if (pilot != null && (ticks % frameSkip == 0 || ended)) {
      if (stack != null) {
        stack.push(game, 0);
      }
      think();
    }
    if (opponent != null) {
      opponent.look();
    }
  }

  /** What a person does now, or what stands for touching nothing. */
  private int actionOf(int player) {
    return personActions[player] >= 0 ? personActions[player] : info.idle(ticks);
  }

  /** Gives player 0's controls to the person, or back to the pilot where there is one. */
  public void manual(boolean manual) {
    this.manual = manual || pilot == null;
    personActions[0] = -1;
  }

  /** Whether a person has the controls. */
  public boolean manual() {
    return manual;
  }

  /** What the person does from now on: an index into the game's actions, or −1 for nothing. */
  public void personAction(int action) {
    personAction(0, action);
  }

  /** The same for one of two players. */
  public void personAction(int player, int action) {
    personActions[player] = action < 0 ? -1 : info.checkAction(action);
  }

  /** The game itself, for those who look; it is not to be ticked or reset. */
  public Game game() {
    return game;
  }

  public GameInfo info() {
    return info;
  }

  /** Who plays, or null where only a person does. */
  public Pilot pilot() {
    return pilot;
  }

  /** Draws the game. */
  public void draw(Canvas canvas) {
    game.draw(canvas, 0);
  }

  /** What the pilot was shown when it last chose (one row), or null without a pilot. Not a copy. */
  public Observations observation() {
    return observation;
  }

  /** The action that the pilot chose last, whether or not it has the controls. */
  public int wish() {
    return wish;
  }

  /** The action of the last tick. */
  public int action() {
    return action(0);
  }

  /** This player's action of the last tick. */
  public int action(int player) {
    return actions[player];
  }

  /** The seed of this episode. */
  public long seed() {
    return seed;
  }

  /** Ticks since the episode began. */
  public int ticks() {
    return ticks;
  }

  /** How many ticks one step of the pilot lasts; 1 without a pilot. */
  public int frameSkip() {
    return frameSkip;
  }

  /** What the last tick earned. */
  public float lastReward() {
    return lastReward;
  }

  /** Sum of the rewards of this episode. */
  public float episodeReturn() {
    return episodeReturn(0);
  }

  /** Sum of this player's rewards of this episode. */
  public float episodeReturn(int player) {
    return returns[player];
  }

  /** Whether the episode is over. */
  public boolean ended() {
    return ended;
  }

  /** Whether the time limit ended it. */
  public boolean truncated() {
    return truncated;
  }

  /** The episode up to now. */
  public Replay replay() {
    return game.replay();
  }

  @Override
  public void close() {
    if (pilot != null) {
      pilot.close();
    }
    if (opponent != null) {
      opponent.pilot.close();
    }
    game.close();
  }
}
