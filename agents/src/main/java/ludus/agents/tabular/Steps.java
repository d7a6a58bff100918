package ludus.agents.tabular;

import java.util.Arrays;

/** Transitions in the order in which they were made: states, actions and what they earned. */
final class Steps {
  private float[] states = new float[64];
  private float[] actions = new float[64];
  private float[] rewards = new float[64];
  private int size;

  void add(int state, int action, double reward) {
    if (size == states.length) {
      states = Arrays.copyOf(states, 2 * size);
      actions = Arrays.copyOf(actions, 2 * size);
      rewards = Arrays.copyOf(rewards, 2 * size);
    }
    states[size] = state;
    actions[size] = action;
    rewards[size] = (float) reward;
    size++;
  }

  int size() {
    return size;
  }

  int state(int t) {
    return (int) states[t];
  }

  int action(int t) {
    return (int) actions[t];
  }

  double reward(int t) {
    return rewards[t];
  }

  /** Forgets the oldest. */
  void removeFirst() {
    size--;
    System.arraycopy(states, 1, states, 0, size);
    System.arraycopy(actions, 1, actions, 0, size);
    System.arraycopy(rewards, 1, rewards, 0, size);
  }

  void clear() {
    size = 0;
  }

  /** Σ γᵏ R of all that is held, and γⁿ times {@code tail} behind it. */
  double discounted(double gamma, double tail) {
    double g = tail;
    for (int t = size - 1; t >= 0; t--) {
      g = rewards[t] + gamma * g;
    }
    return g;
  }

  void keep(Archive archive) {
    size = (int) archive.number("length", size);
    states = archive.list("states", states, size);
    actions = archive.list("actions", actions, size);
    rewards = archive.list("rewards", rewards, size);
  }
}
