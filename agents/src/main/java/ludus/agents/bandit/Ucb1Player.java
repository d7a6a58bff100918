package ludus.agents.bandit;

import ludus.agents.explore.Ucb1;
import ludus.core.random.Rng;

/**
 * Optimism in the face of uncertainty ({@link Ucb1}): every arm once, then the one that may still
 * turn out to be worth most. Its regret grows as ln t (Auer, Cesa-Bianchi and Fischer 2002).
 */
public final class Ucb1Player implements BanditPlayer {
  private final SampleMeans means;
  private final Ucb1 rule;

  /**
   * @param c how much doubt is worth: √2 for rewards in [0, 1]
   */
  public Ucb1Player(int arms, double c) {
    means = new SampleMeans(arms, 0, 0);
    rule = new Ucb1(c);
  }

  @Override
  public int choose(Rng rng) {
    return rule.choose(means.means(), means.counts(), 0, means.means().length);
  }

  @Override
  public void learn(int arm, double reward) {
    means.add(arm, reward);
  }
}
