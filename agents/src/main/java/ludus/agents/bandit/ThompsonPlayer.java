package ludus.agents.bandit;

import ludus.core.random.Rng;

/**
 * Thompson sampling (Thompson 1933) for arms that earn 0 or 1: each arm's mean is drawn from what
 * is believed of it, Beta(1 + wins, 1 + losses), and the arm of the greatest draw is pulled. So
 * each is pulled as often as it is likely to be the best.
 */
public final class ThompsonPlayer implements BanditPlayer {
  private final double[] wins;
  private final double[] losses;
  private final double[] draws;

  /** A player that believes nothing yet: every mean from 0 to 1 is as likely. */
  public ThompsonPlayer(int arms) {
    wins = new double[arms];
    losses = new double[arms];
    draws = new double[arms];
  }

  @Override
  public int choose(Rng rng) {
    for (int arm = 0; arm < draws.length; arm++) {
      draws[arm] = beta(1 + wins[arm], 1 + losses[arm], rng);
    }
    return SampleMeans.best(draws, rng);
  }

  /**
   * @throws IllegalArgumentException if the reward is not in [0, 1]
   */
  @Override
  public void learn(int arm, double reward) {
    if (!(reward >= 0 && reward <= 1)) {
      throw new IllegalArgumentException(
          "Beta beliefs want rewards from 0 to 1, got %s: use the player for normal rewards"
              .formatted(reward));
    }
    wins[arm] += reward;
    losses[arm] += 1 - reward;
  }

  /** A draw from Beta(a, b), as X / (X + Y) of two gamma draws. */
  static double beta(double a, double b, Rng rng) {
    double x = gamma(a, rng);
    return x / (x + gamma(b, rng));
  }

  /** A draw from Gamma(shape, 1) for shapes of at least 1 (Marsaglia and Tsang 2000). */
  private static double gamma(double shape, Rng rng) {
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = rng.nextGaussian();
      double v = 1 + c * x;
      v = v * v * v;
      if (v > 0
          && StrictMath.log(1 - rng.nextDouble())
              < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }
}
