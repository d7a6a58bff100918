package ludus.games.breakout;

/**
 * Where things are, in the units of the picture: x grows to the right, y grows downwards. All edges
 * that stand still lie on whole pixels.
 */
final class Field {
  /** The inner faces of the side walls. */
  static final double LEFT = 2;

  static final double RIGHT = 82;

  /** The face of the ceiling. */
  static final double TOP = 5;

  /** Below this a ball is lost: the lower edge of the picture. */
  static final double FLOOR = 84;

  static final double WIDTH = RIGHT - LEFT;
  static final double MIDDLE = (LEFT + RIGHT) / 2;

  /** Half the side of the square ball. */
  static final double HALF_BALL = 1.5;

  /** The top of the paddle, the only part of it that returns a ball. */
  static final double PADDLE_TOP = 77;

  static final double PADDLE_HEIGHT = 3;
  static final double HALF_PADDLE = 6;

  /** How far the middle of the ball may be from the middle of the paddle and still touch it. */
  static final double REACH = HALF_PADDLE + HALF_BALL;

  /** How far the middle of the paddle goes. */
  static final double PADDLE_LEFT = LEFT + HALF_PADDLE;

  static final double PADDLE_RIGHT = RIGHT - HALF_PADDLE;

  private Field() {}
}
