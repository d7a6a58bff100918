package ludus.games.breakout;

/**
 * A ball, the wall and the pace, from serve to loss: everything that decides how the ball flies
 * until it is down at the paddle. The game plays one; the expert rehearses on copies.
 */
final class Rally {
  /** Units a tick, by level. */
  private static final double[] SPEEDS = {0.8, 0.95, 1.1, 1.3, 1.5};

  /** The highest level. */
  static final int TOP_LEVEL = 4;

  /** Returns after which the ball is a level faster. */
  static final int FIRST_HITS = 4;

  static final int MORE_HITS = 12;

  /** The angle at the ends of the paddle and the least angle, from upright. */
  static final double WIDEST = 60 * Math.PI / 180;

  static final double STEEPEST = 8 * Math.PI / 180;

  final Ball ball = new Ball();
  final Wall wall = new Wall();
  private int hits;
  private int band;
  private int points;

  void copy(Rally other) {
    ball.copy(other.ball);
    wall.copy(other.wall);
    hits = other.hits;
    band = other.band;
    points = other.points;
  }

  /** Begins a game: a whole wall and no points. */
  void begin() {
    wall.build();
    points = 0;
  }

  /** Puts a ball at rest for the next serve; a wall that was cleared is built again. */
  void rest(double x, double y) {
    hits = 0;
    band = 0;
    ball.place(x, y, 0, 0);
    nextWall();
  }

  /** Lets the ball fall at an angle from straight down, positive to the right. */
  void serve(double angle) {
    ball.vx = StrictMath.sin(angle) * speed();
    ball.vy = StrictMath.cos(angle) * speed();
  }

  /**
   * Flies to the next contact, but not longer than {@code time} ticks. A brick that is met goes; a
   * higher band that is reached makes the ball faster.
   */
  Contact fly(double time) {
    Contact contact = ball.fly(time, wall);
    if (contact == Contact.BRICK) {
      int row = Wall.row(ball.brick());
      wall.remove(ball.brick());
      points += Wall.value(row);
      if (Wall.band(row) > band) {
        band = Wall.band(row);
        ball.speed(speed());
      }
    }
    return contact;
  }

  /**
   * Returns the ball from the paddle.
   *
   * @param offset where it was hit, from −1 (left end) to 1 (right end)
   * @param twist what is added to the angle, at most {@link #WIDEST}
   */
  void hit(double offset, double twist) {
    hits++;
    double angle = offset * WIDEST + twist;
    // What would be beyond the widest angle is folded back.
    angle = angle > WIDEST ? 2 * WIDEST - angle : angle < -WIDEST ? -2 * WIDEST - angle : angle;
    if (Math.abs(angle) < STEEPEST) {
      // A ball in the very middle keeps its side.
      angle = angle > 0 || angle == 0 && ball.vx >= 0 ? STEEPEST : -STEEPEST;
    }
    ball.vx = StrictMath.sin(angle) * speed();
    ball.vy = -StrictMath.cos(angle) * speed();
    nextWall();
  }

  private void nextWall() {
    if (wall.cleared()) {
      wall.build();
    }
  }

  /** How many times the ball has become faster since the serve. */
  int level() {
    return band + (hits >= FIRST_HITS ? 1 : 0) + (hits >= MORE_HITS ? 1 : 0);
  }

  /** The ball's speed when it moves, in units a tick. */
  double speed() {
    return SPEEDS[level()];
  }

  /** The worth of all bricks since the beginning. */
  int points() {
    return points;
  }
}
