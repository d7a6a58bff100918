package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SittingTest {
  private final Sitting sitting = new Sitting();

  @Test
  void beforeTheFirstEndThereIsNoMeanAndNoBest() {
    assertTrue(Double.isNaN(sitting.mean()));
    assertTrue(Double.isNaN(sitting.best()));
    assertEquals(0, sitting.kept());
  }

  @Test
  void itKnowsMeanAndBestOfAllAndTheLastReturnsInOrder() {
    for (int i = 1; i <= 100; i++) {
      sitting.add(i == 3 ? 500 : i);
    }
    assertEquals(100, sitting.episodes());
    assertEquals(500, sitting.best());
    assertEquals((5050 + 497) / 100.0, sitting.mean(), 1e-9);
    int kept = sitting.kept();
    assertEquals(100, sitting.last()[kept - 1]);
    assertEquals(101 - kept, sitting.last()[0]);
  }

  @Test
  void negativeReturnsHaveABestToo() {
    sitting.add(-9);
    sitting.add(-4);
    assertEquals(-4, sitting.best());
  }
}
