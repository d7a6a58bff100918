package ludus.agents.dqn;

import ludus.agents.policy.ActionValues;

/**
 * The loss by which an agent imitates a demonstrator (Hester et al. 2018, "DQfD"; Piot et al.
 * 2014),
 *
 * <pre>J = max over a of (Q(s, a) + [a ≠ e] m) − Q(s, e)</pre>
 *
 * <p>where e is what the demonstrator did: it is 0 once that action is worth more than any other by
 * the margin m. Without it the values of actions that nobody demonstrated would stay what they
 * happened to be, and the greedy policy would be led astray by them.
 */
final class LargeMargin {
  private LargeMargin() {}

  /**
   * The loss of one row, whose gradient with respect to the outputs is added to {@code gradient}.
   *
   * @param share factor on the gradient
   */
  static float loss(
      ActionValues values,
      float[] outputs,
      int row,
      int demonstrated,
      float margin,
      float share,
      float[] gradient) {
    float own = values.of(outputs, row, demonstrated);
    float highest = own;
    int best = demonstrated;
    for (int a = 0; a < values.actions(); a++) {
      float raised = values.of(outputs, row, a) + margin;
      if (a != demonstrated && raised > highest) {
        highest = raised;
        best = a;
      }
    }
    if (best != demonstrated) {
      float part = share / values.quantiles();
      for (int i = 0; i < values.quantiles(); i++) {
        gradient[values.at(row, best) + i] += part;
        gradient[values.at(row, demonstrated) + i] -= part;
      }
    }
    return highest - own;
  }
}
