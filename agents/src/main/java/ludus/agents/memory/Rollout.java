package ludus.agents.memory;

import java.util.Arrays;
import java.util.zip.CRC32;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * The newest steps of many envs, for learners that learn from a stretch of play and let it go. Of
 * each env it holds {@code length} steps and the {@code length + 1} moments around them: step t
 * leads from moment t to moment t + 1, where t counts from the oldest that is kept. An older step
 * makes room for a new one.
 *
 * <p>Where a step ends an episode, the moment after it belongs to the next episode.
 */
public final class Rollout {
  private final int envs;
  private final int length;
  private final Observations[] moments; // a ring; a row an env
  private final int[] actions;
  private final float[] rewards;
  private final boolean[] ended;
  private final float[] after;
  private final float[] values;
  private final long[] written; // steps of each env since its beginning

  /**
   * @param input the form of an observation
   * @param envs how many envs step together
   * @param length how many steps of each are kept
   */
  public Rollout(ObservationSpec input, int envs, int length) {
    this.envs = envs;
    this.length = length;
    this.moments = new Observations[length + 1];
    for (int m = 0; m <= length; m++) {
      moments[m] = new Observations(input, envs);
    }
    int places = Math.multiplyExact(length + 1, envs);
    this.actions = new int[places];
    this.rewards = new float[places];
    this.ended = new boolean[places];
    this.after = new float[places];
    this.values = new float[places];
    this.written = new long[envs];
  }

  /** Steps of each env that are kept. */
  public int length() {
    return length;
  }

  /** How many envs there are. */
  public int envs() {
    return envs;
  }

  /** Env {@code i} has no past and shows this. */
  public void begin(int i, Observations shown, int row) {
    written[i] = 0;
    shown.copyRow(row, moments[slot(i, length)], i);
  }

  /**
   * Env {@code i} has taken a step.
   *
   * @param over whether it ended an episode, in either way, or what counts as one
   * @param finalValue what the final state is worth where a time limit ended it, else 0
   * @param shown what the env shows now, in row {@code row}
   */
  public void add(
      int i,
      int action,
      float reward,
      boolean over,
      float finalValue,
      Observations shown,
      int row) {
    int at = place(i, length);
    actions[at] = action;
    rewards[at] = reward;
    ended[at] = over;
    after[at] = finalValue;
    written[i]++;
    shown.copyRow(row, moments[slot(i, length)], i);
  }

  private int slot(int i, int t) {
    // One turn of the ring more, so that it is not negative before the first step.
    return (int) ((written[i] + 1 + t) % (length + 1));
  }

  private int place(int i, int t) {
    return slot(i, t) * envs + i;
  }

  /** What env {@code i} was made to do in step t. */
  public int action(int i, int t) {
    return actions[place(i, t)];
  }

  /** What step t of env {@code i} earned. */
  public float reward(int i, int t) {
    return rewards[place(i, t)];
  }

  /** Whether step t ended an episode of env {@code i}, in either way. */
  public boolean ended(int i, int t) {
    return ended[place(i, t)];
  }

  /** What the state after step t is worth if a time limit ended the episode there, else 0. */
  public float finalValue(int i, int t) {
    return after[place(i, t)];
  }

  /** What moment t of env {@code i} is worth, as {@link #value(int, int, float)} had it. */
  public float value(int i, int t) {
    return values[place(i, t)];
  }

  /** Notes what moment t of env {@code i} is worth; moment {@code length()} is the newest. */
  public void value(int i, int t, float value) {
    values[place(i, t)] = value;
  }

  /** Copies what env {@code i} showed at moment t. */
  public void copyMoment(int i, int t, Observations to, int row) {
    moments[slot(i, t)].copyRow(i, to, row);
  }

  /** A number for the newest steps and what is shown now, to see whether they came back rightly. */
  public long checksum(int steps) {
    CRC32 crc = new CRC32();
    for (int i = 0; i < envs; i++) {
      for (int t = length - steps; t < length; t++) {
        crc.update(action(i, t));
        crc.update(Float.floatToIntBits(reward(i, t)));
      }
      Observations now = moments[slot(i, length)];
      int size = now.spec().size();
      if (now.bytes() != null) {
        crc.update(now.bytes(), i * size, size);
      } else {
        crc.update(Arrays.hashCode(Arrays.copyOfRange(now.floats(), i * size, (i + 1) * size)));
      }
    }
    return crc.getValue();
  }
}
