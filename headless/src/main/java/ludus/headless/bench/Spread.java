package ludus.headless.bench;

import java.util.Arrays;

/**
 * How a measured quantity scatters. The median stands for it: on a machine with other users the
 * mean is ruled by the few runs that were disturbed.
 *
 * @param median the middle one
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {

  /**
   * Of these samples, in any order.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Spread of(double... samples) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("there is no median of no samples");
    }
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    double median = (sorted[last / 2] + sorted[(last + 1) / 2]) / 2;
    return new Spread(median, sorted[0], sorted[last]);
  }
}
