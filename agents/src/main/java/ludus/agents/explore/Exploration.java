package ludus.agents.explore;

import ludus.core.random.Rng;

/**
 * How an agent that values its actions chooses among them while it learns. What it needs to know
 * besides the values are the steps taken and a source of chance; it keeps no state.
 */
public sealed interface Exploration permits EpsilonGreedy, Boltzmann {
  /** Stands for a choice that depends on the values. */
  int BY_VALUE = -1;

  /**
   * The rule that a preset asks for.
   *
   * @param epsilon of ε-greedy exploration, or null
   * @param temperature of softmax exploration, or null
   * @throws IllegalArgumentException if not just one of them is given
   */
  static Exploration of(Schedule epsilon, Schedule temperature) {
    if (epsilon != null && temperature != null) {
      throw new IllegalArgumentException(
          "explore by epsilon (%s) or by temperature (%s), not by both"
              .formatted(epsilon, temperature));
    }
    return temperature == null ? new EpsilonGreedy(epsilon) : new Boltzmann(temperature);
  }

  /**
   * Makes the choices that do not depend on values, so that nobody need work values out where all
   * of them are by chance.
   *
   * @param actions how many there are
   * @param chosen receives an action or {@link #BY_VALUE} for each of its places
   * @return whether any of them is {@link #BY_VALUE}
   */
  boolean ahead(long step, int actions, Rng rng, int[] chosen);

  /**
   * Chooses by {@code values[from, from + actions)}, where {@link #ahead} has left it open.
   *
   * @return the action, counted from 0
   */
  int byValue(long step, float[] values, int from, int actions, Rng rng);

  /**
   * How likely each action is to be chosen, both ways together.
   *
   * @param probabilities receives one number for each of {@code values}; they sum to 1
   */
  void probabilities(long step, float[] values, float[] probabilities);

  /** The name of what the rule anneals, as metrics call it. */
  String knob();

  /** What it is annealed to after this many steps. */
  float at(long step);
}
