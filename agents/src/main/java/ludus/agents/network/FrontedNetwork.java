package ludus.agents.network;

import ludus.core.random.Rng;

/**
 * A network whose first layer has nothing to learn and stands in front of an ordinary network on
 * any engine. Passes are for subclasses to say; parameters and optimiser are those of the network
 * behind.
 */
abstract class FrontedNetwork implements Network {
  final NetworkSpec spec;
  final Network behind;

  /**
   * @param behind computes all but the first layer; owned from now on
   */
  FrontedNetwork(NetworkSpec spec, Network behind) {
    this.spec = spec;
    this.behind = behind;
  }

  @Override
  public final NetworkSpec spec() {
    return spec;
  }

  @Override
  public final Optimizer optimizer() {
    return behind.optimizer();
  }

  @Override
  public final void drawNoise(Rng rng) {
    behind.drawNoise(rng);
  }

  @Override
  public final void stopNoise() {
    behind.stopNoise();
  }

  @Override
  public final void update(float learningRate) {
    behind.update(learningRate);
  }

  @Override
  public final void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    behind.blend(((FrontedNetwork) other).behind, tau); // whoever has this spec has this wrapper
  }

  @Override
  public final Weights weights() {
    return behind.weights();
  }

  @Override
  public final void load(Weights weights) {
    behind.load(weights);
  }

  @Override
  public final Weights gradient() {
    return behind.gradient();
  }

  @Override
  public final Weights optimizerState() {
    return behind.optimizerState();
  }

  @Override
  public final void loadOptimizerState(Weights state) {
    behind.loadOptimizerState(state);
  }

  @Override
  public final String engine() {
    return behind.engine();
  }

  @Override
  public final void close() {
    behind.close();
  }
}
