package ludus.agents.policy;

import ludus.agents.network.Network;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;

/**
 * Takes the action of the highest value; of equals, the first. Its preferences are in the units of
 * the game's own rewards, unless training clipped them or raised them to a power. It owns its
 * network.
 */
public final class GreedyPolicy implements Policy {
  private final Network network;
  private final EnvOptions options;
  private final float rewardScale;
  private final ActionValues reading;
  private float[] outputs = new float[0];
  private float[] values = new float[0];

  /**
   * @param rewardScale factor on rewards in training, which the values are divided by
   * @param quantiles numbers that the network gives an action; see {@link ActionValues}
   */
  public GreedyPolicy(Network network, EnvOptions options, float rewardScale, int quantiles) {
    this.network = network;
    this.options = options;
    this.rewardScale = rewardScale;
    this.reading = new ActionValues(network.spec().outputs() / quantiles, quantiles);
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
    if (outputs.length < rows * reading.outputs()) {
      outputs = new float[rows * reading.outputs()];
      values = new float[rows * reading.actions()];
    }
    network.infer(observations, rows, outputs);
    for (int row = 0; row < rows; row++) {
      actions[row] = reading.best(outputs, row);
    }
    reading.read(outputs, rows, values);
    for (int i = 0; i < rows * reading.actions(); i++) {
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
