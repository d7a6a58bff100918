package ludus.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RngTest {
  @Test
  void itIsSplitMix64() {
    // The first numbers of the reference implementation (Vigna 2015) for seed 1234567.
    Rng rng = new Rng(1234567);
    assertEquals(6457827717110365317L, rng.nextLong());
    assertEquals(3203168211198807973L, rng.nextLong());
    assertEquals(-8629252141511181193L, rng.nextLong());
  }

  @Test
  void aSavedStateContinues() {
    Rng rng = new Rng(5);
    rng.nextGaussian();
    Rng copy = new Rng(0);
    copy.state(rng.state());
    for (int i = 0; i < 100; i++) {
      assertEquals(rng.nextLong(), copy.nextLong());
    }
  }

  @Test
  void boundedNumbersAreUniform() {
    Rng rng = new Rng(6);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[rng.nextInt(7)]++;
    }
    for (int count : counts) {
      assertEquals(10_000, count, 400);
    }
    assertThrows(IllegalArgumentException.class, () -> rng.nextInt(0));
  }

  @Test
  void fractionsAndNormalsHaveTheirMoments() {
    Rng rng = new Rng(7);
    double sum = 0;
    double normal = 0;
    double square = 0;
    for (int i = 0; i < 100_000; i++) {
      float f = rng.nextFloat();
      assertTrue(f >= 0 && f < 1);
      sum += f;
      double g = rng.nextGaussian();
      normal += g;
      square += g * g;
    }
    assertEquals(0.5, sum / 100_000, 0.01);
    assertEquals(0, normal / 100_000, 0.02);
    assertEquals(1, square / 100_000, 0.03);
  }

  @Test
  void derivedSeedsDiffer() {
    Set<Long> seeds = new HashSet<>();
    for (int group = 0; group < 100; group++) {
      for (int index = 0; index < 100; index++) {
        seeds.add(Rng.derive(3, group, index));
      }
    }
    assertEquals(10_000, seeds.size());
  }
}
