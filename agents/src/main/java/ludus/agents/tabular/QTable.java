package ludus.agents.tabular;

import java.util.Arrays;
import java.util.Objects;
import ludus.agents.policy.ActionValues;

/**
 * q(s, a): one number for every state and action. Floats, as a policy file holds them, so that what
 * was learned, kept and read again are the same bits.
 */
public final class QTable {
  private final int states;
  private final int actions;
  private final float[] values;

  /**
   * @param initial the value of every entry; above all that can be earned it makes a greedy agent
   *     try everything ("optimistic start")
   */
  public QTable(int states, int actions, float initial) {
    if (states < 1 || actions < 1 || (long) states * actions > 1 << 26) {
      throw new IllegalArgumentException(
          "a table of %d states and %d actions is none, or too large".formatted(states, actions));
    }
    this.states = states;
    this.actions = actions;
    values = new float[states * actions];
    Arrays.fill(values, initial);
  }

  public int states() {
    return states;
  }

  public int actions() {
    return actions;
  }

  /** Where (s, a) stands in {@link #values}. */
  public int index(int state, int action) {
    return Objects.checkIndex(state, states) * actions + Objects.checkIndex(action, actions);
  }

  public float get(int state, int action) {
    return values[index(state, action)];
  }

  public void set(int state, int action, double value) {
    values[index(state, action)] = (float) value;
  }

  /** maxₐ q(s, a). */
  public double max(int state) {
    return get(state, greedy(state));
  }

  /** The action of the greatest value, the first of equals. */
  public int greedy(int state) {
    return ActionValues.argmax(values, index(state, 0), actions);
  }

  /** The values row after row, a state a row: [states, actions]. Not a copy. */
  public float[] values() {
    return values;
  }
}
