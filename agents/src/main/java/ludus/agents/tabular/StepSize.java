package ludus.agents.tabular;

import java.util.Arrays;

/**
 * How far an entry moves towards its target. A constant α weighs recent targets more and follows a
 * behaviour that changes; 1/n, n being the number of the entry's updates, is the plain mean of all
 * its targets.
 */
public final class StepSize {
  private final double alpha;
  private final float[] counts;

  /**
   * @param alpha constant, in (0, 1]; 0 stands for 1/n
   * @param entries how many there are
   */
  public StepSize(double alpha, int entries) {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("a step size must be from 0 to 1, was " + alpha);
    }
    this.alpha = alpha;
    counts = new float[alpha > 0 ? 0 : entries];
  }

  /** The step size of this entry's next update, which is counted. */
  double next(int entry) {
    return alpha > 0 ? alpha : 1 / ++counts[entry];
  }

  /** Whether it is the same at every update. */
  boolean constant() {
    return alpha > 0;
  }

  void keep(Archive archive) {
    archive.floats("counts", counts);
  }

  @Override
  public String toString() {
    return alpha > 0 ? "α = " + alpha : "1/n after " + Arrays.toString(counts);
  }
}
