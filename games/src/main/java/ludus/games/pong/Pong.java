package ludus.games.pong;

import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.game.GameInfo.Figure;
import ludus.core.random.Rng;

/**
 * Pong: return the ball, and place it where the other cannot.
 *
 * <p><b>Rules.</b> A court of 84 × 80 units between two walls, a paddle of 12 units at either end,
 * a ball of radius 2; 60 ticks a second ({@link Court}). The walls reflect the ball. From a paddle
 * it leaves at an angle that depends only on where it was hit: straight from the middle, 55° up or
 * down where it just touches an end (7.5 units from the middle), in proportion between. It is
 * served at 1.2 units a tick and gains 0.08 with every hit. Who lets it pass loses the point; the
 * first to have 11 wins the match. The 50th hit of a rally is a let: no point, and the ball is
 * served anew.
 *
 * <p><b>Serve.</b> The ball waits in the middle for half a second, large at first and shrinking to
 * its size, and then goes to either side. Its height (±20 units), side and angle (±35°) come from
 * the seed; the n-th serve of a seed is the same in all variants, whoever plays.
 *
 * <p><b>Players.</b> Everybody sees themselves on the right: player 1's picture and features are
 * mirrored, so that one policy plays either side. {@code pong} is one player against the built-in
 * opponent of middle strength ({@link Opponent}); {@code pong/weak} and {@code pong/strong} have
 * other opponents; {@code pong/duel} has two players.
 *
 * <p><b>Actions.</b> 0 stay, 1 up, 2 down: the paddle moves 1.6 units a tick, up to the walls.
 *
 * <p><b>Features.</b> Ball x (units from the middle, −42 to 42, positive on one's own side), ball y
 * (−38 to 38, positive downwards), ball velocity x and y (units a tick, ±5.12), one's own paddle
 * and the other's (y of its middle, −34 to 34), and the ticks until the ball is served (0 to 30).
 *
 * <p><b>Reward.</b> 1 for a point won, −1 for a point lost.
 *
 * <p><b>Figures.</b> Points won and lost by player 0, and the mean number of hits in a rally.
 *
 * <p><b>End.</b> The episode terminates with the 11th point of either player; an env truncates it
 * after 36,000 ticks, ten minutes.
 */
public final class Pong implements Game {
  static final int STAY = 0;
  static final int UP = 1;
  static final int DOWN = 2;
  static final int MATCH = 11;

  static final String NAME = "pong";
  private static final int VERSION = 1;
  private static final int TICKS_PER_SECOND = 60;
  private static final int TICK_LIMIT = 36_000;
  private static final long OPPONENT_STREAM = 1;

  private final GameInfo info;
  private final Court court = new Court();
  private final Opponent opponent;
  private final int[] points = new int[2];
  private boolean running;
  private boolean terminated;
  private float reward;
  private int ticks;
  private int rallies;
  private int hits;

  /**
   * @param opponent who plays player 1, or null for two players
   */
  Pong(GameInfo info, Opponent opponent) {
    this.info = info;
    this.opponent = opponent;
  }

  static GameInfo info(String name, String title, String summary, int players) {
    return GameInfo.of(name)
        .version(VERSION)
        .title(title)
        .summary(summary)
        .players(players)
        .actions("stay", "up", "down")
        .idle(STAY)
        .features(
            new Feature("ball x", "units", -Court.EDGE, Court.EDGE),
            new Feature("ball y", "units", -Court.WALL, Court.WALL),
            new Feature("ball velocity x", "units/tick", -Court.TOP_SPEED, Court.TOP_SPEED),
            new Feature("ball velocity y", "units/tick", -Court.TOP_SPEED, Court.TOP_SPEED),
            new Feature("own paddle y", "units", -Court.PADDLE_LIMIT, Court.PADDLE_LIMIT),
            new Feature("other paddle y", "units", -Court.PADDLE_LIMIT, Court.PADDLE_LIMIT),
            new Feature("time to serve", "ticks", 0, Court.PAUSE))
        .figures(
            new Figure("points won", ""),
            new Figure("points lost", ""),
            new Figure("mean rally length", "hits"))
        .ticksPerSecond(TICKS_PER_SECOND)
        .tickLimit(TICK_LIMIT)
        .build();
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public void reset(long seed) {
    court.reset(seed);
    if (opponent != null) {
      opponent.reset(Rng.derive(seed, OPPONENT_STREAM), court);
    }
    points[0] = 0;
    points[1] = 0;
    running = true;
    terminated = false;
    reward = 0;
    ticks = 0;
    rallies = 0;
    hits = 0;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    for (int player = 0; player < info.players(); player++) {
      info.checkAction(actions[player]);
    }
    for (int player = 0; player < info.players(); player++) {
      float move = actions[player] == UP ? -1 : actions[player] == DOWN ? 1 : 0;
      court.paddle(player, court.paddle(player) + move * Court.PADDLE_SPEED);
    }
    if (opponent != null) {
      opponent.move(court);
    }
    ticks++;
    reward = 0;
    switch (court.advance()) {
      case HIT -> hits++;
      case LET -> {
        hits++;
        rallies++;
      }
      case POINT_RIGHT -> point(0);
      case POINT_LEFT -> point(1);
      default -> {}
    }
  }

  private void point(int player) {
    rallies++;
    points[player]++;
    reward = player == 0 ? 1 : -1;
    terminated = points[player] == MATCH;
  }

  @Override
  public float reward(int player) {
    return player == 0 ? reward : 0 - reward; // not −0
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void features(int player, float[] out) {
    int side = Court.side(player);
    out[0] = side * court.ballX() + 0; // not −0
    out[1] = court.ballY();
    out[2] = side * court.velocityX() + 0;
    out[3] = court.velocityY();
    out[4] = court.paddle(player);
    out[5] = court.paddle(1 - player);
    out[6] = court.pause();
  }

  @Override
  public void figures(float[] out) {
    out[0] = points[0];
    out[1] = points[1];
    out[2] = rallies == 0 ? Float.NaN : (float) hits / rallies;
  }

  @Override
  public void draw(Canvas canvas, int player) {
    PongPicture.draw(court, canvas, player);
  }

  @Override
  public void close() {
    running = false;
  }

  Court court() {
    return court;
  }

  /** Ticks since the match began. */
  int ticks() {
    return ticks;
  }

  /** How fast the paddle of player 1 can be, in units a tick. */
  float otherSpeed() {
    return opponent == null ? Court.PADDLE_SPEED : opponent.strength().speed;
  }
}
