package ludus.agents.bandit;

import ludus.core.random.Rng;

/**
 * Any arm with probability ε, else the one that has earned most (Sutton and Barto 2018, section
 * 2.2). ε = 0 is greedy, which settles too soon; a first estimate above all that can be earned
 * makes it try every arm first (section 2.6, "optimistic initial values").
 */
public final class EpsilonGreedyPlayer implements BanditPlayer {
  private final SampleMeans means;
  private final double epsilon;
  private final double[] scores;

  /**
   * @param epsilon probability of any arm
   * @param initial the first estimate of every arm
   * @param alpha constant step size, or 0 for the plain mean
   */
  public EpsilonGreedyPlayer(int arms, double epsilon, double initial, double alpha) {
    means = new SampleMeans(arms, initial, alpha);
    scores = new double[arms];
    this.epsilon = epsilon;
  }

  @Override
  public int choose(Rng rng) {
    if (rng.nextDouble() < epsilon) {
      return rng.nextInt(scores.length);
    }
    for (int arm = 0; arm < scores.length; arm++) {
      scores[arm] = means.mean(arm);
    }
    return SampleMeans.best(scores, rng);
  }

  @Override
  public void learn(int arm, double reward) {
    means.add(arm, reward);
  }
}
