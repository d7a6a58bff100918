package ludus.headless.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ludus.headless.bench.LearnerTask.Kind;
import org.junit.jupiter.api.Test;

class LearnerTaskTest {
  // Products of the small network, by hand: places × filters × window, then inputs × units.
  private static final long FIRST = 20 * 20 * 16 * (4 * 8 * 8);
  private static final long REST = 9 * 9 * 32 * (16 * 4 * 4) + 32 * 9 * 9 * 256 + 256 * 4;

  @Test
  void aForwardPassCountsAProductAndASumForEachWeightAndPlace() {
    assertEquals(2 * (FIRST + REST), new LearnerTask("small", Kind.INFER, 1).operations());
    assertEquals(64 * (FIRST + REST), new LearnerTask("small", Kind.INFER, 32).operations());
  }

  @Test
  void anUpdateCountsNoGradientOfTheFrames() {
    assertEquals(2 * (2 * FIRST + 3 * REST), new LearnerTask("small", Kind.TRAIN, 1).operations());
  }

  @Test
  void theNatureNetworkHasThreeConvolutions() {
    long products =
        20 * 20 * 32 * (4 * 8 * 8)
            + 9 * 9 * 64 * (32 * 4 * 4)
            + 7 * 7 * 64 * (64 * 3 * 3)
            + 64 * 7 * 7 * 512
            + 512 * 4;
    assertEquals(2 * products, new LearnerTask("nature", Kind.INFER, 1).operations());
  }
}
