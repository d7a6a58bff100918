package ludus.agents.planning;

import ludus.core.mdp.FiniteMdp;

/** Which discounts a world can be planned with. */
final class Discount {
  private Discount() {}

  /**
   * Returns γ.
   *
   * @throws IllegalArgumentException if values could grow without end
   */
  static double check(FiniteMdp mdp, double gamma) {
    if (!(gamma >= 0 && gamma <= 1) || gamma == 1 && !mdp.episodic()) {
      throw new IllegalArgumentException(
          "gamma must be from 0 to 1, and below 1 in a world without end; for %s it was %s"
              .formatted(mdp.name(), gamma));
    }
    return gamma;
  }
}
