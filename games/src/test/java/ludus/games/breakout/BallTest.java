package ludus.games.breakout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class BallTest {
  private static final double EXACT = 1e-12;

  private final Ball ball = new Ball();
  private final Wall wall = new Wall();

  private static int brick(int row, int column) {
    return row * Wall.COLUMNS + column;
  }

  private void leave(int... bricks) {
    long only = 0;
    for (int brick : bricks) {
      only |= 1L << brick;
    }
    wall.leave(only);
  }

  private void assertState(double x, double y, double vx, double vy) {
    assertEquals(x, ball.x, EXACT, "x");
    assertEquals(y, ball.y, EXACT, "y");
    assertEquals(vx, ball.vx, EXACT, "vx");
    assertEquals(vy, ball.vy, EXACT, "vy");
  }

  @Test
  void aFreeBallFliesStraightForTheWholeTime() {
    ball.place(40, 50, 0.6, -0.8);
    assertEquals(Contact.NONE, ball.fly(2, wall));
    assertEquals(2, ball.flown());
    assertState(41.2, 48.4, 0.6, -0.8);
  }

  @Test
  void aBallTurnsAtTheSideWallsWithinTheTick() {
    ball.place(4, 50, -1, 0.5); // its left edge is half a unit from the wall at 2
    assertEquals(Contact.SIDE, ball.fly(1, wall));
    assertEquals(0.5, ball.flown(), EXACT);
    assertState(3.5, 50.25, 1, 0.5);
    assertEquals(Contact.NONE, ball.fly(0.5, wall));
    assertState(4, 50.5, 1, 0.5);
    ball.place(80, 50, 2, 0.5); // its right edge is half a unit from the wall at 82
    assertEquals(Contact.SIDE, ball.fly(1, wall));
    assertState(80.5, 50.125, -2, 0.5);
  }

  @Test
  void aBallTurnsAtTheCeiling() {
    ball.place(40, 7, 0.5, -1); // its upper edge is half a unit below the ceiling at 5
    assertEquals(Contact.CEILING, ball.fly(1, wall));
    assertState(40.25, 6.5, 0.5, 1);
  }

  @Test
  void aBallStopsAtThePaddlesLineOnceAndThenFallsToTheFloor() {
    ball.place(40, 75, 0, 1);
    assertEquals(Contact.PADDLE_LINE, ball.fly(3, wall));
    assertState(40, 75.5, 0, 1);
    ball.past = true;
    assertEquals(Contact.FLOOR, ball.fly(100, wall));
    assertEquals(85.5, ball.y, EXACT, "all of it has left the picture");
  }

  @Test
  void aBrickTurnsTheBallUpOrDown() {
    leave(brick(0, 0)); // from (2, 33) to (10, 36)
    ball.place(6, 40, 0.25, -1);
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertEquals(brick(0, 0), ball.brick());
    assertState(6.625, 37.5, 0.25, 1);
    ball.place(6, 30, 0.25, 1);
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertState(6.375, 31.5, 0.25, -1);
  }

  @Test
  void aBrickTurnsTheBallAside() {
    leave(brick(0, 2)); // from (20, 33) to (28, 36)
    ball.place(16.5, 34, 1, 0.25);
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertState(18.5, 34.5, -1, 0.25);
    ball.place(31.5, 34, -1, 0.25);
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertState(29.5, 34.5, 1, 0.25);
  }

  @Test
  void ofTwoBricksMetAtOnceTheOneInFrontOfMoreOfTheBallIsMet() {
    leave(brick(0, 4), brick(0, 5)); // the gap between them is from 46 to 47
    ball.place(46.4, 40, 0, -1);
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertEquals(brick(0, 4), ball.brick());
    ball.place(46.6, 40, 0, -1);
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertEquals(brick(0, 5), ball.brick());
  }

  @Test
  void aBallThatOnlyPassesAlongABrickDoesNotMeetIt() {
    leave(brick(0, 4)); // from (38, 33) to (46, 36)
    ball.place(36.5, 45, 0, -1); // its right edge slides along the brick's left face
    assertEquals(Contact.CEILING, ball.fly(100, wall));
    ball.place(36.5 + 1e-6, 45, 0, -1);
    assertEquals(Contact.BRICK, ball.fly(100, wall));
  }

  @Test
  void aCornerIsMetAtItsVeryTip() {
    leave(brick(0, 4));
    ball.place(33.5, 40.5, 1, -1); // its upper right corner flies at the brick's lower left one
    assertEquals(Contact.BRICK, ball.fly(10, wall));
    assertState(36.5, 37.5, 1, 1);
  }

  @Test
  void noSpeedTunnels() {
    // One flight of any speed meets the same things as the same flight in thousands of pieces.
    Rng rng = new Rng(1);
    for (int round = 0; round < 300; round++) {
      long bricks = rng.nextLong() & rng.nextLong();
      double speed = StrictMath.pow(10, 3 * rng.nextDouble() - 0.3); // 0.5 to 500 units a tick
      double angle = 2 * Math.PI * rng.nextDouble();
      double x = 4 + 76 * rng.nextDouble();
      double y = 40 + 30 * rng.nextDouble();
      double vx = speed * StrictMath.cos(angle);
      double vy = speed * StrictMath.sin(angle);
      List<Integer> whole = contacts(bricks, x, y, vx, vy, Double.POSITIVE_INFINITY);
      List<Integer> pieces = contacts(bricks, x, y, vx, vy, 0.05 / speed);
      assertEquals(whole, pieces, "round " + round);
    }
  }

  /** What a ball meets until it is down at the paddle's line, in flights of at most a piece. */
  private List<Integer> contacts(
      long bricks, double x, double y, double vx, double vy, double piece) {
    List<Integer> contacts = new ArrayList<>();
    wall.leave(bricks);
    ball.place(x, y, vx, vy);
    double left = 3000 / Math.abs(vy);
    while (left > 0) {
      Contact contact = ball.fly(Math.min(left, piece), wall);
      left -= ball.flown();
      assertOutsideOfEverything();
      if (contact == Contact.BRICK) {
        contacts.add(ball.brick());
        wall.remove(ball.brick());
      } else if (contact != Contact.NONE) {
        contacts.add(-contact.ordinal());
      }
      if (contact == Contact.PADDLE_LINE) {
        return contacts;
      }
    }
    throw new AssertionError("the ball did not come down");
  }

  private void assertOutsideOfEverything() {
    double reach = Field.HALF_BALL - 1e-9;
    assertTrue(ball.x - reach > Field.LEFT && ball.x + reach < Field.RIGHT, "in a side wall");
    assertTrue(ball.y - reach > Field.TOP, "in the ceiling");
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      double left = Wall.x(brick % Wall.COLUMNS);
      double top = Wall.y(Wall.row(brick));
      assertFalse(
          wall.stands(brick)
              && ball.x + reach > left
              && ball.x - reach < left + Wall.BRICK_WIDTH
              && ball.y + reach > top
              && ball.y - reach < top + Wall.BRICK_HEIGHT,
          "in brick " + brick);
    }
  }
}
