package ludus.agents.saliency;

/**
 * A decision as one number: by how much a network's outputs prefer the chosen action to the mean of
 * the others. Of an actor and critic only the logits count, of quantiles their mean.
 */
final class Decision {
  private final int outputs;
  private final int actions;
  private final int quantiles;
  private final float[] gradient;

  /**
   * @param outputs how many numbers the network gives: [action][quantile], or one an action and the
   *     state's value
   * @param actions how many actions there are
   */
  Decision(int outputs, int actions) {
    if (actions < 2 || outputs < actions) {
      throw new IllegalArgumentException(
          "%d outputs decide nothing among %d actions".formatted(outputs, actions));
    }
    this.outputs = outputs;
    this.actions = actions;
    this.quantiles = outputs / actions;
    this.gradient = new float[outputs];
  }

  /** The derivative of the decision for this action by every output. Not a copy. */
  float[] gradient(int chosen) {
    for (int i = 0; i < outputs; i++) {
      int action = i / quantiles;
      gradient[i] =
          action >= actions
              ? 0
              : action == chosen ? 1f / quantiles : -1f / (quantiles * (actions - 1));
    }
    return gradient;
  }

  /** The decision for this action, of one row of outputs. */
  float of(float[] values, int row, int chosen) {
    float[] weights = gradient(chosen);
    float sum = 0;
    for (int i = 0; i < outputs; i++) {
      sum += weights[i] * values[row * outputs + i];
    }
    return sum;
  }
}
