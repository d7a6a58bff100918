package ludus.agents.network;

import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * Dense layers on features in plain Java. Small networks are faster here than through a native
 * library, start at once, and give the same bits on every machine, as Java's arithmetic is exact
 * about rounding and order.
 *
 * <p>It does not do convolutions or pixels. Once its buffers have grown to the largest batch,
 * nothing is allocated but by the methods that return a copy.
 */
public final class DenseNetwork implements EngineNetwork {
  private final NetworkSpec spec;
  private final Optimizer optimizer;
  private final DenseLayer[] layers;
  private final DenseBatch inference;
  private final DenseBatch training;
  private final Adam adam;
  private int firstInputs;
  private int firstOutputs;
  private float norm;

  /**
   * @param weights the first weights; copied
   * @throws IllegalArgumentException if the network has convolutions or takes pixels
   */
  public DenseNetwork(NetworkSpec spec, Optimizer optimizer, Weights weights) {
    if (!supports(spec)) {
      throw new IllegalArgumentException(
          "the plain Java engine computes dense layers on features only; choose nd4j or dl4j");
    }
    this.spec = spec;
    this.optimizer = optimizer;
    this.adam = new Adam(optimizer);
    this.layers = DenseLayer.of(spec);
    this.inference = new DenseBatch(spec.input().size(), layers);
    this.training = new DenseBatch(spec.input().size(), layers);
    load(weights);
  }

  static boolean supports(NetworkSpec spec) {
    return spec.input() instanceof ObservationSpec.Features && !spec.convolutional();
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public Optimizer optimizer() {
    return optimizer;
  }

  @Override
  public void infer(Observations input, int rows, float[] outputs) {
    Batches.check(spec, input, rows, outputs.length);
    inference.forward(input.floats(), rows, outputs);
  }

  @Override
  public void forward(Observations input, int rows, float[] outputs) {
    Batches.check(spec, input, rows, outputs.length);
    training.forward(input.floats(), rows, outputs);
  }

  @Override
  public float backward(float[] outputGradient) {
    Batches.checkGradient(spec, training.rows(), outputGradient);
    training.backward(outputGradient);
    if (firstInputs > 0) {
      layers[layers.length - 1].keepApart(firstInputs, firstOutputs);
    }
    double sum = 0;
    for (DenseLayer layer : layers) {
      sum += layer.gradientSquares();
    }
    norm = (float) Math.sqrt(sum);
    return norm;
  }

  @Override
  public void keepApart(int inputs, int outputs) {
    firstInputs = inputs;
    firstOutputs = outputs;
  }

  @Override
  public void update(float learningRate) {
    adam.advance(learningRate, norm);
    for (DenseLayer layer : layers) {
      layer.update(adam);
    }
  }

  @Override
  public void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    if (!(other instanceof DenseNetwork dense)) {
      DenseNetwork copy = new DenseNetwork(spec, optimizer, other.weights());
      blend(copy, tau);
      return;
    }
    for (int i = 0; i < layers.length; i++) {
      layers[i].blend(dense.layers[i], tau);
    }
  }

  @Override
  public Weights weights() {
    Weights weights = new Weights();
    for (DenseLayer layer : layers) {
      layer.copyTo(weights, "", DenseLayer.Array.PARAMETER);
    }
    return weights;
  }

  @Override
  public void load(Weights weights) {
    weights.require(spec.parameters());
    for (DenseLayer layer : layers) {
      layer.copyFrom(weights, "", DenseLayer.Array.PARAMETER);
    }
  }

  @Override
  public Weights gradient() {
    Weights weights = new Weights();
    for (DenseLayer layer : layers) {
      layer.copyTo(weights, "", DenseLayer.Array.GRADIENT);
    }
    return weights;
  }

  @Override
  public Weights optimizerState() {
    Weights state = new Weights();
    for (DenseLayer layer : layers) {
      layer.copyTo(state, AdamState.FIRST, DenseLayer.Array.FIRST_MOMENT);
    }
    for (DenseLayer layer : layers) {
      layer.copyTo(state, AdamState.SECOND, DenseLayer.Array.SECOND_MOMENT);
    }
    return AdamState.putStep(state, adam.step());
  }

  @Override
  public void loadOptimizerState(Weights state) {
    state.require(AdamState.shapes(spec));
    for (DenseLayer layer : layers) {
      layer.copyFrom(state, AdamState.FIRST, DenseLayer.Array.FIRST_MOMENT);
      layer.copyFrom(state, AdamState.SECOND, DenseLayer.Array.SECOND_MOMENT);
    }
    adam.step(AdamState.step(state));
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    Batches.checkGradient(spec, training.rows(), outputGradient);
    Batches.checkInputGradient(spec, training.rows(), inputGradient);
    training.inputGradient(outputGradient, inputGradient);
  }

  @Override
  public String engine() {
    return "plain Java";
  }

  @Override
  public void close() {}
}
