package ludus.agents.bandit;

import ludus.core.random.Rng;

/** Chooses arms and learns from what they earn. It never sees the arms' true means. */
public interface BanditPlayer {
  /** Chooses an arm. */
  int choose(Rng rng);

  /** Pulling the arm has earned this. */
  void learn(int arm, double reward);
}
