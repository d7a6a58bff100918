package ludus.agents.policy;

/**
 * How a network's outputs are read as values of actions. A row of outputs is [action][quantile]: as
 * many quantiles of an action's return as the network was trained to give, whose mean is its value
 * (Dabney et al. 2018); with one, that is the value itself.
 *
 * @param actions how many there are
 * @param quantiles numbers an action
 */
public record ActionValues(int actions, int quantiles) {
  /**
   * @throws IllegalArgumentException if there is nothing to read
   */
  public ActionValues {
    if (actions < 1 || quantiles < 1) {
      throw new IllegalArgumentException(
          "values need actions and quantiles, got %d and %d".formatted(actions, quantiles));
    }
  }

  /** The index of the largest of {@code values[from, from + count)}, relative to {@code from}. */
  public static int argmax(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }

  /** How many outputs a row has. */
  public int outputs() {
    return actions * quantiles;
  }

  /** Where the numbers of an action begin. */
  public int at(int row, int action) {
    return (row * actions + action) * quantiles;
  }

  /** The value of an action. */
  public float of(float[] outputs, int row, int action) {
    int at = at(row, action);
    float sum = outputs[at];
    for (int i = 1; i < quantiles; i++) {
      sum += outputs[at + i];
    }
    return sum / quantiles;
  }

  /** The values of all actions of the first {@code rows} rows, one number an action. */
  public void read(float[] outputs, int rows, float[] values) {
    for (int row = 0; row < rows; row++) {
      for (int a = 0; a < actions; a++) {
        values[row * actions + a] = of(outputs, row, a);
      }
    }
  }

  /** The action of the highest value in a row; of equals, the first. */
  public int best(float[] outputs, int row) {
    if (quantiles == 1) {
      return argmax(outputs, row * actions, actions);
    }
    int best = 0;
    float highest = of(outputs, row, 0);
    for (int a = 1; a < actions; a++) {
      float value = of(outputs, row, a);
      if (value > highest) {
        highest = value;
        best = a;
      }
    }
    return best;
  }
}
