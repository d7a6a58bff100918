package ludus.agents.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;

class RolloutTest {
  private static final int LENGTH = 3;

  private final Rollout rollout = new Rollout(new ObservationSpec.Features(1), 2, LENGTH);
  private final Observations shown = new Observations(new ObservationSpec.Features(1), 2);
  private final Observations seen = new Observations(new ObservationSpec.Features(1), 1);

  private void begin(int i, float observation) {
    shown.floats()[i] = observation;
    rollout.begin(i, shown, i);
  }

  /** A step of env {@code i} with this number, which is its action, reward and new observation. */
  private void step(int i, int number) {
    shown.floats()[i] = number;
    rollout.add(i, number, number, number % 2 == 0, number / 10f, shown, i);
  }

  private float moment(int i, int t) {
    rollout.copyMoment(i, t, seen, 0);
    return seen.floats()[0];
  }

  @Test
  void aFullRolloutHoldsEveryStepBetweenItsTwoMoments() {
    begin(0, 50);
    begin(1, 60);
    for (int t = 0; t < LENGTH; t++) {
      step(0, 1 + t);
      step(1, 11 + t);
    }
    assertEquals(50, moment(0, 0));
    assertEquals(60, moment(1, 0));
    for (int t = 0; t < LENGTH; t++) {
      assertEquals(1 + t, rollout.action(0, t));
      assertEquals(11 + t, rollout.reward(1, t));
      assertEquals(t == 1, rollout.ended(0, t));
      assertEquals((11 + t) / 10f, rollout.finalValue(1, t));
      assertEquals(1 + t, moment(0, t + 1));
      assertEquals(11 + t, moment(1, t + 1));
    }
  }

  @Test
  void theLastMomentOfOneRolloutIsTheFirstOfTheNext() {
    begin(0, 50);
    for (int number = 1; number <= 2 * LENGTH; number++) {
      step(0, number);
    }
    assertEquals(LENGTH, moment(0, 0));
    assertEquals(LENGTH + 1, rollout.action(0, 0));
    assertEquals(2 * LENGTH, moment(0, LENGTH));
  }

  @Test
  void anEnvThatHasTakenMoreStepsThanAnotherIsStillReadFromItsNewest() {
    begin(0, 50);
    begin(1, 60);
    for (int number = 1; number <= 7; number++) {
      step(0, number);
    }
    step(1, 8);
    assertEquals(7, rollout.action(0, LENGTH - 1));
    assertEquals(8, rollout.action(1, LENGTH - 1));
    assertEquals(60, moment(1, LENGTH - 1));
    assertTrue(rollout.ended(1, LENGTH - 1));
    assertFalse(rollout.ended(0, LENGTH - 1));
  }

  @Test
  void aValueStaysWithItsMomentWhenNewOnesCome() {
    begin(0, 50);
    rollout.value(0, LENGTH, 0.5f);
    step(0, 1);
    rollout.value(0, LENGTH, 1.5f);
    step(0, 2);
    assertEquals(0.5f, rollout.value(0, LENGTH - 2));
    assertEquals(1.5f, rollout.value(0, LENGTH - 1));
  }

  @Test
  void theChecksumSeesStepsAndWhatIsShownNow() {
    begin(0, 50);
    begin(1, 60);
    step(0, 1);
    step(1, 2);
    long sum = rollout.checksum(1);
    step(0, 1);
    step(1, 2);
    assertEquals(sum, rollout.checksum(1));
    step(0, 1);
    step(1, 4);
    assertNotEquals(sum, rollout.checksum(1));
  }
}
