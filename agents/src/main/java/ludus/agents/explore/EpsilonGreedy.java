package ludus.agents.explore;

import java.util.Arrays;
import ludus.agents.policy.ActionValues;
import ludus.core.random.Rng;

/**
 * Any action with probability ε, else the one of the highest value (of equals the first).
 *
 * @param epsilon ε by steps
 */
public record EpsilonGreedy(Schedule epsilon) implements Exploration {
  /**
   * @throws IllegalArgumentException if ε is no probability
   */
  public EpsilonGreedy {
    Schedule.require(epsilon, "epsilon", 0, 1);
  }

  @Override
  public boolean ahead(long step, int actions, Rng rng, int[] chosen) {
    float e = epsilon.at(step);
    boolean open = false;
    for (int i = 0; i < chosen.length; i++) {
      boolean explore = rng.nextFloat() < e;
      chosen[i] = explore ? rng.nextInt(actions) : BY_VALUE;
      open |= !explore;
    }
    return open;
  }

  @Override
  public int byValue(long step, float[] values, int from, int actions, Rng rng) {
    return ActionValues.argmax(values, from, actions);
  }

  @Override
  public void probabilities(long step, float[] values, float[] probabilities) {
    float e = epsilon.at(step);
    Arrays.fill(probabilities, 0, values.length, e / values.length);
    probabilities[byValue(step, values, 0, values.length, null)] += 1 - e;
  }

  @Override
  public String knob() {
    return "epsilon";
  }

  @Override
  public float at(long step) {
    return epsilon.at(step);
  }
}
