package ludus.agents;

import java.util.Arrays;
import java.util.Map;

/**
 * Means of what every update measures, taken since they were last asked for. A learner keeps its
 * sums in its checkpoints, so that a resumed run logs what an unbroken one would have logged.
 */
public final class Tally {
  private static final String COUNT = "summed";

  private final String[] names;
  private final double[] sums;
  private int count;

  /** A tally of measurements by these names. */
  public Tally(String... names) {
    this.names = names.clone();
    this.sums = new double[names.length];
  }

  /**
   * Counts one update.
   *
   * @param values a number for each name, in their order
   * @throws IllegalArgumentException if there is not one for each
   */
  public void add(double... values) {
    if (values.length != sums.length) {
      throw new IllegalArgumentException(
          "a tally of %d measurements got %d".formatted(sums.length, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      sums[i] += values[i];
    }
    count++;
  }

  /** Hands the means out by name, and begins anew. They are not numbers where nothing was added. */
  public void drain(Map<String, Double> means) {
    for (int i = 0; i < names.length; i++) {
      means.put(names[i], sums[i] / count);
    }
    Arrays.fill(sums, 0);
    count = 0;
  }

  /** Puts the sums among the numbers of a checkpoint. */
  public void save(Map<String, Long> numbers) {
    for (int i = 0; i < names.length; i++) {
      numbers.put(key(i), Double.doubleToLongBits(sums[i]));
    }
    numbers.put(COUNT, (long) count);
  }

  /** Continues from what {@link #save} put there. */
  public void load(Map<String, Long> numbers) {
    for (int i = 0; i < names.length; i++) {
      sums[i] = Double.longBitsToDouble(numbers.get(key(i)));
    }
    count = Math.toIntExact(numbers.get(COUNT));
  }

  private String key(int i) {
    return names[i] + "_sum";
  }
}
