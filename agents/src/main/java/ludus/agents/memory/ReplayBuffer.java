package ludus.agents.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import ludus.agents.network.Weights;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/**
 * The last transitions of several envs (Lin 1992; Mnih et al. 2015), each frame stored once, as
 * bytes; stacks and returns of n steps are put together when a batch is drawn.
 *
 * <p>Every env writes a ring of its own, a {@link Lane}. What is drawn depends on the content
 * alone, never on where in the ring it lies, so a buffer that was filled again after a resume gives
 * the same batches.
 *
 * <p>Draws are uniform, or prioritised (see {@link Prioritised}). Then, after each draw, {@link
 * #learned} has to be told of the errors.
 */
public final class ReplayBuffer {
  private static final int SLOT = Byte.BYTES + Float.BYTES + Byte.BYTES + Integer.BYTES;

  private final ObservationSpec spec;
  private final int steps;
  private final float gamma;
  private final Prioritised prioritised;
  private final int slots;
  private final List<Lane> lanes = new ArrayList<>();
  // The mass of what was never learned from: the highest so far.
  private long highest;

  /**
   * @param capacity slots in all, shared out evenly among the lanes
   * @param envs how many write, each a lane of its own
   * @param steps n of the returns
   * @param gamma discount γ a step within them
   * @param prioritised how to draw by priority, or null to draw uniformly
   * @throws IllegalArgumentException if a lane would be too short to hold anything
   */
  public ReplayBuffer(
      ObservationSpec spec,
      int capacity,
      int envs,
      int steps,
      float gamma,
      Prioritised prioritised) {
    this.spec = spec;
    this.steps = steps;
    this.gamma = gamma;
    this.prioritised = prioritised;
    int depth = spec instanceof ObservationSpec.Pixels pixels ? pixels.frames() : 1;
    if (envs < 1 || capacity / envs < depth + 1 + steps) {
      throw new IllegalArgumentException(
          "a replay buffer of %d slots is too small for %d envs".formatted(capacity, envs));
    }
    this.slots = capacity / envs;
    this.highest = prioritised == null ? 0 : prioritised.mass(1, 0);
    for (int i = 0; i < envs; i++) {
      lanes.add(lane(slots, false, 0));
    }
  }

  private Lane lane(int slots, boolean demonstrated, float bonus) {
    return new Lane(spec, slots, steps, gamma, prioritised != null, demonstrated, bonus);
  }

  /** Bytes that a full buffer of this form takes in all. */
  public static long bytes(ObservationSpec spec, long capacity, boolean prioritised) {
    long features = spec instanceof ObservationSpec.Pixels ? 0 : (long) Float.BYTES * spec.size();
    long priorities = prioritised ? SumTree.BYTES_A_LEAF : 0;
    return bytesOutside(spec, capacity) + capacity * (features + SLOT + priorities);
  }

  /** Bytes of these that lie outside the Java heap. */
  public static long bytesOutside(ObservationSpec spec, long capacity) {
    return spec instanceof ObservationSpec.Pixels ? capacity * PixelCanvas.FRAME : 0;
  }

  /** How many slots the lane of an env has: how far back a resume must go. */
  public int laneCapacity() {
    return slots;
  }

  /**
   * Adds a lane for what somebody else has done, which nothing will overwrite.
   *
   * @param slots of all its episodes together: their steps, and one more for each
   * @param bonus what is added to its TD errors when they become priorities
   * @return the lane's number, for {@link #begin} and {@link #add}
   */
  public int demonstrations(int slots, float bonus) {
    lanes.add(lane(slots, true, bonus));
    return lanes.size() - 1;
  }

  /** Takes the first observation of an episode. */
  public void begin(int lane, Observations observations, int row) {
    lanes.get(lane).begin(observations, row);
  }

  /**
   * Takes one step. If it ended the episode, {@link #begin} comes next.
   *
   * @param reward as it is to be learned: clipped and scaled
   * @param next the observation after the step; at an end the episode's last
   * @param terminated whether the rules ended the episode
   */
  public void add(
      int lane, int action, float reward, boolean terminated, Observations next, int row) {
    lanes.get(lane).add(action, reward, terminated, next, row, highest);
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
   * Draws transitions, with replacement.
   *
   * @param beta β of the importance weights; of no account if draws are uniform
   * @throws IllegalStateException if the buffer holds no transition
   */
  public void sample(Rng rng, float beta, ReplayBatch batch) {
    if (prioritised == null) {
      sampleUniformly(rng, batch);
    } else {
      sampleByMass(rng, beta, batch);
    }
  }

  private void sampleUniformly(Rng rng, ReplayBatch batch) {
    int size = size();
    for (int row = 0; row < batch.rows(); row++) {
      int tries = 0;
      while (!draw(rng.nextInt(Math.max(1, size)), batch, row)) {
        if (++tries > 10_000) {
          throw empty();
        }
      }
    }
    Arrays.fill(batch.weights, 1);
  }

  /**
   * Fills a row with the transition at this place, counted through all lanes from the oldest on.
   */
  private boolean draw(int place, ReplayBatch batch, int row) {
    for (Lane lane : lanes) {
      if (place < lane.held()) {
        return lane.draw(lane.oldest() + place, batch, row);
      }
      place -= lane.held();
    }
    return false;
  }

  /** One draw from each of as many equal parts of the mass as there are rows. */
  private void sampleByMass(Rng rng, float beta, ReplayBatch batch) {
    long total = 0;
    for (Lane lane : lanes) {
      total += lane.masses.total();
    }
    if (total == 0) {
      throw empty();
    }
    int rows = batch.rows();
    long least = Long.MAX_VALUE;
    for (int row = 0; row < rows; row++) {
      long place = (long) ((row + rng.nextDouble()) / rows * total);
      place = Math.min(place, total - 1);
      int i = 0;
      while (place >= lanes.get(i).masses.total()) {
        place -= lanes.get(i++).masses.total();
      }
      Lane lane = lanes.get(i);
      int slot = lane.slotAtMass(place);
      if (!lane.draw(lane.index(slot), batch, row)) {
        throw new IllegalStateException("a slot without a transition has a priority");
      }
      batch.lanes[row] = i;
      least = Math.min(least, lane.masses.mass(slot));
    }
    // w = (N P)^−β / max w; as P is in proportion to the mass, N and Σ cancel out.
    for (int row = 0; row < rows; row++) {
      double mass = lanes.get(batch.lanes[row]).masses.mass(batch.slots[row]);
      batch.weights[row] = (float) StrictMath.pow(least / mass, beta);
    }
  }

  private static IllegalStateException empty() {
    return new IllegalStateException("the replay buffer holds no whole transition yet");
  }

  /**
   * Takes the TD errors of a batch that has just been drawn as priorities; does nothing if draws
   * are uniform.
   */
  public void learned(ReplayBatch batch, float[] errors) {
    if (prioritised == null) {
      return;
    }
    for (int row = 0; row < batch.rows(); row++) {
      Lane lane = lanes.get(batch.lanes[row]);
      long mass = prioritised.mass(errors[row], lane.bonus);
      lane.masses.set(batch.slots[row], mass);
      highest = Math.max(highest, mass);
    }
  }

  /** All priorities, for a checkpoint; null if draws are uniform. */
  public Weights priorities() {
    if (prioritised == null) {
      return null;
    }
    Weights all = new Weights();
    all.put("highest", new int[0], new float[] {highest});
    for (int i = 0; i < lanes.size(); i++) {
      float[] masses = lanes.get(i).masses();
      all.put("lane" + i, new int[] {masses.length}, masses);
    }
    return all;
  }

  /**
   * Takes over what {@link #priorities} gave when the buffer had the same content.
   *
   * @throws IllegalArgumentException if it had not
   */
  public void priorities(Weights all) {
    highest = (long) all.values("highest")[0];
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).masses(all.values("lane" + i));
    }
  }

  /** A number for all that could be drawn, to see whether a buffer was filled again rightly. */
  public long checksum() {
    CRC32 crc = new CRC32();
    for (Lane lane : lanes) {
      lane.checksum(crc);
    }
    return crc.getValue();
  }
}
