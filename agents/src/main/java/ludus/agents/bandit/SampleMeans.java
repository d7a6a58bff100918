package ludus.agents.bandit;

import java.util.Arrays;
import ludus.core.random.Rng;

/** What each arm has earned on average, and how often it was pulled. */
final class SampleMeans {
  private final double[] means;
  private final int[] counts;
  private final double alpha;

  /**
   * @param initial the first estimate of every arm
   * @param alpha constant step size, which never quite forgets the first estimate; 0 for 1/n, with
   *     which the first pull replaces it
   */
  SampleMeans(int arms, double initial, double alpha) {
    means = new double[arms];
    counts = new int[arms];
    this.alpha = alpha;
    Arrays.fill(means, initial);
  }

  /** Qₙ₊₁ = Qₙ + α [R − Qₙ] (Sutton and Barto 2018, equations 2.3 and 2.5). */
  void add(int arm, double reward) {
    counts[arm]++;
    means[arm] += (alpha > 0 ? alpha : 1.0 / counts[arm]) * (reward - means[arm]);
  }

  double mean(int arm) {
    return means[arm];
  }

  long count(int arm) {
    return counts[arm];
  }

  /** The means; not a copy. */
  double[] means() {
    return means;
  }

  /** The counts; not a copy. */
  int[] counts() {
    return counts;
  }

  /** The arm of the greatest of these numbers, equals sharing their chance. */
  static int best(double[] scores, Rng rng) {
    double max = Double.NEGATIVE_INFINITY;
    int equal = 0;
    int best = 0;
    for (int arm = 0; arm < scores.length; arm++) {
      if (scores[arm] > max) {
        max = scores[arm];
        equal = 1;
        best = arm;
      } else if (scores[arm] == max && rng.nextInt(++equal) == 0) {
        best = arm;
      }
    }
    return best;
  }
}
