package ludus.games.pong;

import ludus.core.random.Rng;

/**
 * The ball, the two paddles and the walls, and nothing of scores, players' wishes or pictures.
 *
 * <p>Positions are in units from the middle of the court, x to the right and y downwards. Player 0
 * stands on the right and player 1 on the left, and the arithmetic of one side is that of the other
 * with the sign of x changed: what mirrored players do comes out mirrored to the last bit.
 */
final class Court {
  /** How far to either side the ball's centre can be; beyond, the point is made. */
  static final float EDGE = 42;

  /** How far up and down the ball's centre can be. */
  static final float WALL = 38;

  static final float BALL_RADIUS = 2;

  /** How far to the side the ball's centre is when it touches a paddle's face. */
  static final float FACE = 34;

  /** How far to the side the ball's centre may be for a late paddle still to catch it. */
  static final float LATE = 37;

  static final float HALF_PADDLE = 6;

  /** How far above or below a paddle's middle the ball's centre may be for a hit. */
  static final float REACH = 7.5f;

  /** How far up and down a paddle's middle can be. */
  static final float PADDLE_LIMIT = 34;

  /** How far a player's paddle moves in a tick. */
  static final float PADDLE_SPEED = 1.6f;

  /** Speed of a served ball, in units a tick, and what each hit adds to it. */
  static final float SERVE_SPEED = 1.2f;

  static final float GAIN = 0.08f;

  /** The hit that ends a rally without a point. */
  static final int LET_HITS = 50;

  /** The greatest speed that a ball can have. */
  static final float TOP_SPEED = SERVE_SPEED + GAIN * (LET_HITS - 1);

  /** Ticks that the ball waits in the middle before it is served. */
  static final int PAUSE = 30;

  /** How far up and down from the middle a ball is served, and how steeply, in radians. */
  static final float SERVE_HEIGHT = 20;

  static final float SERVE_ANGLE = (float) (35 * Math.PI / 180);

  /** The angle at which the ball leaves a paddle's very end, in radians. */
  static final float STEEPEST = (float) (55 * Math.PI / 180);

  /** What a tick of the ball can bring about. */
  enum Event {
    NONE,
    HIT,
    LET,
    POINT_RIGHT,
    POINT_LEFT
  }

  private final Rng rng = new Rng(0);
  private final float[] paddles = new float[2];
  private float ballX;
  private float ballY;
  private float velocityX;
  private float velocityY;
  private int hits;
  private int pause;

  /** Puts both paddles into the middle and the ball where the seed has it served. */
  void reset(long seed) {
    rng.state(seed);
    paddles[0] = 0;
    paddles[1] = 0;
    placeForServe();
  }

  /** Puts the ball anywhere, as if it had been hit so often already. */
  void place(float x, float y, float velocityX, float velocityY, int hits) {
    ballX = x;
    ballY = y;
    this.velocityX = velocityX;
    this.velocityY = velocityY;
    this.hits = hits;
    pause = 0;
  }

  private void placeForServe() {
    place(0, rng.uniform(-SERVE_HEIGHT, SERVE_HEIGHT), 0, 0, 0);
    pause = PAUSE;
  }

  private void serve() {
    float angle = rng.uniform(-SERVE_ANGLE, SERVE_ANGLE);
    leave(angle, rng.nextInt(2) == 0 ? 1 : -1);
  }

  /**
   * Sends the ball off at an angle (radians, positive downwards), to the right (1) or left (−1).
   */
  private void leave(float angle, int side) {
    float speed = speed();
    velocityX = side * speed * (float) StrictMath.cos(angle);
    velocityY = speed * (float) StrictMath.sin(angle);
  }

  /** Puts a player's paddle anywhere within the walls. */
  void paddle(int player, float y) {
    paddles[player] = Math.max(-PADDLE_LIMIT, Math.min(PADDLE_LIMIT, y));
  }

  /** Moves the ball by one tick; the paddles have moved already. */
  Event advance() {
    if (pause > 0) {
      pause--;
      if (pause == 0) {
        serve();
      }
      return Event.NONE;
    }
    // Towards the right the court is as it is, towards the left it is mirrored.
    int side = velocityX > 0 ? 1 : -1;
    int player = velocityX > 0 ? 0 : 1;
    float before = side * ballX;
    float pace = side * velocityX;
    float after = before + pace;
    if (after >= FACE && before < FACE) {
      float share = (FACE - before) / pace;
      float y = fold(ballY + velocityY * share);
      if (Math.abs(y - paddles[player]) <= REACH) {
        return hit(player, FACE, y, 1 - share);
      }
    }
    float unfolded = ballY + velocityY;
    ballY = fold(unfolded);
    if (ballY != unfolded) {
      velocityY = -velocityY;
    }
    ballX = side * after;
    if (after > FACE && after <= LATE && Math.abs(ballY - paddles[player]) <= REACH) {
      return hit(player, after, ballY, 0);
    }
    if (after > EDGE) {
      placeForServe();
      return player == 0 ? Event.POINT_LEFT : Event.POINT_RIGHT;
    }
    return Event.NONE;
  }

  /** Turns the ball round at a paddle and lets it go on for the rest of the tick. */
  private Event hit(int player, float distance, float y, float rest) {
    hits++;
    if (hits >= LET_HITS) {
      placeForServe();
      return Event.LET;
    }
    int side = side(player);
    leave((y - paddles[player]) / REACH * STEEPEST, -side);
    ballX = side * distance + rest * velocityX;
    float unfolded = y + rest * velocityY;
    ballY = fold(unfolded);
    if (ballY != unfolded) {
      velocityY = -velocityY;
    }
    return Event.HIT;
  }

  /** Where a ball that would be at height y without walls is with them. */
  static float fold(float y) {
    while (y > WALL || y < -WALL) {
      y = (y > 0 ? 2 * WALL : -2 * WALL) - y;
    }
    return y;
  }

  /** The sign of x on a player's side. */
  static int side(int player) {
    return player == 0 ? 1 : -1;
  }

  float ballX() {
    return ballX;
  }

  float ballY() {
    return ballY;
  }

  float velocityX() {
    return velocityX;
  }

  float velocityY() {
    return velocityY;
  }

  /** How fast the ball is after the hits it has had, in units a tick. */
  float speed() {
    return SERVE_SPEED + GAIN * hits;
  }

  /** Height of a player's paddle. */
  float paddle(int player) {
    return paddles[player];
  }

  /** How often the ball has been hit since it was served. */
  int hits() {
    return hits;
  }

  /** Ticks until the ball is served; 0 while it is in play. */
  int pause() {
    return pause;
  }
}
