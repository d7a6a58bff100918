package ludus.agents.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

/** Returns of three steps with γ = ½, worked by hand. */
class NStepTest {
  private static final ObservationSpec ONE = new ObservationSpec.Features(1);

  private final Observations shown = new Observations(ONE, 1);
  private final ReplayBuffer buffer = new ReplayBuffer(ONE, 64, 1, 3, 0.5f, null);

  private Observations show(int number) {
    shown.floats()[0] = number;
    return shown;
  }

  /** Rows by the number of their state: return, number of the next state, discount. */
  private float[][] rows(int count) {
    float[][] rows = new float[count][];
    ReplayBatch batch = new ReplayBatch(ONE, 500);
    buffer.sample(new Rng(1), 1, batch);
    for (int row = 0; row < 500; row++) {
      rows[(int) batch.states().floats()[row]] =
          new float[] {
            batch.rewards()[row], batch.nextStates().floats()[row], batch.discounts()[row]
          };
    }
    return rows;
  }

  @Test
  void theyStopAtTheEndOfTheEpisodeAndNothingFollowsItThere() {
    buffer.begin(0, show(0), 0);
    for (int t = 0; t < 5; t++) {
      buffer.add(0, 0, 1 << t, t == 4, show(t + 1), 0); // rewards 1, 2, 4, 8, 16
    }
    buffer.begin(0, show(9), 0);
    buffer.add(0, 0, 1000, false, show(9), 0);
    float[][] rows = rows(10);
    assertArrayEquals(new float[] {1 + 1 + 1, 3, 0.125f}, rows[0]);
    assertArrayEquals(new float[] {2 + 2 + 2, 4, 0.125f}, rows[1]);
    assertArrayEquals(new float[] {4 + 4 + 4, 5, 0}, rows[2]);
    assertArrayEquals(new float[] {8 + 8, 5, 0}, rows[3]);
    assertArrayEquals(new float[] {16, 5, 0}, rows[4]);
    assertEquals(null, rows[5], "nothing was done in the last state");
  }

  @Test
  void cutByATimeLimitTheyBootstrapFromTheRealLastStateWithGammaToTheStepsTaken() {
    buffer.begin(0, show(0), 0);
    for (int t = 0; t < 4; t++) {
      buffer.add(0, 0, 1, false, show(t + 1), 0);
    }
    buffer.begin(0, show(9), 0); // of the next episode, which no return may reach
    buffer.add(0, 0, 1000, false, show(9), 0);
    float[][] rows = rows(10);
    assertArrayEquals(new float[] {1.75f, 3, 0.125f}, rows[0]);
    assertArrayEquals(new float[] {1.75f, 4, 0.125f}, rows[1]);
    assertArrayEquals(new float[] {1.5f, 4, 0.25f}, rows[2]);
    assertArrayEquals(new float[] {1, 4, 0.5f}, rows[3]);
  }

  @Test
  void atTheWriteHeadTheyTakeAsManyStepsAsThereAre() {
    buffer.begin(0, show(0), 0);
    for (int t = 0; t < 3; t++) {
      buffer.add(0, 0, 1, false, show(t + 1), 0);
    }
    float[][] rows = rows(10);
    assertArrayEquals(new float[] {1.75f, 3, 0.125f}, rows[0]);
    assertArrayEquals(new float[] {1.5f, 3, 0.25f}, rows[1]);
    assertArrayEquals(new float[] {1, 3, 0.5f}, rows[2]);
  }

  @Test
  void noReturnGoesRoundTheRingPastTheOldest() {
    buffer.begin(0, show(0), 0);
    for (int t = 0; t < 1000; t++) {
      buffer.add(0, 0, t, false, show(t + 1), 0);
    }
    float[][] rows = rows(1001);
    for (int t = 0; t < 1000; t++) {
      if (t < 1000 - 63) {
        assertEquals(null, rows[t], "overwritten");
      } else if (t < 998) {
        float expected = t + 0.5f * (t + 1) + 0.25f * (t + 2);
        assertArrayEquals(new float[] {expected, t + 3, 0.125f}, rows[t]);
      }
    }
  }
}
