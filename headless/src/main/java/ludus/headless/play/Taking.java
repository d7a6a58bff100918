package ludus.headless.play;

import ludus.agents.policy.Policy.Meaning;
import ludus.core.random.Rng;

/**
 * How an action is taken from what a pilot thinks of every action. What is drawn at a tick depends
 * on the episode's seed and the tick alone, so that an episode comes out the same when it is
 * simulated again.
 */
public enum Taking {
  /** What the pilot chooses. */
  GREEDY("greedy"),
  /** Any action with probability 0.05, else what the pilot chooses. */
  EPSILON("ε = 0.05"),
  /**
   * By the pilot's own probabilities; of action values, by a softmax whose temperature is a fifth
   * of the span between the best and the worst, as values differ in size from game to game.
   */
  SOFTMAX("softmax");

  private static final double EPSILON_SHARE = 0.05;
  private static final double TEMPERATURE = 0.2;
  private static final long STREAM = 0x7A4E;

  private final String text;

  Taking(String text) {
    this.text = text;
  }

  /** The next one, round and round. */
  public Taking next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /**
   * Takes an action.
   *
   * @param chosen what the pilot chooses
   * @param preferences what it thinks of every action, or null: then it chooses itself, but for ε
   */
  int take(
      int chosen, float[] preferences, Meaning meaning, int actions, long seed, int tick, Rng rng) {
    if (this == GREEDY) {
      return chosen;
    }
    rng.state(Rng.derive(seed, STREAM, tick));
    if (this == EPSILON) {
      return rng.nextDouble() < EPSILON_SHARE ? rng.nextInt(actions) : chosen;
    }
    if (preferences == null) {
      return chosen;
    }
    double left = rng.nextDouble() * weights(preferences, meaning, actions, -1);
    for (int a = 0; a < actions - 1; a++) {
      left -= weights(preferences, meaning, actions, a);
      if (left < 0) {
        return a;
      }
    }
    return actions - 1;
  }

  /** How heavy an action weighs, or all of them together for −1. */
  private static double weights(float[] preferences, Meaning meaning, int actions, int action) {
    float best = preferences[0];
    float worst = preferences[0];
    for (int a = 1; a < actions; a++) {
      best = Math.max(best, preferences[a]);
      worst = Math.min(worst, preferences[a]);
    }
    double heat = TEMPERATURE * Math.max(1e-9, best - worst);
    double sum = 0;
    for (int a = 0; a < actions; a++) {
      if (action < 0 || action == a) {
        sum +=
            meaning == Meaning.PROBABILITIES
                ? preferences[a]
                : Math.exp((preferences[a] - best) / heat);
      }
    }
    return sum;
  }

  /** For people. */
  @Override
  public String toString() {
    return text;
  }
}
