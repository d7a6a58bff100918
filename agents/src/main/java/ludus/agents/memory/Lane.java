package ludus.agents.memory;

import java.util.zip.CRC32;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * One env's ring of slots. A slot holds one frame (or one vector of features) and what was done
 * when it was the newest: action, reward, end. An episode of T steps takes T + 1 slots. The oldest
 * slots are overwritten first.
 *
 * <p>Slots are named by an index that counts all that was ever written; index i lies in slot i
 * modulo their number.
 */
final class Lane {
  private static final byte NO_ACTION = -1;
  private static final byte FIRST = 1;
  private static final byte TERMINATED = 2;

  final int slots;
  final boolean demonstrated;
  final float bonus;
  final SumTree masses; // what can be drawn has a mass, all else none; null if draws are uniform
  private final int depth;
  private final int steps;
  private final float gamma;
  private final FrameStore frames;
  private final byte[] actions;
  private final float[] rewards;
  private final byte[] flags;
  private final int[] sums;
  private long written;

  /**
   * @param steps n of the returns
   * @param demonstrated whether it holds what somebody else did
   * @param bonus what is added to its TD errors when they become priorities
   */
  Lane(
      ObservationSpec spec,
      int slots,
      int steps,
      float gamma,
      boolean prioritised,
      boolean demonstrated,
      float bonus) {
    this.slots = slots;
    this.steps = steps;
    this.gamma = gamma;
    this.demonstrated = demonstrated;
    this.bonus = bonus;
    this.depth = spec instanceof ObservationSpec.Pixels pixels ? pixels.frames() : 1;
    this.masses = prioritised ? new SumTree(slots) : null;
    this.frames = FrameStore.of(spec, slots);
    this.actions = new byte[slots];
    this.rewards = new float[slots];
    this.flags = new byte[slots];
    this.sums = new int[slots];
  }

  /** How many slots are filled. */
  int held() {
    return (int) Math.min(written, slots);
  }

  /** The index of the oldest slot that is still there. */
  long oldest() {
    return written - held();
  }

  int slot(long index) {
    return (int) (index % slots);
  }

  /** The index of what lies in this slot now. */
  long index(int slot) {
    return oldest() + Math.floorMod(slot - slot(oldest()), slots);
  }

  void begin(Observations observations, int row) {
    append(observations, row, FIRST);
  }

  /** Takes a step from the newest slot on, with the priority of what was never learned from. */
  void add(int action, float reward, boolean terminated, Observations next, int row, long mass) {
    int slot = slot(written - 1);
    actions[slot] = (byte) action;
    rewards[slot] = reward;
    flags[slot] |= terminated ? TERMINATED : 0;
    if (masses != null) {
      masses.set(slot, mass);
    }
    append(next, row, (byte) 0);
  }

  private void append(Observations observations, int row, byte flag) {
    int slot = slot(written++);
    actions[slot] = NO_ACTION;
    rewards[slot] = 0;
    flags[slot] = flag;
    sums[slot] = frames.put(slot, observations, row);
    if (masses != null) {
      masses.set(slot, 0);
      // Overwriting a slot cuts the stacks of the next few.
      for (long index = oldest(); index < Math.min(oldest() + depth - 1, written); index++) {
        if (history(index) < 0) {
          masses.set(slot(index), 0);
        }
      }
    }
  }

  /**
   * How many slots before {@code index}, at most depth − 1, are of the same episode; −1 if one of
   * them has been overwritten.
   */
  private int history(long index) {
    for (int back = 0; back < depth - 1; back++) {
      if ((flags[slot(index - back)] & FIRST) != 0) {
        return back;
      }
      if (index - back - 1 < oldest()) {
        return -1;
      }
    }
    return depth - 1;
  }

  /**
   * Fills a row with the transition that begins at {@code index}, but for its weight.
   *
   * @return whether one begins there, with its whole stack
   */
  boolean draw(long index, ReplayBatch batch, int row) {
    int slot = slot(index);
    int history = actions[slot] == NO_ACTION ? -1 : history(index);
    if (history < 0) {
      return false;
    }
    // R = rₜ + γ rₜ₊₁ + … + γᵐ⁻¹ rₜ₊ₘ₋₁; m ends with the episode, or where nothing is known yet.
    float sum = 0;
    float discount = 1;
    boolean terminated = false;
    long end = index;
    while (end < index + steps && !terminated && actions[slot(end)] != NO_ACTION) {
      sum += discount * rewards[slot(end)];
      discount *= gamma;
      terminated = (flags[slot(end)] & TERMINATED) != 0;
      end++;
    }
    stack(index, history, batch.states, row);
    stack(end, (int) Math.min(history + (end - index), depth - 1), batch.nextStates, row);
    batch.actions[row] = actions[slot];
    batch.rewards[row] = sum;
    batch.discounts[row] = terminated ? 0 : discount;
    batch.demonstrated[row] = demonstrated;
    batch.slots[row] = slot;
    return true;
  }

  /** Writes the stack whose newest frame is at {@code index}, padded with the episode's first. */
  private void stack(long index, int history, Observations out, int row) {
    int at = row * depth;
    int first = slot(index - history);
    for (int padding = history + 1; padding < depth; padding++) {
      frames.get(first, 1, out, at++);
    }
    int run = Math.min(history + 1, slots - first);
    frames.get(first, run, out, at);
    frames.get(0, history + 1 - run, out, at + run);
  }

  /** The slot at this place of the lane's mass, counted from the oldest slot on. */
  int slotAtMass(long place) {
    long from = masses.before(slot(oldest()));
    return masses.at((from + place) % masses.total());
  }

  /** The masses from the oldest slot to the newest; floats hold them exactly. */
  float[] masses() {
    float[] all = new float[held()];
    for (int i = 0; i < all.length; i++) {
      all[i] = masses.mass(slot(oldest() + i));
    }
    return all;
  }

  /**
   * Takes over what {@link #masses()} gave when the lane had the same content.
   *
   * @throws IllegalArgumentException if it had not
   */
  void masses(float[] all) {
    if (all.length != held()) {
      throw new IllegalArgumentException(
          "%d priorities for %d slots".formatted(all.length, held()));
    }
    for (int i = 0; i < all.length; i++) {
      masses.set(slot(oldest() + i), (long) all[i]);
    }
  }

  /** Takes all that could be drawn into a checksum, from the oldest slot on. */
  void checksum(CRC32 crc) {
    for (long index = oldest(); index < written; index++) {
      int slot = slot(index);
      crc.update(actions[slot]);
      update(crc, Float.floatToIntBits(rewards[slot]));
      crc.update(flags[slot]);
      update(crc, sums[slot]);
    }
  }

  private static void update(CRC32 crc, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      crc.update(value >>> shift);
    }
  }
}
