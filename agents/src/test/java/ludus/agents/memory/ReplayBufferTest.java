package ludus.agents.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

/**
 * The frames here are numbered: frame f of the stream is filled with the byte f, so that a stack
 * tells which frames it is made of.
 */
class ReplayBufferTest {
  private static final ObservationSpec.Pixels PIXELS = new ObservationSpec.Pixels(4);
  private static final int FRAME = PixelCanvas.FRAME;

  private final Observations shown = new Observations(PIXELS, 1);

  private static ReplayBuffer uniform(ObservationSpec spec, int capacity, int envs) {
    return new ReplayBuffer(spec, capacity, envs, 1, 0.9f, null);
  }

  /** Shows a stack whose newest frame has this number. */
  private Observations show(int frame) {
    Arrays.fill(shown.bytes(), 3 * FRAME, 4 * FRAME, (byte) frame);
    return shown;
  }

  /**
   * Writes an episode of frames first … first + steps; step t has action t % 3 and reward frame.
   */
  private void episode(ReplayBuffer buffer, int lane, int first, int steps, boolean terminated) {
    buffer.begin(lane, show(first), 0);
    for (int t = 0; t < steps; t++) {
      boolean last = t == steps - 1;
      buffer.add(lane, t % 3, first + t, last && terminated, show(first + t + 1), 0);
    }
  }

  private static int[] stack(Observations observations, int row) {
    int[] frames = new int[4];
    for (int i = 0; i < 4; i++) {
      frames[i] = observations.bytes()[(row * 4 + i) * FRAME] & 0xFF;
    }
    return frames;
  }

  @Test
  void everyTransitionComesBackAsItWas() {
    ReplayBuffer buffer = uniform(PIXELS, 64, 1);
    episode(buffer, 0, 10, 5, true);
    episode(buffer, 0, 30, 3, false);
    ReplayBatch batch = new ReplayBatch(PIXELS, 256);
    buffer.sample(new Rng(1), 1, batch);
    Set<Integer> seen = new HashSet<>();
    for (int row = 0; row < batch.rows(); row++) {
      int newest = stack(batch.states(), row)[3];
      int first = newest < 30 ? 10 : 30;
      seen.add(newest);
      for (int i = 0; i < 4; i++) {
        assertEquals(Math.max(first, newest - 3 + i), stack(batch.states(), row)[i]);
        assertEquals(Math.max(first, newest - 2 + i), stack(batch.nextStates(), row)[i]);
      }
      assertEquals((newest - first) % 3, batch.actions()[row]);
      assertEquals(newest, batch.rewards()[row]);
      assertEquals(newest == 14, batch.discounts()[row] == 0, "only the first episode terminated");
    }
    assertEquals(Set.of(10, 11, 12, 13, 14, 30, 31, 32), seen);
  }

  @Test
  void theOldestGoesFirstAndNoStackCrossesTheWriteHead() {
    ReplayBuffer buffer = uniform(PIXELS, 10, 1);
    episode(buffer, 0, 0, 100, false); // frames 0 … 100, of which 91 … 100 are left
    ReplayBatch batch = new ReplayBatch(PIXELS, 512);
    buffer.sample(new Rng(2), 1, batch);
    Set<Integer> seen = new HashSet<>();
    for (int row = 0; row < batch.rows(); row++) {
      int newest = stack(batch.states(), row)[3];
      assertArrayEquals(
          new int[] {newest - 3, newest - 2, newest - 1, newest}, stack(batch.states(), row));
      seen.add(newest);
    }
    assertEquals(Set.of(94, 95, 96, 97, 98, 99), seen);
  }

  @Test
  void lanesDoNotMix() {
    ReplayBuffer buffer = uniform(PIXELS, 40, 2);
    buffer.begin(0, show(10), 0);
    buffer.begin(1, show(110), 0);
    for (int t = 0; t < 8; t++) {
      buffer.add(0, 0, 0, false, show(11 + t), 0);
      buffer.add(1, 1, 1, false, show(111 + t), 0);
    }
    ReplayBatch batch = new ReplayBatch(PIXELS, 256);
    buffer.sample(new Rng(3), 1, batch);
    int second = 0;
    for (int row = 0; row < batch.rows(); row++) {
      boolean late = stack(batch.states(), row)[3] >= 110;
      for (int frame : stack(batch.states(), row)) {
        assertEquals(late, frame >= 110);
      }
      assertEquals(late ? 1 : 0, batch.actions()[row]);
      second += late ? 1 : 0;
    }
    assertEquals(128, second, 40);
  }

  @Test
  void drawsAreUniformOverTheTransitions() {
    ReplayBuffer buffer = uniform(PIXELS, 100, 1);
    episode(buffer, 0, 0, 10, true);
    int[] counts = new int[10];
    ReplayBatch batch = new ReplayBatch(PIXELS, 100);
    Rng rng = new Rng(4);
    for (int i = 0; i < 100; i++) {
      buffer.sample(rng, 1, batch);
      for (int row = 0; row < 100; row++) {
        counts[(int) batch.rewards()[row]]++;
      }
    }
    for (int count : counts) {
      assertEquals(1000, count, 130);
    }
  }

  @Test
  void whatIsDrawnDoesNotDependOnWhereInTheRingItLies() {
    ReplayBuffer older = uniform(PIXELS, 20, 1);
    ReplayBuffer newer = uniform(PIXELS, 20, 1);
    for (int e = 0; e < 9; e++) {
      episode(older, 0, 20 * e, 11, true);
    }
    // The last two episodes fill a lane of 20 slots: 2 × 12 slots.
    episode(newer, 0, 140, 11, true);
    episode(newer, 0, 160, 11, true);
    assertEquals(older.checksum(), newer.checksum());
    ReplayBatch a = new ReplayBatch(PIXELS, 64);
    ReplayBatch b = new ReplayBatch(PIXELS, 64);
    older.sample(new Rng(5), 1, a);
    newer.sample(new Rng(5), 1, b);
    assertArrayEquals(a.states().bytes(), b.states().bytes());
    assertArrayEquals(a.nextStates().bytes(), b.nextStates().bytes());
    assertArrayEquals(a.rewards(), b.rewards());
  }

  @Test
  void featuresComeBackToo() {
    ObservationSpec.Features two = new ObservationSpec.Features(2);
    ReplayBuffer buffer = uniform(two, 8, 1);
    Observations now = new Observations(two, 1);
    now.floats()[0] = 0;
    buffer.begin(0, now, 0);
    for (int t = 1; t <= 50; t++) {
      now.floats()[0] = t;
      now.floats()[1] = -t;
      buffer.add(0, 1, t, false, now, 0);
    }
    ReplayBatch batch = new ReplayBatch(two, 100);
    buffer.sample(new Rng(6), 1, batch);
    for (int row = 0; row < 100; row++) {
      assertEquals(batch.rewards()[row] - 1, batch.states().floats()[2 * row]);
      assertEquals(batch.rewards()[row], batch.nextStates().floats()[2 * row]);
      assertEquals(-batch.rewards()[row], batch.nextStates().floats()[2 * row + 1]);
      assertTrue(batch.rewards()[row] > 43);
    }
  }

  @Test
  void aFrameIsStoredOnceAsBytes() {
    long million = ReplayBuffer.bytes(PIXELS, 1_000_000, false);
    assertTrue(million < 7_100_000_000L, million + " bytes");
    assertEquals(7_056_000_000L, ReplayBuffer.bytesOutside(PIXELS, 1_000_000));
    assertTrue(ReplayBuffer.bytes(PIXELS, 1_000_000, true) < 7_150_000_000L);
  }

  @Test
  void anEmptyOrTinyBufferSaysSo() {
    ReplayBuffer empty = uniform(PIXELS, 16, 1);
    ReplayBatch batch = new ReplayBatch(PIXELS, 1);
    assertThrows(IllegalStateException.class, () -> empty.sample(new Rng(7), 1, batch));
    empty.begin(0, show(1), 0);
    assertThrows(IllegalStateException.class, () -> empty.sample(new Rng(7), 1, batch));
    assertThrows(IllegalArgumentException.class, () -> uniform(PIXELS, 16, 8));
  }
}
