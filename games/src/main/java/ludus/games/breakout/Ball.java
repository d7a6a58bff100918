package ludus.games.breakout;

/**
 * A square ball and where it flies. The flight is swept: the ball goes straight to the earliest
 * contact, however far a tick takes it, so that nothing is ever tunnelled through or jumped over;
 * and it comes to rest exactly on the face that it meets, so that no error adds up.
 *
 * <p>It knows walls and bricks, not the paddle: at the paddle's line it stops, and the game
 * decides.
 */
final class Ball {
  /** Rounding, in units of a tick; a contact this long ago has still to be honoured. */
  private static final double SLACK = 1e-9;

  /** The middle of the ball. */
  double x;

  double y;

  /** Velocity in units a tick. */
  double vx;

  double vy;

  /** Whether the ball has come below the top of the paddle. */
  boolean past;

  // Of the last flight.
  private double flown;
  private int brick;
  private boolean brickSide;

  // Of the last brick that was looked at: whether one of its sides would be met.
  private boolean metSide;

  void place(double x, double y, double vx, double vy) {
    this.x = x;
    this.y = y;
    this.vx = vx;
    this.vy = vy;
    this.past = false;
  }

  void copy(Ball other) {
    place(other.x, other.y, other.vx, other.vy);
    past = other.past;
  }

  /** Keeps the direction and takes another speed. */
  void speed(double speed) {
    double scale = speed / Math.sqrt(vx * vx + vy * vy);
    vx *= scale;
    vy *= scale;
  }

  /** How long the last flight was, in ticks. */
  double flown() {
    return flown;
  }

  /** The brick that the last flight met. */
  int brick() {
    return brick;
  }

  /**
   * Flies to the next contact, but not longer than {@code time}, and bounces off walls and bricks.
   * The brick stays in the wall: the caller takes it out.
   */
  Contact fly(double time, Wall wall) {
    Contact contact = Contact.NONE;
    flown = time;
    if (vx != 0) {
      double face = vx < 0 ? Field.LEFT + Field.HALF_BALL : Field.RIGHT - Field.HALF_BALL;
      contact = sooner((face - x) / vx, Contact.SIDE, contact);
    }
    if (vy < 0) {
      double face = Field.TOP + Field.HALF_BALL;
      contact = sooner((face - y) / vy, Contact.CEILING, contact);
    } else if (vy > 0) {
      double face = past ? Field.FLOOR + Field.HALF_BALL : Field.PADDLE_TOP - Field.HALF_BALL;
      contact = sooner((face - y) / vy, past ? Contact.FLOOR : Contact.PADDLE_LINE, contact);
    }
    contact = bricks(wall, contact);
    x += vx * flown;
    y += vy * flown;
    bounce(contact);
    return contact;
  }

  private Contact sooner(double when, Contact contact, Contact than) {
    if (when > flown) {
      return than;
    }
    flown = Math.max(0, when);
    return contact;
  }

  /** Looks for the brick that is met first, among those that the flight could come by. */
  private Contact bricks(Wall wall, Contact contact) {
    double top = Math.min(y, y + vy * flown) - Field.HALF_BALL;
    double bottom = Math.max(y, y + vy * flown) + Field.HALF_BALL;
    if (bottom < Wall.TOP || top > Wall.BOTTOM) {
      return contact;
    }
    double left = Math.min(x, x + vx * flown) - Field.HALF_BALL;
    double right = Math.max(x, x + vx * flown) + Field.HALF_BALL;
    int firstColumn = Math.max(0, (int) ((left - Wall.LEFT) / Wall.PITCH_X) - 1);
    int lastColumn = Math.min(Wall.COLUMNS - 1, (int) ((right - Wall.LEFT) / Wall.PITCH_X));
    double nearest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < Wall.ROWS; row++) {
      if (Wall.y(row) > bottom || Wall.y(row) + Wall.BRICK_HEIGHT < top) {
        continue;
      }
      for (int column = firstColumn; column <= lastColumn; column++) {
        int candidate = row * Wall.COLUMNS + column;
        if (!wall.stands(candidate)) {
          continue;
        }
        double when = meet(Wall.x(column), Wall.y(row));
        // Two bricks met at once: the one in front of more of the ball, whose middle is nearer.
        double distance = Math.abs(Wall.x(column) + Wall.BRICK_WIDTH / 2.0 - x - vx * when);
        if (when < flown || when == flown && distance < nearest) {
          flown = when;
          nearest = distance;
          brick = candidate;
          brickSide = metSide;
          contact = Contact.BRICK;
        }
      }
    }
    return contact;
  }

  /**
   * When the ball comes to touch the brick at (left, top), or infinity: the ball's middle meets the
   * brick widened by half a ball all round. Touching along an edge in passing is no contact.
   */
  private double meet(double left, double top) {
    double leftFace = left - Field.HALF_BALL;
    double rightFace = left + Wall.BRICK_WIDTH + Field.HALF_BALL;
    double topFace = top - Field.HALF_BALL;
    double bottomFace = top + Wall.BRICK_HEIGHT + Field.HALF_BALL;
    double enterX = enter(x, vx, leftFace, rightFace);
    double enterY = enter(y, vy, topFace, bottomFace);
    double enter = Math.max(enterX, enterY);
    double leave = Math.min(leave(x, vx, leftFace, rightFace), leave(y, vy, topFace, bottomFace));
    if (!(enter < leave) || enter < -SLACK) {
      return Double.POSITIVE_INFINITY;
    }
    metSide = enterX > enterY;
    return Math.max(0, enter);
  }

  private static double enter(double at, double v, double low, double high) {
    if (v == 0) {
      return at > low && at < high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return ((v > 0 ? low : high) - at) / v;
  }

  private static double leave(double at, double v, double low, double high) {
    return v == 0 ? Double.POSITIVE_INFINITY : ((v > 0 ? high : low) - at) / v;
  }

  private void bounce(Contact contact) {
    switch (contact) {
      case SIDE -> {
        x = vx < 0 ? Field.LEFT + Field.HALF_BALL : Field.RIGHT - Field.HALF_BALL;
        vx = -vx;
      }
      case CEILING -> {
        y = Field.TOP + Field.HALF_BALL;
        vy = -vy;
      }
      case BRICK -> {
        if (brickSide) {
          double left = Wall.x(brick % Wall.COLUMNS);
          x = vx > 0 ? left - Field.HALF_BALL : left + Wall.BRICK_WIDTH + Field.HALF_BALL;
          vx = -vx;
        } else {
          double top = Wall.y(Wall.row(brick));
          y = vy > 0 ? top - Field.HALF_BALL : top + Wall.BRICK_HEIGHT + Field.HALF_BALL;
          vy = -vy;
        }
      }
      case PADDLE_LINE -> y = Field.PADDLE_TOP - Field.HALF_BALL;
      default -> {}
    }
  }
}
