package ludus.agents.bandit;

import ludus.core.random.Rng;

/**
 * UCB1 (Auer, Cesa-Bianchi and Fischer 2002): every arm once, then the one of the greatest Q(a) + c
 * √(ln t / N(a)), the most that it may still turn out to be worth. With rewards in [0, 1] and c =
 * √2 its regret grows as ln t.
 */
public final class Ucb1Player implements BanditPlayer {
  private final SampleMeans means;
  private final double c;
  private final double[] scores;

  /**
   * @param c how much doubt is worth: √2 for rewards in [0, 1]
   */
  public Ucb1Player(int arms, double c) {
    means = new SampleMeans(arms, 0, 0);
    scores = new double[arms];
    this.c = c;
  }

  @Override
  public int choose(Rng rng) {
    double lnT = StrictMath.log(Math.max(1, means.pulls()));
    for (int arm = 0; arm < scores.length; arm++) {
      scores[arm] =
          means.count(arm) == 0
              ? Double.MAX_VALUE
              : means.mean(arm) + c * Math.sqrt(lnT / means.count(arm));
    }
    return SampleMeans.best(scores, rng);
  }

  @Override
  public void learn(int arm, double reward) {
    means.add(arm, reward);
  }
}
