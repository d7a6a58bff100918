package ludus.agents.dqn;

/**
 * How {@link Dqn} learns from episodes that somebody else has played (Hester et al. 2018, "DQfD").
 *
 * @param pretraining updates on the demonstrations alone, before the first step
 * @param margin how much more a demonstrated action is to be worth than any other, in the units of
 *     the values that are learned, so of scaled rewards
 * @param weight of the large-margin loss beside the TD error's
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

  private static void require(boolean holds, String name, Number value) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be at least 0, was %s".formatted(name, value));
    }
  }
}
