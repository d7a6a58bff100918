package ludus.games.braking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoadTest {
  @Test
  void aLockedWheelKeepsWhatTheFormulaSays() {
    // Dry: B s = 11.7, less E (11.7 − arctan 11.7) = 0.377 × 10.2145 leaves 7.849; arctan 1.4441;
    // times C 2.4405; sine 0.6452; times D.
    assertEquals(0.774, Road.DRY.grip(1), 0.001);
    assertEquals(0.526, Road.WET.grip(1), 0.001);
    assertEquals(0.088, Road.ICE.grip(1), 0.001);
  }

  @ParameterizedTest
  @EnumSource
  void theTableIsTheFormula(Road road) {
    for (double slip = -1; slip <= 1; slip += 0.00037) {
      assertEquals(road.formula(slip), road.grip(slip), 2e-4, "slip " + slip);
    }
  }

  @ParameterizedTest
  @EnumSource
  void gripIsGreatestAtASmallSlipAndFallsFromThere(Road road) {
    double best = 0;
    for (double slip = 0; slip <= 1; slip += 0.001) {
      best = road.grip(slip) > road.grip(best) ? slip : best;
    }
    assertEquals(road == Road.DRY ? 0.132 : road == Road.WET ? 0.110 : 0.055, best, 0.003);
    assertEquals(road.peak(), road.grip(best), 1e-3);
    assertTrue(road.slope(best / 2) > 0);
    assertTrue(road.slope(0.5) < 0);
  }
}
