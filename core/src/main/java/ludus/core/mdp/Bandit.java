package ludus.core.mdp;

import ludus.core.random.Rng;

/**
 * A k-armed bandit: one state, k actions ("arms"), each with rewards of its own distribution. It
 * never changes; the randomness of a pull is its caller's.
 */
public interface Bandit {
  /** How many arms there are, at least one. */
  int arms();

  /** q*(a): what the arm earns on average. Those who learn must not look. */
  double mean(int arm);

  /** Pulls an arm. */
  double pull(int arm, Rng rng);

  /** The arm of the greatest mean, the first of equals. */
  default int best() {
    int best = 0;
    for (int arm = 1; arm < arms(); arm++) {
      if (mean(arm) > mean(best)) {
        best = arm;
      }
    }
    return best;
  }

  /** q*(best) − q*(arm): what pulling this arm gives away on average. */
  default double regret(int arm) {
    return mean(best()) - mean(arm);
  }
}
