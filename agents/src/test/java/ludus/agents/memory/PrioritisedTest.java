package ludus.agents.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import ludus.agents.explore.Schedule;
import ludus.agents.network.Weights;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

/** The features here are the number of the step, so that a row tells which transition it is. */
class PrioritisedTest {
  private static final ObservationSpec ONE = new ObservationSpec.Features(1);
  private static final Schedule BETA = Schedule.parse("linear 0.4 to 1 over 1000");
  private static final Prioritised RANKED = new Prioritised(0.6f, BETA, 1e-6f);

  private final Observations shown = new Observations(ONE, 1);

  private static ReplayBuffer buffer(Prioritised prioritised, int capacity, int envs) {
    return new ReplayBuffer(ONE, capacity, envs, 1, 0.9f, prioritised);
  }

  private Observations show(int number) {
    shown.floats()[0] = number;
    return shown;
  }

  private void steps(ReplayBuffer buffer, int lane, int from, int count) {
    buffer.begin(lane, show(from), 0);
    for (int t = 1; t <= count; t++) {
      buffer.add(lane, 0, 0, false, show(from + t), 0);
    }
  }

  /** Draws every transition once and sets its error to one of its number. */
  private static void setErrors(ReplayBuffer buffer, float[] errorByNumber) {
    Rng rng = new Rng(99);
    ReplayBatch batch = new ReplayBatch(ONE, 512);
    float[] errors = new float[512];
    for (int k = 0; k < 20; k++) {
      buffer.sample(rng, 1, batch);
      for (int row = 0; row < 512; row++) {
        errors[row] = errorByNumber[(int) batch.states().floats()[row]];
      }
      buffer.learned(batch, errors);
    }
  }

  @Test
  void transitionsAreDrawnInProportionToTheirPriorityToThePowerOfAlpha() {
    for (float alpha : new float[] {0, 0.6f, 1}) {
      ReplayBuffer buffer = buffer(new Prioritised(alpha, BETA, 1e-6f), 64, 2);
      steps(buffer, 0, 0, 3);
      steps(buffer, 1, 3, 3);
      float[] errors = {1, 2, 4, -3, 0.5f, 1.5f};
      // Number 3 is both the last state of lane 0, which has no action, and the first of lane 1.
      setErrors(buffer, errors);
      double sum = 0;
      for (float error : errors) {
        sum += Math.pow(Math.abs(error), alpha);
      }
      int[] counts = new int[6];
      ReplayBatch batch = new ReplayBatch(ONE, 100);
      Rng rng = new Rng(5);
      for (int k = 0; k < 1000; k++) {
        buffer.sample(rng, 1, batch);
        for (int row = 0; row < 100; row++) {
          counts[(int) batch.states().floats()[row]]++;
        }
      }
      for (int i = 0; i < 6; i++) {
        double p = Math.pow(Math.abs(errors[i]), alpha) / sum;
        assertEquals(p, counts[i] / 1e5, 0.005, "number %d, α %s".formatted(i, alpha));
      }
    }
  }

  @Test
  void weightsMakeUpForTheDrawingAndAreNormalisedByTheirMaximum() {
    ReplayBuffer buffer = buffer(new Prioritised(1, BETA, 1e-9f), 64, 1);
    steps(buffer, 0, 0, 3);
    setErrors(buffer, new float[] {1, 2, 4});
    ReplayBatch batch = new ReplayBatch(ONE, 256);
    Rng rng = new Rng(6);
    buffer.sample(rng, 1, batch);
    for (int row = 0; row < 256; row++) {
      // (N P)^−1 is 7/3, 7/6 and 7/12; over the highest: 1, ½, ¼.
      assertEquals(1 / Math.pow(2, batch.states().floats()[row]), batch.weights()[row], 1e-6);
    }
    buffer.sample(rng, 0.5f, batch);
    for (int row = 0; row < 256; row++) {
      double number = batch.states().floats()[row];
      assertEquals(1 / Math.pow(2, number / 2), batch.weights()[row], 1e-6);
    }
    buffer.sample(rng, 0, batch);
    for (float weight : batch.weights()) {
      assertEquals(1, weight);
    }
  }

  @Test
  void betaComesToOne() {
    assertEquals(0.4f, RANKED.beta().at(0));
    assertEquals(1, RANKED.beta().at(1000));
    assertEquals(1, RANKED.beta().at(1_000_000));
  }

  @Test
  void newTransitionsComeInAtTheHighestPrioritySoFar() {
    ReplayBuffer buffer = buffer(new Prioritised(1, BETA, 1e-9f), 64, 1);
    steps(buffer, 0, 0, 2);
    setErrors(buffer, new float[] {5, 1});
    setErrors(buffer, new float[] {2, 2}); // 5 was the highest once
    buffer.add(0, 0, 0, false, show(3), 0);
    int[] counts = new int[3];
    ReplayBatch batch = new ReplayBatch(ONE, 900);
    buffer.sample(new Rng(7), 1, batch);
    for (float number : batch.states().floats()) {
      counts[(int) number]++;
    }
    int[] expected = {200, 200, 500};
    for (int i = 0; i < 3; i++) {
      // Stratified: at most one off at each border.
      assertEquals(expected[i], counts[i], 2, Arrays.toString(counts));
    }
  }

  @Test
  void aDrawIsStratifiedSoThatEveryPartOfTheMassIsSeen() {
    ReplayBuffer buffer = buffer(RANKED, 64, 1);
    steps(buffer, 0, 0, 32);
    ReplayBatch batch = new ReplayBatch(ONE, 32);
    buffer.sample(new Rng(8), 1, batch);
    for (int row = 0; row < 32; row++) {
      assertEquals(row, batch.states().floats()[row], "alike priorities: one row from each");
    }
  }

  @Test
  void endsAndOverwrittenStacksAreNeverDrawn() {
    ObservationSpec pixels = new ObservationSpec.Pixels(4);
    ReplayBuffer buffer = new ReplayBuffer(pixels, 50, 1, 3, 0.9f, RANKED);
    Observations frame = new Observations(pixels, 1);
    ReplayBatch batch = new ReplayBatch(pixels, 16);
    float[] errors = new float[16];
    Rng rng = new Rng(9);
    for (int episode = 0; episode < 20; episode++) {
      buffer.begin(0, frame, 0);
      for (int t = 0; t < 7 + episode; t++) {
        buffer.add(0, 1, 1, t == 6 + episode, frame, 0);
        buffer.sample(rng, 1, batch); // throws if it meets one
        for (int row = 0; row < 16; row++) {
          errors[row] = rng.nextFloat();
        }
        buffer.learned(batch, errors);
      }
    }
  }

  @Test
  void prioritiesComeBackExactlyWhereverInTheRingTheContentLies() {
    ReplayBuffer older = buffer(RANKED, 20, 2);
    ReplayBuffer newer = buffer(RANKED, 20, 2);
    for (int lane = 0; lane < 2; lane++) {
      steps(older, lane, 0, 33); // goes round three times
      steps(newer, lane, 24, 9); // the ten that are left
    }
    setErrors(older, new Random(34).numbers());
    Weights kept = older.priorities();
    newer.priorities(kept);
    ReplayBatch a = new ReplayBatch(ONE, 64);
    ReplayBatch b = new ReplayBatch(ONE, 64);
    Rng rngA = new Rng(10);
    Rng rngB = new Rng(10);
    float[] errors = new Random(64).numbers();
    for (int k = 0; k < 50; k++) {
      older.sample(rngA, 0.7f, a);
      newer.sample(rngB, 0.7f, b);
      assertArrayEquals(a.states().floats(), b.states().floats());
      assertArrayEquals(a.weights(), b.weights());
      older.learned(a, errors);
      newer.learned(b, errors);
      for (int lane = 0; lane < 2; lane++) {
        older.add(lane, 0, 0, false, show(k % 30), 0);
        newer.add(lane, 0, 0, false, show(k % 30), 0);
      }
    }
  }

  /** Numbers that look like errors. */
  private record Random(int count) {
    float[] numbers() {
      Rng rng = new Rng(count);
      float[] numbers = new float[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = (float) rng.nextGaussian();
      }
      return numbers;
    }
  }

  @Test
  void prioritiesOfAnotherContentAreRefused() {
    ReplayBuffer one = buffer(RANKED, 20, 1);
    ReplayBuffer other = buffer(RANKED, 20, 1);
    steps(one, 0, 0, 5);
    steps(other, 0, 0, 6);
    assertThrows(IllegalArgumentException.class, () -> other.priorities(one.priorities()));
  }

  @Test
  void anErrorThatIsNoNumberOrInfiniteDoesNotBreakTheSums() {
    ReplayBuffer buffer = buffer(RANKED, 20, 1);
    steps(buffer, 0, 0, 4);
    ReplayBatch batch = new ReplayBatch(ONE, 4);
    buffer.sample(new Rng(1), 1, batch);
    buffer.learned(batch, new float[] {Float.NaN, Float.POSITIVE_INFINITY, 0, 1e30f});
    buffer.sample(new Rng(2), 1, batch);
    assertTrue(batch.weights()[0] > 0);
  }

  @Test
  void theSumTreeFindsEveryLeafByItsShareOfTheMass() {
    long[] masses = {3, 0, 5, 1, 0, 7, 2};
    SumTree tree = new SumTree(masses.length);
    for (int i = 0; i < masses.length; i++) {
      tree.set(i, 100);
      tree.set(i, masses[i]);
    }
    assertEquals(18, tree.total());
    Map<Integer, Long> found = new TreeMap<>();
    for (long place = 0; place < 18; place++) {
      found.merge(tree.at(place), 1L, Long::sum);
    }
    assertEquals(Map.of(0, 3L, 2, 5L, 3, 1L, 5, 7L, 6, 2L), found);
    assertEquals(9, tree.before(5));
    assertEquals(0, tree.before(0));
  }
}
