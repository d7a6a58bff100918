package ludus.agents.explore;

import ludus.core.random.Rng;

/**
 * Softmax: action a with the probability e^(q(a)/τ) / Σ e^(q/τ) (Sutton and Barto 2018, equation
 * 2.11, with τ as in the first edition's section 2.3). A high temperature τ makes all actions
 * alike; towards 0 the best is left.
 *
 * @param temperature τ by steps, in the units of the values that are learned, so of scaled rewards
 */
public record Boltzmann(Schedule temperature) implements Exploration {
  private static final float COLDEST = 1e-6f;

  /**
   * @throws IllegalArgumentException if τ may become 0
   */
  public Boltzmann {
    Schedule.require(temperature, "temperature", COLDEST, Float.MAX_VALUE);
  }

  @Override
  public boolean ahead(long step, int actions, Rng rng, int[] chosen) {
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = BY_VALUE;
    }
    return true;
  }

  @Override
  public int byValue(long step, float[] values, int from, int actions, Rng rng) {
    float t = temperature.at(step);
    float highest = highest(values, from, actions);
    double sum = 0;
    for (int a = 0; a < actions; a++) {
      sum += weight(values[from + a], highest, t);
    }
    double left = rng.nextDouble() * sum;
    int last = 0;
    for (int a = 0; a < actions; a++) {
      double weight = weight(values[from + a], highest, t);
      if (weight > 0) {
        last = a; // should rounding leave a little over, an action that can be chosen takes it
      }
      left -= weight;
      if (left < 0) {
        return a;
      }
    }
    return last;
  }

  @Override
  public void probabilities(long step, float[] values, float[] probabilities) {
    float t = temperature.at(step);
    float highest = highest(values, 0, values.length);
    double sum = 0;
    for (float value : values) {
      sum += weight(value, highest, t);
    }
    for (int a = 0; a < values.length; a++) {
      probabilities[a] = (float) (weight(values[a], highest, t) / sum);
    }
  }

  // The highest value is taken off first, so that nothing overflows.
  private static double weight(float value, float highest, float temperature) {
    return StrictMath.exp(((double) value - highest) / temperature);
  }

  private static float highest(float[] values, int from, int actions) {
    float highest = values[from];
    for (int a = 1; a < actions; a++) {
      highest = Math.max(highest, values[from + a]);
    }
    return highest;
  }

  @Override
  public String knob() {
    return "temperature";
  }

  @Override
  public float at(long step) {
    return temperature.at(step);
  }
}
