package ludus.headless.play;

import java.util.Arrays;
import ludus.core.draw.Canvas;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;
import ludus.core.env.StickyActions;
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

  private final StickyActions sticky = new StickyActions(0);
  private final PilotSeat opponent;
  private PilotSeat seat;
  private int tickLimit;

  private long seed;
  private int ticks;
  private float lastReward;
  private boolean ended;
  private boolean truncated;
  private boolean manual;

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
    this.game = new ReplayRecorder(game);
    this.info = game.info();
    this.opponent = opponent == null ? null : new PilotSeat(opponent, this.game, 1);
    this.actions = new int[info.players()];
    this.personActions = new int[info.players()];
    this.returns = new float[info.players()];
    Arrays.fill(personActions, -1);
    this.tickLimit = info.tickLimit();
    this.manual = pilot == null;
    take(pilot);
    reset(0);
  }

  /**
   * Changes the pilot; the old one is closed. The new one begins to act at once, on a frame stack
   * that it begins with the present picture.
   */
  public void use(Pilot next) {
    take(next);
    if (seat != null) {
      seat.sit(seed, ticks);
    }
  }

  private void take(Pilot next) {
    Taking taking = seat == null ? Taking.GREEDY : seat.taking();
    if (seat != null) {
      seat.close();
    }
    seat = null;
    if (next != null) {
      EnvOptions options = next.options();
      seat = new PilotSeat(next, game, 0);
      seat.taking(taking);
      sticky.probability(options.stickyActions());
      tickLimit = options.tickLimit() > 0 ? options.tickLimit() : info.tickLimit();
    }
  }

  /** Begins the episode of this seed. */
  public void reset(long seed) {
    this.seed = seed;
    begin();
    if (seat != null) {
      seat.sit(seed, 0);
    }
    if (opponent != null) {
      opponent.sit(seed, 0);
    }
  }

  private void begin() {
    game.reset(seed);
    sticky.reset(seed);
    ticks = 0;
    Arrays.fill(returns, 0);
    lastReward = 0;
    ended = false;
    truncated = false;
  }

  /**
   * Goes back within this episode, which is simulated again from its seed with the actions that
   * were taken. What comes after is forgotten; with nothing changed it comes out the same again.
   *
   * @param tick to go back to; one that is not over yet changes nothing
   */
  public void rewind(int tick) {
    if (tick >= ticks) {
      return;
    }
    int goal = Math.max(0, tick);
    Replay past = game.replay();
    begin();
    glance(goal);
    while (ticks < goal) {
      past.actions(ticks, actions);
      sticky.retake(actions[0]);
      advance();
      glance(goal);
    }
  }

  private void glance(int goal) {
    if (seat != null) {
      seat.glance(ticks, ticks == goal / seat.frameSkip() * seat.frameSkip());
    }
    if (opponent != null) {
      opponent.glance(ticks, ticks == goal / opponent.frameSkip() * opponent.frameSkip());
    }
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
      int action = actionOf(player);
      if (action < 0) {
        return;
      }
      actions[player] = action;
    }
    if (manual) {
      sticky.retake(actions[0]);
    } else {
      actions[0] = sticky.take(actions[0]);
    }
    advance();
    if (seat != null) {
      seat.look(ticks, ended);
    }
    if (opponent != null) {
      opponent.look(ticks, ended);
    }
  }

  /** Does the actions. */
  private void advance() {
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
  }

  /** What a player does in the coming tick, or −1 where time waits for a person. */
  private int actionOf(int player) {
    if (player == 0 && !manual) {
      return seat.wish();
    }
    if (player == 1 && opponent != null) {
      return opponent.wish();
    }
    return personActions[player] >= 0 ? personActions[player] : info.idle(ticks);
  }

  /** Gives player 0's controls to the person, or back to the pilot where there is one. */
  public void manual(boolean manual) {
    this.manual = manual || seat == null;
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
    return seat == null ? null : seat.pilot();
  }

  /** Who plays player 1, or null where a person or nobody does. */
  public Pilot opponent() {
    return opponent == null ? null : opponent.pilot();
  }

  /** How an action is taken from what the pilot thinks; greedily, unless it is changed. */
  public Taking taking() {
    return seat == null ? Taking.GREEDY : seat.taking();
  }

  /** Changes that from the pilot's next step on. */
  public void taking(Taking taking) {
    if (seat != null) {
      seat.taking(taking);
    }
  }

  /**
   * The probability that a tick repeats the last tick's action while the pilot plays: what the
   * pilot was trained with, unless it is changed.
   */
  public float sticky() {
    return sticky.probability();
  }

  /** Changes that from the next tick on. */
  public void sticky(float probability) {
    sticky.probability(probability);
  }

  /** Draws the game. */
  public void draw(Canvas canvas) {
    game.draw(canvas, 0);
  }

  /** What the pilot was shown when it last chose (one row), or null without a pilot. Not a copy. */
  public Observations observation() {
    return seat == null ? null : seat.seen();
  }

  /** The action that the pilot chose last, whether or not it has the controls. */
  public int wish() {
    return seat == null ? 0 : seat.wish();
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
    return seat == null ? 1 : seat.frameSkip();
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
    if (seat != null) {
      seat.close();
    }
    if (opponent != null) {
      opponent.close();
    }
    game.close();
  }
}
