package ludus.headless.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void oneDisturbedSampleDoesNotMoveTheMedian() {
    assertEquals(new Spread(2, 1, 900), Spread.of(2, 900, 1));
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertEquals(new Spread(2.5, 1, 4), Spread.of(4, 1, 3, 2));
  }

  @Test
  void noSamplesHaveNoMedian() {
    assertThrows(IllegalArgumentException.class, Spread::of);
  }
}
