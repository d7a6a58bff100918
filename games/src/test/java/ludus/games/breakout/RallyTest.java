package ludus.games.breakout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RallyTest {
  private final Rally rally = new Rally();

  @BeforeEach
  void serve() {
    rally.begin();
    rally.rest(40, 44);
    rally.serve(0);
  }

  /** Degrees from straight up at which the ball leaves, positive to the right. */
  private double angleAfterHit(double offset, double twist) {
    rally.hit(offset, Math.toRadians(twist));
    return Math.toDegrees(StrictMath.atan2(rally.ball.vx, -rally.ball.vy));
  }

  private void hits(int count) {
    for (int i = 0; i < count; i++) {
      rally.hit(0.5, 0);
    }
  }

  /** Breaks the lowest brick of a column that is left of a row, from below. */
  private void breakIn(int row) {
    rally.wall.leave(1L << row * Wall.COLUMNS | 1L << 53);
    rally.ball.place(6, 40, 0, -rally.speed());
    assertEquals(Contact.BRICK, rally.fly(100));
    assertEquals(row, Wall.row(rally.ball.brick()));
  }

  private void assertSpeed(double unitsPerSecond) {
    double vx = rally.ball.vx;
    double vy = rally.ball.vy;
    assertEquals(unitsPerSecond / 60, Math.sqrt(vx * vx + vy * vy), 1e-12);
  }

  @Test
  void rowsAreWorthOneOneFourFourSevenSevenFromTheBottom() {
    int[] values = {1, 1, 4, 4, 7, 7};
    for (int row = 0; row < Wall.ROWS; row++) {
      int before = rally.points();
      breakIn(row);
      assertEquals(values[row], rally.points() - before, "row " + row);
    }
  }

  @Test
  void theBallLeavesAtTheAngleOfWhereItWasHit() {
    assertEquals(60, angleAfterHit(1, 0), 1e-9);
    assertEquals(-60, angleAfterHit(-1, 0), 1e-9);
    assertEquals(30, angleAfterHit(0.5, 0), 1e-9);
    assertEquals(-45, angleAfterHit(-0.75, 0), 1e-9);
    assertEquals(-12, angleAfterHit(-0.2, 0), 1e-9);
  }

  @Test
  void theBallIsNeverUprightAndInTheMiddleKeepsItsSide() {
    assertEquals(8, angleAfterHit(0.01, 0), 1e-9);
    assertEquals(-8, angleAfterHit(-0.01, 0), 1e-9);
    assertEquals(-8, angleAfterHit(0, 0), 1e-9);
    assertEquals(30, angleAfterHit(0.5, 0), 1e-9);
    assertEquals(8, angleAfterHit(0, 0), 1e-9);
  }

  @Test
  void aTwistTurnsTheBallAndIsFoldedBackAtTheWidestAngle() {
    assertEquals(40, angleAfterHit(0.5, 10), 1e-9);
    assertEquals(-20, angleAfterHit(0, -20), 1e-9);
    assertEquals(46, angleAfterHit(0.9, 20), 1e-9);
    assertEquals(-50, angleAfterHit(-1, -10), 1e-9);
    assertEquals(20, angleAfterHit(1, 40), 1e-9);
  }

  @Test
  void theFourthAndTheTwelfthReturnMakeTheBallFaster() {
    assertSpeed(48);
    hits(3);
    assertSpeed(48);
    hits(1);
    assertSpeed(57);
    hits(7);
    assertSpeed(57);
    hits(1);
    assertSpeed(66);
    hits(100);
    assertSpeed(66);
  }

  @Test
  void reachingTheMiddleAndTheUpperRowsMakesTheBallFasterAtOnce() {
    breakIn(1);
    assertSpeed(48);
    breakIn(2);
    assertSpeed(57);
    breakIn(3);
    assertSpeed(57);
    breakIn(4);
    assertSpeed(66);
    breakIn(5);
    assertSpeed(66);
    hits(12);
    assertSpeed(90);
    assertEquals(Rally.TOP_LEVEL, rally.level());
  }

  @Test
  void anUpperRowReachedFirstCountsForTheMiddleToo() {
    breakIn(5);
    assertSpeed(66);
    breakIn(2);
    assertSpeed(66);
  }

  @Test
  void theNextBallIsSlowAgain() {
    breakIn(4);
    hits(12);
    assertSpeed(90);
    rally.rest(30, 44);
    rally.serve(Math.toRadians(30));
    assertSpeed(48);
    assertEquals(0.4, rally.ball.vx, 1e-12, "half of the speed goes to the right");
    assertTrue(rally.ball.vy > 0, "it falls");
  }

  @Test
  void aClearedWallStandsAgainWithTheNextReturnOrServe() {
    rally.wall.leave(0);
    assertTrue(rally.wall.cleared());
    hits(1);
    assertEquals(Wall.BRICKS, rally.wall.standing());
    rally.wall.leave(0);
    rally.rest(30, 44);
    assertEquals(Wall.BRICKS, rally.wall.standing());
    rally.wall.leave(1);
    hits(1);
    assertEquals(1, rally.wall.standing(), "a wall that is not cleared stays as it is");
    assertFalse(rally.wall.cleared());
  }

  @Test
  void aWholeWallIsWorth216() {
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      rally.wall.leave(1L << brick);
      int column = brick % Wall.COLUMNS;
      rally.ball.place(Wall.x(column) + 4, 50, 0, -1);
      assertEquals(Contact.BRICK, rally.fly(100));
    }
    assertEquals(216, rally.points());
  }

  @Test
  void aCopyFliesLikeTheOriginalAndLeavesItAlone() {
    breakIn(2);
    hits(3);
    rally.wall.build();
    Rally copy = new Rally();
    copy.copy(rally);
    double y = rally.ball.y;
    for (int i = 0; i < 50; i++) {
      copy.fly(2);
    }
    assertEquals(y, rally.ball.y);
    assertEquals(Wall.BRICKS, rally.wall.standing());
    for (int i = 0; i < 50; i++) {
      rally.fly(2);
    }
    assertEquals(copy.ball.x, rally.ball.x);
    assertEquals(copy.ball.y, rally.ball.y);
    assertEquals(copy.points(), rally.points());
    assertEquals(copy.level(), rally.level());
  }
}
