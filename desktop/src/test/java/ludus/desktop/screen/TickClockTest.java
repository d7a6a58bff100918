package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TickClockTest {
  private final TickClock clock = new TickClock(50);

  private int taken() {
    int n = 0;
    while (clock.take()) {
      n++;
    }
    return n;
  }

  private int over(int pictures, float each, Speed speed) {
    int n = 0;
    for (int i = 0; i < pictures; i++) {
      clock.advance(each, speed);
      n += taken();
    }
    return n;
  }

  @Test
  void tenSecondsAreFiveHundredTicksWhateverTheScreensRate() {
    assertEquals(500, over(600, 1 / 60f, Speed.NORMAL), 1);
    clock.drop();
    assertEquals(500, over(1440, 1 / 144f, Speed.NORMAL), 1);
    clock.drop();
    assertEquals(500, over(300, 1 / 30f, Speed.NORMAL), 1);
  }

  @Test
  void speedMultipliesTicks() {
    assertEquals(63, over(600, 1 / 60f, Speed.parse("1/8")), 1);
    clock.drop();
    assertEquals(8000, over(600, 1 / 60f, Speed.parse("16")), 1);
  }

  @Test
  void ticksAreSpreadEvenly() {
    for (int i = 0; i < 600; i++) {
      clock.advance(1 / 60f, Speed.NORMAL);
      assertTrue(taken() <= 1);
    }
  }

  @Test
  void aStallIsForgotten() {
    clock.advance(30, Speed.NORMAL);
    assertEquals(50 * TickClock.MEMORY, taken(), 1);
  }

  @Test
  void timeNeverRunsBackwards() {
    clock.advance(-5, Speed.NORMAL);
    assertFalse(clock.take());
    clock.advance(0.02f, Speed.NORMAL);
    assertTrue(clock.take());
  }

  @Test
  void asFastAsPossibleAlwaysHasATickDueUntilThePictureIsAndLeavesNoneBehind() {
    clock.advance(0.001f, Speed.MAX);
    assertTrue(clock.take());
    assertTrue(taken() > 0);
    assertFalse(clock.take());
    clock.advance(0.001f, Speed.MAX);
    assertTrue(clock.take());
    clock.advance(0.001f, Speed.NORMAL);
    assertFalse(clock.take());
  }
}
