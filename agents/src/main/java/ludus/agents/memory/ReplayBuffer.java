package ludus.agents.memory;

import java.util.Arrays;
import java.util.zip.CRC32;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/**
 * The last transitions of several envs (Lin 1992; Mnih et al. 2015), each frame stored once, as
 * bytes; stacks are put together when a batch is drawn.
 *
 * <p>Every env writes a ring of its own, a <em>lane</em>, of slots. A slot holds one frame (or one
 * vector of features) and what was done when it was the newest: action, reward, end. An episode of
 * T steps takes T + 1 slots. The oldest slots are overwritten first. What is drawn depends on the
 * content alone, never on where in the ring it lies, so a buffer that was filled again after a
 * resume gives the same batches.
 */
public final class ReplayBuffer {
  private static final byte NO_ACTION = -1;
  private static final byte FIRST = 1;
  private static final byte TERMINATED = 2;
  private static final int CHUNK = 1 << 10;

  private final ObservationSpec spec;
  private final int depth;
  private final int frame;
  private final Lane[] lanes;

  /** One env's ring. */
  private final class Lane {
    final int slots;
    final byte[][] pixels;
    final float[] features;
    final byte[] actions;
    final float[] rewards;
    final byte[] flags;
    // Slots written since the beginning; the newest is written − 1 and waits for its action.
    long written;

    Lane(int slots) {
      this.slots = slots;
      boolean bytes = spec instanceof ObservationSpec.Pixels;
      this.pixels = bytes ? new byte[(slots + CHUNK - 1) / CHUNK][] : null;
      this.features = bytes ? null : new float[Math.multiplyExact(slots, frame)];
      this.actions = new byte[slots];
      this.rewards = new float[slots];
      this.flags = new byte[slots];
    }

    int held() {
      return (int) Math.min(written, slots);
    }

    int slot(long index) {
      return (int) (index % slots);
    }

    void append(Observations observations, int row, byte flag) {
      int slot = slot(written++);
      actions[slot] = NO_ACTION;
      flags[slot] = flag;
      int newest = (row + 1) * spec.size() - frame;
      if (pixels != null) {
        byte[] chunk = pixels[slot / CHUNK];
        if (chunk == null) {
          chunk = new byte[CHUNK * frame];
          pixels[slot / CHUNK] = chunk;
        }
        System.arraycopy(observations.bytes(), newest, chunk, slot % CHUNK * frame, frame);
      } else {
        System.arraycopy(observations.floats(), newest, features, slot * frame, frame);
      }
    }

    /**
     * How many slots before {@code index}, at most depth − 1, are of the same episode; −1 if one of
     * them has been overwritten.
     */
    int history(long index) {
      for (int back = 0; back < depth - 1; back++) {
        if ((flags[slot(index - back)] & FIRST) != 0) {
          return back;
        }
        if (index - back - 1 < written - held()) {
          return -1;
        }
      }
      return depth - 1;
    }

    /** Writes the stack whose newest frame is at {@code index}, padded with the episode's first. */
    void stack(long index, int history, Observations out, int row) {
      if (pixels == null) {
        System.arraycopy(features, slot(index) * frame, out.floats(), row * frame, frame);
        return;
      }
      int to = row * spec.size();
      for (int back = depth - 1; back >= 0; back--, to += frame) {
        int slot = slot(index - Math.min(back, history));
        System.arraycopy(pixels[slot / CHUNK], slot % CHUNK * frame, out.bytes(), to, frame);
      }
    }
  }

  /** Transitions drawn at random: rows of the same number belong together. */
  public static final class Batch {
    final Observations states;
    final Observations nextStates;
    final int[] actions;
    final float[] rewards;
    final boolean[] terminated;

    /** An empty batch of this many rows. */
    public Batch(ObservationSpec spec, int rows) {
      this.states = new Observations(spec, rows);
      this.nextStates = new Observations(spec, rows);
      this.actions = new int[rows];
      this.rewards = new float[rows];
      this.terminated = new boolean[rows];
    }

    public int rows() {
      return actions.length;
    }

    /** s. */
    public Observations states() {
      return states;
    }

    /** a. */
    public int[] actions() {
      return actions;
    }

    /** r, as the env gave it. */
    public float[] rewards() {
      return rewards;
    }

    /** s', the real one also where a time limit ended the episode. */
    public Observations nextStates() {
      return nextStates;
    }

    /** Whether s' ended the episode by the rules, so that nothing is to be had after it. */
    public boolean[] terminated() {
      return terminated;
    }
  }

  /**
   * @param capacity slots in all, shared out evenly among the lanes
   * @param lanes how many envs write
   * @throws IllegalArgumentException if a lane would be too short to hold anything
   */
  public ReplayBuffer(ObservationSpec spec, int capacity, int lanes) {
    this.spec = spec;
    this.depth = spec instanceof ObservationSpec.Pixels pixels ? pixels.frames() : 1;
    this.frame = spec.size() / depth;
    if (lanes < 1 || capacity / lanes < depth + 2) {
      throw new IllegalArgumentException(
          "a replay buffer of %d slots is too small for %d envs".formatted(capacity, lanes));
    }
    this.lanes = new Lane[lanes];
    for (int i = 0; i < lanes; i++) {
      this.lanes[i] = new Lane(capacity / lanes);
    }
  }

  /** Bytes that a full buffer of this form takes. */
  public static long bytes(ObservationSpec spec, int capacity) {
    long observation =
        spec instanceof ObservationSpec.Pixels ? PixelCanvas.FRAME : 4L * spec.size();
    return capacity * (observation + Byte.BYTES + Float.BYTES + Byte.BYTES);
  }

  /** How many slots every lane has: how far back a resume must go. */
  public int laneCapacity() {
    return lanes[0].slots;
  }

  /** Takes the first observation of an episode of env {@code lane}. */
  public void begin(int lane, Observations observations, int row) {
    lanes[lane].append(observations, row, FIRST);
  }

  /**
   * Takes one step of env {@code lane}. If it ended the episode, {@link #begin} comes next.
   *
   * @param next the observation after the step; at an end the episode's last
   * @param terminated whether the rules ended the episode
   */
  public void add(
      int lane, int action, float reward, boolean terminated, Observations next, int row) {
    Lane l = lanes[lane];
    int slot = l.slot(l.written - 1);
    l.actions[slot] = (byte) action;
    l.rewards[slot] = reward;
    l.flags[slot] |= terminated ? TERMINATED : 0;
    l.append(next, row, (byte) 0);
  }

  /** How many slots are filled; a few of them (ends, cut stacks) cannot be drawn. */
  public int size() {
    int size = 0;
    for (Lane lane : lanes) {
      size += lane.held();
    }
    return size;
  }

  /**
   * Draws transitions uniformly, with replacement.
   *
   * @throws IllegalStateException if the buffer holds no transition
   */
  public void sample(Rng rng, Batch batch) {
    int size = size();
    for (int row = 0; row < batch.rows(); row++) {
      int tries = 0;
      while (!draw(rng.nextInt(Math.max(1, size)), batch, row)) {
        if (++tries > 10_000) {
          throw new IllegalStateException("the replay buffer holds no whole transition yet");
        }
      }
    }
  }

  /**
   * Fills a row with the transition at this place, counted through all lanes from the oldest on.
   */
  private boolean draw(int place, Batch batch, int row) {
    int i = 0;
    while (i < lanes.length && place >= lanes[i].held()) {
      place -= lanes[i++].held();
    }
    if (i == lanes.length) {
      return false;
    }
    Lane lane = lanes[i];
    long index = lane.written - lane.held() + place;
    int slot = lane.slot(index);
    if (lane.actions[slot] == NO_ACTION) {
      return false;
    }
    int history = lane.history(index);
    if (history < 0) {
      return false;
    }
    lane.stack(index, history, batch.states, row);
    lane.stack(index + 1, Math.min(history + 1, depth - 1), batch.nextStates, row);
    batch.actions[row] = lane.actions[slot];
    batch.rewards[row] = lane.rewards[slot];
    batch.terminated[row] = (lane.flags[slot] & TERMINATED) != 0;
    return true;
  }

  /** A number for all that could be drawn, to see whether a buffer was filled again rightly. */
  public long checksum() {
    CRC32 crc = new CRC32();
    for (Lane lane : lanes) {
      for (long index = lane.written - lane.held(); index < lane.written; index++) {
        int slot = lane.slot(index);
        crc.update(lane.actions[slot]);
        crc.update(Float.floatToIntBits(lane.rewards[slot]));
        crc.update(lane.flags[slot]);
        if (lane.pixels != null) {
          crc.update(lane.pixels[slot / CHUNK], slot % CHUNK * frame, frame);
        } else {
          crc.update(
              Arrays.hashCode(Arrays.copyOfRange(lane.features, slot * frame, (slot + 1) * frame)));
        }
      }
    }
    return crc.getValue();
  }
}
