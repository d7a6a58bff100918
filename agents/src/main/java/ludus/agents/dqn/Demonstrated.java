package ludus.agents.dqn;

/**
 * How {@link Dqn} learns from episodes that somebody else has played (Hester et al. 2018, "DQfD").
 *
 * @param pretraining updates on the demonstrations alone, before the first step
 * @param margin how much more a demonstrated action is to be worth than any other, in the units of
 *     the values that are learned, so of scaled rewards
 * @param weight λ of the large-margin loss beside the TD error's. Where experience contradicts the
 *     margin, the values of what was demonstrated come to lie up to λ above their targets, and
 *     bootstrapping carries that on: up to λ / (1 − γⁿ) in all. So it is to be small beside the
 *     scaled rewards of n steps, and has to be below {@link #heaviest}
 * @param bonus what is added to the TD errors of demonstrations when they become priorities
 */
public record Demonstrated(int pretraining, float margin, float weight, float bonus) {
  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public Demonstrated {
    require(pretraining >= 0, "pretraining", pretraining);
    require(margin >= 0, "margin", margin);
    require(weight >= 0, "weight", weight);
    require(bonus >= 0, "bonus", bonus);
  }

  /**
   * The weight from which on the TD error's loss, whose slope is bounded by κ, could not hold out
   * against the margin's, so that values would grow without end. Of N quantiles, each bears λ / N
   * of the margin, and the highest one's own slope is κ / 2N at most.
   *
   * @param huber κ
   * @param quantiles N
   */
  static float heaviest(float huber, int quantiles) {
    return quantiles == 1 ? huber : huber / 2;
  }

  private static void require(boolean holds, String name, Number value) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be at least 0, was %s".formatted(name, value));
    }
  }
}
