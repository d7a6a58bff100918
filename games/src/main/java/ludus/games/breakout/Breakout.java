package ludus.games.breakout;

import java.util.ArrayList;
import java.util.List;
import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.game.GameInfo.Figure;
import ludus.core.random.Rng;

/**
 * Breakout: return the ball with the paddle and break the wall, brick by brick.
 *
 * <p><b>Rules.</b> A field 80 units wide between two walls and a ceiling, 60 ticks a second. Six
 * rows of nine bricks; a brick that the ball meets is gone, and the ball bounces off. The paddle is
 * 12 units wide and moves 1.5 units a tick; only its top returns the ball. Where the ball hits
 * decides its angle: upright in the middle, 60° at the ends (where its middle is half a ball beyond
 * the paddle's end), evenly between, but never less than 8°. When the wall is cleared, the next one
 * stands as soon as the paddle returns the ball, or with the next serve.
 *
 * <p>A ball is served at 48 units a second and becomes faster by a level, to 57, 66, 78 and 90, for
 * each of these: its 4th return, its 12th return, its first brick of the two middle rows or further
 * up, and that of the two upper rows (both levels at once if the middle was skipped). The next ball
 * begins slowly again.
 *
 * <p><b>Serve.</b> Nobody fires: after a pause of half a second the ball falls from below the wall,
 * from a place and at an angle (up to 40° from straight down) that come from the seed. Two marks
 * close in on it meanwhile.
 *
 * <p><b>No endless loops.</b> When six returns in a row have met no brick, the next one is turned
 * by up to 10° at random (from the seed), the one after it by up to 20° and so on up to 60°, until
 * a brick goes; what would be beyond 60° is folded back. Between two returns a ball can not be
 * caught: every bounce that could hold it up costs a brick.
 *
 * <p><b>Picture.</b> Spare balls lie in the upper bar, since they are worth points to come. Not
 * shown are the returns so far, which only say when the next level or twist is due; four frames
 * show the speed itself.
 *
 * <p><b>Actions.</b> 0 stay, 1 left, 2 right.
 *
 * <p><b>Features.</b> In fields (80 units) and seconds: ball x from the middle (±0.5), ball y from
 * the ceiling (0 to 1), ball velocity x and y (±1.2 fields/s), paddle x from the middle (±0.5), the
 * time until the serve (0 to 0.5 s), spare balls (0 to 2), level of speed (0 to 4); then each of
 * the 54 bricks, row by row from the bottom, each row from the left (1 stands, 0 gone).
 *
 * <p><b>Reward.</b> What a brick is worth: 1, 1, 4, 4, 7, 7 by rows from the bottom to the top (216
 * a wall). Nothing else.
 *
 * <p><b>Figures.</b> The share of the first wall's bricks that went (0 to 1), walls cleared, lives
 * left (0 to 3).
 *
 * <p><b>Start and end.</b> Three lives, the paddle in the middle. The episode terminates when the
 * third ball is lost; an env truncates it after 3 minutes (10,800 ticks).
 */
public final class Breakout implements Game {
  static final int STAY = 0;
  static final int LEFT = 1;
  static final int RIGHT = 2;
  static final int TICKS_PER_SECOND = 60;
  static final int LIVES = 3;

  /** How far the paddle moves in a tick, in units. */
  static final double PADDLE_SPEED = 1.5;

  /** Ticks between the loss of a ball and the next serve. */
  static final int PAUSE = 30;

  /** Returns in a row without a brick after which the ball is turned, and how much more each. */
  static final int PATIENCE = 6;

  static final double TWIST = 10 * Math.PI / 180;

  static final double SERVE_Y = 44;
  private static final double SERVE_MARGIN = 16;
  private static final double SERVE_ANGLE = 40 * Math.PI / 180;

  static final GameInfo INFO =
      GameInfo.of("breakout")
          .title("Breakout")
          .summary("Return the ball with the paddle and break the wall, brick by brick.")
          .actions("stay", "left", "right")
          .idle(STAY)
          .features(features())
          .figures(
              new Figure("first wall cleared", Figure.SHARE),
              new Figure("walls cleared", "walls"),
              new Figure("lives left", "lives"))
          .ticksPerSecond(TICKS_PER_SECOND)
          .tickLimit(180 * TICKS_PER_SECOND)
          .build();

  private static final int BRICK_FEATURES = 8;

  private final Rally rally = new Rally();
  private final Rng rng = new Rng(0);
  private boolean running;
  private float reward;
  private int ticks;
  private double paddle;
  private int lives;
  private int pause;
  private double serveAngle;
  private int dry;
  private int flights;
  private int broken;
  private int walls;

  private static List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    features.add(new Feature("ball x", "fields", -0.5f, 0.5f));
    features.add(new Feature("ball y", "fields", 0, 1.05f));
    features.add(new Feature("ball velocity x", "fields/s", -1.2f, 1.2f));
    features.add(new Feature("ball velocity y", "fields/s", -1.2f, 1.2f));
    features.add(new Feature("paddle x", "fields", -0.5f, 0.5f));
    features.add(new Feature("time to serve", "s", 0, 0.5f));
    features.add(new Feature("spare balls", "balls", 0, LIVES - 1));
    features.add(new Feature("level", "", 0, Rally.TOP_LEVEL));
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      int row = Wall.row(brick) + 1;
      int column = brick % Wall.COLUMNS + 1;
      features.add(new Feature("brick " + row + "." + column, "", 0, 1));
    }
    return features;
  }

  @Override
  public GameInfo info() {
    return INFO;
  }

  @Override
  public void reset(long seed) {
    rng.state(seed);
    rally.begin();
    running = true;
    reward = 0;
    ticks = 0;
    paddle = Field.MIDDLE;
    lives = LIVES;
    flights = 0;
    broken = 0;
    walls = 0;
    nextBall();
  }

  private void nextBall() {
    double width = Field.WIDTH - 2 * SERVE_MARGIN;
    rally.rest(Field.LEFT + SERVE_MARGIN + width * rng.nextDouble(), SERVE_Y);
    serveAngle = SERVE_ANGLE * (2 * rng.nextDouble() - 1);
    pause = PAUSE;
    dry = 0;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated()) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    int action = INFO.checkAction(actions[0]);
    double move = action == LEFT ? -PADDLE_SPEED : action == RIGHT ? PADDLE_SPEED : 0;
    double from = paddle;
    paddle = Math.max(Field.PADDLE_LEFT, Math.min(Field.PADDLE_RIGHT, paddle + move));
    int before = rally.points();
    if (pause == 0) {
      fly(from);
    } else if (--pause == 0) {
      rally.serve(serveAngle);
      flights++;
    }
    reward = rally.points() - before;
    ticks++;
  }

  /** The ball's tick, while the paddle goes from {@code from} to where it is now. */
  private void fly(double from) {
    double left = 1;
    while (left > 0) {
      Contact contact = rally.fly(left);
      left -= rally.ball.flown();
      switch (contact) {
        case BRICK -> {
          dry = 0;
          broken++;
          walls += rally.wall.cleared() ? 1 : 0;
        }
        case PADDLE_LINE -> meetPaddle(paddle + (from - paddle) * left);
        case FLOOR -> {
          lives--;
          if (lives > 0) {
            nextBall();
          }
          return;
        }
        default -> {}
      }
    }
  }

  private void meetPaddle(double at) {
    double offset = (rally.ball.x - at) / Field.REACH;
    if (Math.abs(offset) >= 1) {
      rally.ball.past = true;
      return;
    }
    rally.hit(offset, dry < PATIENCE ? 0 : twist());
    dry++;
    flights++;
  }

  /** How much a return is turned that might be one of an endless loop. */
  private double twist() {
    double most = Math.min(Rally.WIDEST, TWIST * (dry - PATIENCE + 1));
    return most * (2 * rng.nextDouble() - 1);
  }

  @Override
  public float reward(int player) {
    return reward;
  }

  @Override
  public int lives() {
    return lives;
  }

  @Override
  public boolean terminated() {
    return running && lives == 0;
  }

  @Override
  public void features(int player, float[] out) {
    double width = Field.WIDTH;
    Ball ball = rally.ball;
    out[0] = (float) ((ball.x - Field.MIDDLE) / width);
    out[1] = (float) ((ball.y - Field.TOP) / width);
    out[2] = (float) (ball.vx * TICKS_PER_SECOND / width);
    out[3] = (float) (ball.vy * TICKS_PER_SECOND / width);
    out[4] = (float) ((paddle - Field.MIDDLE) / width);
    out[5] = (float) pause / TICKS_PER_SECOND;
    out[6] = spares();
    out[7] = rally.level();
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      out[BRICK_FEATURES + brick] = rally.wall.stands(brick) ? 1 : 0;
    }
  }

  @Override
  public void figures(float[] out) {
    out[0] = Math.min(broken, Wall.BRICKS) / (float) Wall.BRICKS;
    out[1] = walls;
    out[2] = lives;
  }

  @Override
  public void draw(Canvas canvas, int player) {
    BreakoutPicture.draw(canvas, rally, paddle, spares(), (float) pause / PAUSE);
  }

  /** Balls beside the one in play. */
  private int spares() {
    return Math.max(0, lives - 1);
  }

  Rally rally() {
    return rally;
  }

  /** The middle of the paddle. */
  double paddle() {
    return paddle;
  }

  /** Puts the paddle somewhere; tests use it. */
  void paddle(double x) {
    paddle = x;
  }

  /** Takes the ball out of its pause with this state; tests use it. */
  void launch(double x, double y, double vx, double vy) {
    pause = 0;
    rally.ball.place(x, y, vx, vy);
    flights++;
  }

  /** Whether a ball waits for its serve. */
  boolean waiting() {
    return pause > 0;
  }

  /** Counts serves and returns: a new number is a new flight. */
  int flights() {
    return flights;
  }

  /** Ticks since the reset. */
  int ticks() {
    return ticks;
  }
}
