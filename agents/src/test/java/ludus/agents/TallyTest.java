package ludus.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally("loss", "q");

  private static Map<String, Double> drain(Tally tally) {
    Map<String, Double> means = new LinkedHashMap<>();
    tally.drain(means);
    return means;
  }

  @Test
  void itGivesMeansSinceItWasLastAsked() {
    tally.add(1, 10);
    tally.add(3, 20);
    assertEquals(Map.of("loss", 2.0, "q", 15.0), drain(tally));
    tally.add(7, 8);
    assertEquals(Map.of("loss", 7.0, "q", 8.0), drain(tally));
  }

  @Test
  void beforeTheFirstUpdateTheNamesStandThereWithoutNumbers() {
    Map<String, Double> means = drain(tally);
    assertEquals(List.of("loss", "q"), List.copyOf(means.keySet()));
    assertTrue(means.get("loss").isNaN());
  }

  @Test
  void savedAndLoadedHalfWayItGoesOnAsIfNothingHadBeen() {
    tally.add(0.1, 0.2);
    Map<String, Long> numbers = new HashMap<>();
    tally.save(numbers);
    Tally resumed = new Tally("loss", "q");
    resumed.load(numbers);
    tally.add(0.3, 0.4);
    resumed.add(0.3, 0.4);
    assertEquals(drain(tally), drain(resumed));
  }

  @Test
  void aMeasurementTooManyOrTooFewIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> tally.add(1));
  }
}
