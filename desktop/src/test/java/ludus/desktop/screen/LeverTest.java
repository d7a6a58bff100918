package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.game.GameInfo.Range;
import org.junit.jupiter.api.Test;

class LeverTest {
  /** A control from −1 to 1 that rests at this level. */
  static GameInfo info(int levels, int rest) {
    return GameInfo.of("test")
        .actions(IntStream.range(0, levels).mapToObj(i -> "level " + i).toList())
        .idle(rest)
        .range(new Range(-1, 1))
        .features(new Feature("x", "", 0, 1))
        .ticksPerSecond(20)
        .tickLimit(100)
        .build();
  }

  private final Lever lever = new Lever(info(101, 50));

  private void ticks(int n, int direction) {
    for (int i = 0; i < n; i++) {
      lever.tick(direction);
    }
  }

  @Test
  void itRestsWhereTheIdleActionIs() {
    assertEquals(0, lever.value());
    assertEquals(50, lever.tick(0));
  }

  @Test
  void aHeldKeyMovesItFromEndToEndInItsTime() {
    ticks(20, -1);
    assertEquals(-1, lever.value());
    int travel = Math.round(20 * Lever.TRAVEL);
    ticks(travel - 1, 1);
    assertTrue(lever.value() < 1);
    assertEquals(100, lever.tick(1));
  }

  @Test
  void letGoOfItGoesBackAndNoFarther() {
    ticks(20, 1);
    ticks(1, 0);
    assertTrue(lever.value() > 0 && lever.value() < 1);
    ticks(20, 0);
    assertEquals(0, lever.value());
  }

  @Test
  void aStickHoldsItWhereItPointsAndAKeyIsStronger() {
    lever.stick(-0.5f);
    assertEquals(25, lever.tick(0));
    assertTrue(lever.tick(1) > 25);
    lever.stick(0);
    ticks(20, 0);
    assertEquals(0, lever.value());
  }

  @Test
  void clearedItIsLetGoAtOnce() {
    lever.stick(1);
    lever.tick(0);
    lever.clear();
    assertEquals(50, lever.tick(0));
  }
}
