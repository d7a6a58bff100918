package ludus.agents.bandit;

import ludus.core.random.Rng;

/**
 * Thompson sampling for arms with normal noise of a known deviation σ. Before the first pull each
 * mean is believed to be normal around 0 with deviation σ₀; after n pulls of mean r̄ it is normal
 * with precision 1/σ₀² + n/σ² around n r̄ / σ² over that precision (conjugate prior).
 */
public final class NormalThompsonPlayer implements BanditPlayer {
  private final SampleMeans means;
  private final double priorPrecision;
  private final double noisePrecision;
  private final double[] draws;

  /**
   * @param prior σ₀, how far means may lie from 0
   * @param noise σ of one pull
   */
  public NormalThompsonPlayer(int arms, double prior, double noise) {
    means = new SampleMeans(arms, 0, 0);
    priorPrecision = 1 / (prior * prior);
    noisePrecision = 1 / (noise * noise);
    draws = new double[arms];
  }

  @Override
  public int choose(Rng rng) {
    for (int arm = 0; arm < draws.length; arm++) {
      double n = means.count(arm);
      double precision = priorPrecision + n * noisePrecision;
      double mean = n * means.mean(arm) * noisePrecision / precision;
      draws[arm] = mean + rng.nextGaussian() / Math.sqrt(precision);
    }
    return SampleMeans.best(draws, rng);
  }

  @Override
  public void learn(int arm, double reward) {
    means.add(arm, reward);
  }
}
