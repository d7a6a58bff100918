package ludus.agents.memory;

import ludus.agents.explore.Schedule;

/**
 * Prioritised replay (Schaul et al. 2016): transition i is drawn with probability p(i)^α / Σ p^α,
 * where p = |δ| + {@code floor} is its last TD error, or the highest p so far while it has none;
 * the loss of each drawn one is weighted by (N P(i))^−β, over the highest of its batch.
 *
 * @param alpha α: 0 is uniform, 1 in proportion to the error
 * @param beta β by env steps; ends at 1, where the weights make up for the drawing wholly
 * @param floor what keeps a transition without error from never being drawn again
 */
public record Prioritised(float alpha, Schedule beta, float floor) {
  private static final double UNIT = 0x1p-24;
  private static final float MOST = 0x1p38f; // a million of these still fit into a long

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public Prioritised {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be from 0 to 1, was " + alpha);
    }
    Schedule.require(beta, "beta", 0, 1);
    if (!(floor > 0)) {
      throw new IllegalArgumentException("floor must be above 0, was " + floor);
    }
  }

  /** p^α for a TD error, as a whole number of units that a float can hold. */
  long mass(float error, float bonus) {
    double p = StrictMath.pow(Math.abs(error) + (double) floor + bonus, alpha);
    // An infinite or undefined error counts as a very large one.
    float units = p < MOST * UNIT ? (float) (p / UNIT) : MOST;
    return Math.max(1, (long) units);
  }
}
