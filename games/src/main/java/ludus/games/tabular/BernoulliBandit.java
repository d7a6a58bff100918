package ludus.games.tabular;

import ludus.core.mdp.Bandit;
import ludus.core.random.Rng;

/** A bandit whose arm a earns 1 with probability q*(a), and else 0. */
public final class BernoulliBandit implements Bandit {
  private final double[] means;

  /**
   * @param means by arm: the probability of a 1
   * @throws IllegalArgumentException if there is no arm or a probability is not in [0, 1]
   */
  public BernoulliBandit(double... means) {
    if (means.length == 0) {
      throw new IllegalArgumentException("a bandit needs an arm");
    }
    for (double mean : means) {
      if (!(mean >= 0 && mean <= 1)) {
        throw new IllegalArgumentException("a probability must be from 0 to 1, was " + mean);
      }
    }
    this.means = means.clone();
  }

  /** A bandit whose probabilities are drawn uniformly from [0, 1). */
  public static BernoulliBandit uniform(int arms, long seed) {
    Rng rng = new Rng(seed);
    double[] means = new double[arms];
    for (int arm = 0; arm < arms; arm++) {
      means[arm] = rng.nextDouble();
    }
    return new BernoulliBandit(means);
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
    return rng.nextDouble() < means[arm] ? 1 : 0;
  }
}
