package ludus.games.tabular;

import ludus.core.mdp.Bandit;
import ludus.core.random.Rng;

/**
 * A bandit whose arm a earns q*(a) plus standard normal noise times a deviation that all arms
 * share.
 */
public final class GaussianBandit implements Bandit {
  private final double[] means;
  private final double deviation;

  /**
   * @param means by arm
   * @param deviation standard deviation of one pull
   * @throws IllegalArgumentException if there is no arm, a mean is not finite, or the deviation is
   *     negative or not finite
   */
  public GaussianBandit(double[] means, double deviation) {
    if (means.length == 0) {
      throw new IllegalArgumentException("a bandit needs an arm");
    }
    for (double mean : means) {
      if (!Double.isFinite(mean)) {
        throw new IllegalArgumentException("a mean must be a number, was " + mean);
      }
    }
    if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation must be 0 or more, was " + deviation);
    }
    this.means = means.clone();
    this.deviation = deviation;
  }

  /**
   * One bandit of the testbed of Sutton and Barto (2018), section 2.3: each q*(a) is drawn from the
   * standard normal distribution, and pulls deviate by 1.
   *
   * @param arms how many; 10 in the book
   */
  public static GaussianBandit testbed(int arms, long seed) {
    Rng rng = new Rng(seed);
    double[] means = new double[arms];
    for (int arm = 0; arm < arms; arm++) {
      means[arm] = rng.nextGaussian();
    }
    return new GaussianBandit(means, 1);
  }

  @Override
  public int arms() {
    return means.length;
  }

  @Override
  public double mean(int arm) {
    return means[arm];
  }

  @Override
  public double pull(int arm, Rng rng) {
    return means[arm] + deviation * rng.nextGaussian();
  }
}
