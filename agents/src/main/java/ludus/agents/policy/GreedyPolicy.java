package ludus.agents.policy;

import ludus.agents.network.Network;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;

/**
 * Takes the action of the highest value; of equals, the first. Its preferences are in the units of
 * the game's own rewards. It owns its network.
 */
public final class GreedyPolicy implements Policy {
  private final Network network;
  private final EnvOptions options;
  private final float rewardScale;
  private float[] values = new float[0];

  /**
   * @param rewardScale factor on rewards in training, which the values are divided by
   */
  public GreedyPolicy(Network network, EnvOptions options, float rewardScale) {
    this.network = network;
    this.options = options;
    this.rewardScale = rewardScale;
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

  @Override
  public EnvOptions options() {
    return options;
  }

  @Override
  public Meaning meaning() {
    return Meaning.ACTION_VALUES;
  }

  /** The network that values the actions. */
  public Network network() {
    return network;
  }

  @Override
  public void act(Observations observations, int rows, int[] actions) {
    int n = network.spec().outputs();
    if (values.length < rows * n) {
      values = new float[rows * n];
    }
    network.infer(observations, rows, values);
    for (int row = 0; row < rows; row++) {
      actions[row] = argmax(values, row * n, n);
    }
    for (int i = 0; i < rows * n; i++) {
      values[i] /= rewardScale;
    }
  }

  @Override
  public float[] preferences() {
    return values;
  }

  @Override
  public void close() {
    network.close();
  }
}
