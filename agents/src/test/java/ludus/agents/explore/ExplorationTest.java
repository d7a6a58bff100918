package ludus.agents.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplorationTest {
  private static final float[] VALUES = {0.5f, 1.5f, -1, 1.4f};

  private static EpsilonGreedy greedy(float epsilon) {
    return new EpsilonGreedy(new Schedule.Constant(epsilon));
  }

  private static Boltzmann softmax(float temperature) {
    return new Boltzmann(new Schedule.Constant(temperature));
  }

  static Stream<Exploration> rules() {
    return Stream.of(greedy(0), greedy(0.3f), greedy(1), softmax(0.1f), softmax(1), softmax(50));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void actionsAreChosenAsOftenAsTheirProbabilitiesSay(Exploration rule) {
    int tries = 100_000;
    Rng rng = new Rng(7);
    int[] counts = new int[VALUES.length];
    int[] chosen = new int[1];
    for (int i = 0; i < tries; i++) {
      rule.ahead(0, VALUES.length, rng, chosen);
      int action =
          chosen[0] == Exploration.BY_VALUE
              ? rule.byValue(0, VALUES, 0, VALUES.length, rng)
              : chosen[0];
      counts[action]++;
    }
    float[] p = new float[VALUES.length];
    rule.probabilities(0, VALUES, p);
    double sum = 0;
    for (int a = 0; a < p.length; a++) {
      // Five standard deviations of a binomial count, and one for good measure.
      assertEquals(p[a] * tries, counts[a], 1 + 5 * Math.sqrt(p[a] * (1 - p[a]) * tries));
      sum += p[a];
    }
    assertEquals(1, sum, 1e-6);
  }

  @Test
  void epsilonIsSharedByAllActionsTheBestOneToo() {
    float[] p = new float[4];
    greedy(0.2f).probabilities(0, VALUES, p);
    assertArrayEquals(new float[] {0.05f, 0.85f, 0.05f, 0.05f}, p, 1e-6f);
  }

  @Test
  void wholeChanceNeedsNoValues() {
    int[] chosen = new int[50];
    assertFalse(greedy(1).ahead(0, 3, new Rng(1), chosen));
    for (int action : chosen) {
      assertTrue(action >= 0 && action < 3);
    }
    assertTrue(greedy(0).ahead(0, 3, new Rng(1), chosen));
  }

  @Test
  void softmaxByHand() {
    float[] p = new float[2];
    softmax(2).probabilities(0, new float[] {0, (float) (2 * Math.log(3))}, p);
    assertArrayEquals(new float[] {0.25f, 0.75f}, p, 1e-6f);
  }

  @Test
  void softmaxOfHugeValuesNeitherOverflowsNorLeavesTheBest() {
    float[] huge = {1e30f, 3e30f, -1e30f};
    assertEquals(1, softmax(0.001f).byValue(0, huge, 0, 3, new Rng(3)));
    float[] p = new float[3];
    softmax(0.001f).probabilities(0, huge, p);
    assertArrayEquals(new float[] {0, 1, 0}, p);
  }

  @Test
  void aTemperatureFallsByItsSchedule() {
    Boltzmann cooling = new Boltzmann(Schedule.parse("linear 1 to 0.01 over 100"));
    float[] early = new float[4];
    float[] late = new float[4];
    cooling.probabilities(0, VALUES, early);
    cooling.probabilities(100, VALUES, late);
    assertTrue(early[1] < 0.5 && late[1] > 0.99);
    assertEquals(0.01f, cooling.at(100));
  }

  @Test
  void whatIsNoProbabilityOrTemperatureIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> greedy(1.5f));
    assertThrows(IllegalArgumentException.class, () -> softmax(0));
    assertThrows(IllegalArgumentException.class, () -> new EpsilonGreedy(null));
    assertThrows(IllegalArgumentException.class, () -> new Ucb1(-1));
  }

  @Test
  void ucbTriesEverythingOnceAndThenTheHighestBound() {
    double[] values = {9, 9, 0.5, 0.6, 0.4};
    int[] counts = {9, 9, 0, 1, 0};
    assertEquals(0, Ucb1.STANDARD.choose(values, counts, 2, 3));
    counts[2] = 1;
    assertEquals(2, Ucb1.STANDARD.choose(values, counts, 2, 3));
    // 0.5 + √(2 ln 103 / 1), against 0.6 + √(2 ln 103 / 100): the one that is hardly known.
    assertEquals(0, Ucb1.STANDARD.choose(new double[] {0.5, 0.6}, new int[] {3, 100}, 0, 2));
    assertEquals(1, new Ucb1(0).choose(new double[] {0.5, 0.6}, new int[] {3, 100}, 0, 2));
    assertEquals(0.5 + Math.sqrt(2 * Math.log(103) / 3), Ucb1.STANDARD.bound(0.5, 3, 103), 1e-12);
  }

  @Test
  void ucbPullsTheWorseOfTwoArmsOnlyAboutLogarithmicallyOften() {
    Rng rng = new Rng(11);
    double[] means = {0.4, 0.7};
    double[] values = new double[2];
    int[] counts = new int[2];
    for (int t = 0; t < 20_000; t++) {
      int arm = Ucb1.STANDARD.choose(values, counts, 0, 2);
      double reward = rng.nextDouble() < means[arm] ? 1 : 0;
      counts[arm]++;
      values[arm] += (reward - values[arm]) / counts[arm];
    }
    // Theorem 1 of Auer et al.: at most 8 ln t / Δ² + 1 + π²/3 pulls on average, here 885.
    assertTrue(counts[0] < 885, counts[0] + " pulls");
    assertTrue(counts[0] > 20);
  }
}
