package ludus.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.random.Rng;
import ludus.games.pong.Court.Event;
import org.junit.jupiter.api.Test;

class CourtTest {
  private static final float EXACT = 1e-5f;
  private static final float DEGREE = (float) (Math.PI / 180);

  private final Court court = new Court();

  @Test
  void aBallInTheOpenGoesStraightOn() {
    court.reset(1);
    court.place(-3, 10, 1.5f, -0.5f, 0);
    assertEquals(Event.NONE, court.advance());
    assertBall(-1.5f, 9.5f, 1.5f, -0.5f);
  }

  @Test
  void theWallsReflectTheBall() {
    court.reset(1);
    court.place(0, 37, 1, 2, 0); // 39 would be one beyond 38
    court.advance();
    assertBall(1, 37, 1, -2);
    court.place(0, -37.5f, 1, -1, 0);
    court.advance();
    assertBall(1, -37.5f, 1, 1);
  }

  @Test
  void theMiddleOfAPaddleReturnsTheBallStraight() {
    court.reset(1);
    court.paddle(0, 5);
    court.place(33.5f, 5, 1, 0, 0);
    assertEquals(Event.HIT, court.advance());
    // Half a tick to the paddle at 34, half a tick back at 1.28.
    assertBall(33.36f, 5, -1.28f, 0);
  }

  @Test
  void theAngleGrowsInProportionToTheDistanceFromThePaddlesMiddle() {
    for (float offset = -7.5f; offset <= 7.5f; offset += 0.5f) {
      for (int player = 0; player < 2; player++) {
        int side = Court.side(player);
        court.reset(1);
        court.paddle(player, 3);
        court.place(side * 34 - side, 3 + offset, side, 0, 0);
        assertEquals(Event.HIT, court.advance());
        double angle = offset / 7.5 * 55 * DEGREE;
        assertEquals(-side * 1.28 * Math.cos(angle), court.velocityX(), EXACT);
        assertEquals(1.28 * Math.sin(angle), court.velocityY(), EXACT);
      }
    }
  }

  @Test
  void aBallMoreThanSevenAndAHalfUnitsFromThePaddlesMiddlePasses() {
    for (float offset : new float[] {-7.51f, 7.51f}) {
      court.reset(1);
      court.place(33.5f, offset, 1, 0, 0);
      while (court.pause() == 0) {
        assertTrue(court.velocityX() >= 0, "the ball came back");
        court.advance();
      }
    }
  }

  @Test
  void aPaddleThatIsLateByALittleStillCatchesTheBall() {
    court.reset(1);
    court.place(35, 9, 1, 0, 4);
    court.advance();
    assertEquals(36, court.ballX(), "it has passed the paddle's face");
    court.paddle(0, 2);
    assertEquals(Event.HIT, court.advance());
    assertEquals(-1.6 * Math.cos(7 / 7.5 * 55 * DEGREE), court.velocityX(), EXACT);
    court.place(36.5f, 9, 1, 0, 4);
    court.paddle(0, 9);
    assertEquals(Event.NONE, court.advance(), "too late");
  }

  @Test
  void whoLetsTheBallPassLosesThePointAndTheNextServeComesFromTheMiddle() {
    for (int player = 0; player < 2; player++) {
      int side = Court.side(player);
      court.reset(1);
      court.place(side * 41.5f, 30, side, 0, 7);
      assertEquals(player == 0 ? Event.POINT_LEFT : Event.POINT_RIGHT, court.advance());
      assertEquals(0, court.ballX());
      assertTrue(Math.abs(court.ballY()) <= 20);
      assertEquals(30, court.pause());
      assertEquals(0, court.hits());
      for (int i = 0; i < 30; i++) {
        assertEquals(0, court.velocityX());
        court.advance();
      }
      assertEquals(0, court.pause());
      assertEquals(1.2, Math.hypot(court.velocityX(), court.velocityY()), EXACT);
    }
  }

  @Test
  void everyHitMakesTheBallFasterAndTheFiftiethIsALet() {
    court.reset(1);
    court.place(33.5f, 0, 1.2f, 0, 0);
    int hits = 0;
    Event event = Event.NONE;
    while (event != Event.LET) {
      event = court.advance();
      if (event == Event.HIT) {
        hits++;
        assertEquals(hits, court.hits());
        assertEquals(1.2 + 0.08 * hits, Math.abs(court.velocityX()), EXACT);
      }
    }
    assertEquals(49, hits);
    assertEquals(30, court.pause(), "the ball waits for another serve");
  }

  @Test
  void noBallIsTooFastForAPaddleInItsWay() {
    Rng rng = new Rng(3);
    court.reset(1);
    for (int i = 0; i < 20_000; i++) {
      int hits = rng.nextInt(49);
      float speed = 1.2f + 0.08f * hits;
      float angle = rng.uniform(-55, 55) * DEGREE;
      int player = rng.nextInt(2);
      int side = Court.side(player);
      float vx = side * speed * (float) Math.cos(angle);
      float vy = speed * (float) Math.sin(angle);
      court.place(rng.uniform(-30, 30), rng.uniform(-38, 38), vx, vy, hits);
      float ticks = (34 - side * court.ballX()) / Math.abs(vx);
      court.paddle(player, Court.fold(court.ballY() + vy * ticks) + rng.uniform(-6, 6));
      Event event = Event.NONE;
      for (int t = 0; t <= ticks && event == Event.NONE; t++) {
        event = court.advance();
      }
      assertTrue(event == Event.HIT || event == Event.LET, "case " + i + ": " + event);
      assertTrue(Math.abs(court.ballY()) <= 38);
    }
  }

  @Test
  void servesGoBothWaysAtAllHeightsAndAnglesThatTheRulesName() {
    int right = 0;
    float highest = 0;
    float lowest = 0;
    double steepestUp = 0;
    double steepestDown = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      court.reset(seed);
      float y = court.ballY();
      for (int i = 0; i < 30; i++) {
        court.advance();
      }
      double angle = Math.asin(court.velocityY() / 1.2) / DEGREE;
      right += court.velocityX() > 0 ? 1 : 0;
      highest = Math.min(highest, y);
      lowest = Math.max(lowest, y);
      steepestUp = Math.min(steepestUp, angle);
      steepestDown = Math.max(steepestDown, angle);
    }
    assertEquals(1_000, right, 100); // more than four standard deviations
    assertEquals(-20, highest, 0.2);
    assertEquals(20, lowest, 0.2);
    assertEquals(-35, steepestUp, 0.4);
    assertEquals(35, steepestDown, 0.4);
  }

  @Test
  void paddlesStopAtTheWalls() {
    court.paddle(0, 50);
    court.paddle(1, -34.5f);
    assertEquals(34, court.paddle(0));
    assertEquals(-34, court.paddle(1));
  }

  private void assertBall(float x, float y, float velocityX, float velocityY) {
    assertEquals(x, court.ballX(), EXACT);
    assertEquals(y, court.ballY(), EXACT);
    assertEquals(velocityX, court.velocityX(), EXACT);
    assertEquals(velocityY, court.velocityY(), EXACT);
  }
}
