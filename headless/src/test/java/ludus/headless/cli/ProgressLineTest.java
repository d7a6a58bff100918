package ludus.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import ludus.headless.run.TrainingRun.Status;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static String text(Map<String, Double> metrics) {
    return ProgressLine.text(new Status(5000, 20000, 10, 12, 8.25, metrics, 100, 50, Map.of()));
  }

  @Test
  void itTellsWhatCountsInOneOrder() {
    Map<String, Double> metrics = new HashMap<>();
    metrics.put("loss", 0.125);
    metrics.put("gradient_norm", 3.0);
    metrics.put("epsilon", 0.05);
    assertEquals(
        "[#####---------------] 5,000 steps, 12 episodes, return 8.3, ε 0.05, loss 0.125,"
            + " 100 steps/s, 2 min 30 s left at most",
        text(metrics));
  }

  @Test
  void whatIsNotKnownYetIsNotTold() {
    assertEquals(
        "[#####---------------] 5,000 steps, 12 episodes, return 8.3, 100 steps/s, 2 min 30 s left"
            + " at most",
        text(Map.of("epsilon", Double.NaN)));
  }
}
