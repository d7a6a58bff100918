package ludus.agents.network;

import java.util.LinkedHashMap;
import java.util.Map;
import ludus.core.env.Observations;

/**
 * The fast path for convolutional networks on a CPU: the first convolution by what there is to see
 * in the pictures, the others by Winograd's minimal filtering. Their arithmetic, like that of dense
 * layers, is small matrix products by OpenBLAS, all else plain Java on arrays that are kept for
 * each batch size. {@link LitConvolution}, {@link ConvShape}, {@link Winograd}, {@link
 * WinogradConvolution} and {@link Product} say what makes it fast; {@code agents/README.md} tells
 * the story.
 *
 * <p>Its first convolution's stride must divide the kernel, the others' kernels be at most five
 * strides a side.
 */
public final class BlasNetwork implements EngineNetwork {
  /** Batch sizes whose arrays are kept. */
  private static final int KEPT = 4;

  private final NetworkSpec spec;
  private final Optimizer optimizer;
  private final BlasLayout layout;
  private final BlasParameters parameters;
  private final Adam adam;
  private final Lanes lanes;
  private final Map<Integer, BlasPass> inference = leastRecentlyUsed();
  private final Map<Integer, BlasPass> training = leastRecentlyUsed();
  private BlasPass last;

  /** Whether an update has followed the last way back. */
  private boolean updated;

  /**
   * @param weights the first weights; copied
   * @throws IllegalArgumentException if it cannot compute such a network
   * @throws BackendException if OpenBLAS cannot be loaded
   */
  public BlasNetwork(NetworkSpec spec, Optimizer optimizer, Weights weights) {
    if (!supports(spec)) {
      throw new IllegalArgumentException(
          "the blas engine computes networks whose first layer is a convolution with a stride that"
              + " divides its kernel, and the others' kernels at most five strides; choose nd4j or"
              + " dl4j");
    }
    this.spec = spec;
    this.optimizer = optimizer;
    this.layout = new BlasLayout(spec);
    this.adam = new Adam(optimizer);
    this.lanes = Lanes.shared(Blas.load().threads());
    this.parameters = new BlasParameters(layout, adam, lanes);
    load(weights);
  }

  static boolean supports(NetworkSpec spec) {
    return BlasLayout.supports(spec);
  }

  private static Map<Integer, BlasPass> leastRecentlyUsed() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, BlasPass> eldest) {
        if (size() <= KEPT) {
          return false;
        }
        eldest.getValue().close();
        return true;
      }
    };
  }

  private BlasPass pass(Map<Integer, BlasPass> passes, int rows, boolean keep) {
    // Not computeIfAbsent: it would not evict.
    BlasPass pass = passes.get(rows);
    if (pass == null) {
      pass = new BlasPass(parameters, rows, lanes, keep);
      passes.put(rows, pass);
    }
    return pass;
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
    pass(inference, rows, false).forward(input.bytes(), outputs);
  }

  @Override
  public void forward(Observations input, int rows, float[] outputs) {
    Batches.check(spec, input, rows, outputs.length);
    parameters.leave(updated);
    last = pass(training, rows, true);
    last.forward(input.bytes(), outputs);
  }

  private int lastRows() {
    return last == null ? 0 : last.rows;
  }

  @Override
  public float backward(float[] outputGradient) {
    Batches.checkGradient(spec, lastRows(), outputGradient);
    updated = false;
    return last.backward(outputGradient);
  }

  @Override
  public void keepApart(int inputs, int outputs) {
    parameters.keepApart(inputs, outputs);
  }

  @Override
  public void update(float learningRate) {
    parameters.update(learningRate);
    updated = true;
  }

  @Override
  public void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    if (other instanceof BlasNetwork blas) {
      parameters.blend(blas.parameters, tau);
      return;
    }
    try (BlasNetwork copy = new BlasNetwork(spec, optimizer, other.weights())) {
      parameters.blend(copy.parameters, tau);
    }
  }

  @Override
  public Weights weights() {
    return parameters.weights();
  }

  @Override
  public void load(Weights weights) {
    weights.require(spec.parameters());
    parameters.load(weights);
  }

  @Override
  public Weights gradient() {
    return parameters.gradient();
  }

  @Override
  public Weights optimizerState() {
    Weights state = new Weights();
    layout.copyTo(state, AdamState.FIRST, parameters.firstMoment());
    layout.copyTo(state, AdamState.SECOND, parameters.secondMoment());
    return AdamState.putStep(state, adam.step());
  }

  @Override
  public void loadOptimizerState(Weights state) {
    state.require(AdamState.shapes(spec));
    layout.copyFrom(state, AdamState.FIRST, parameters.firstMoment());
    layout.copyFrom(state, AdamState.SECOND, parameters.secondMoment());
    adam.step(AdamState.step(state));
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    Batches.checkGradient(spec, lastRows(), outputGradient);
    Batches.checkInputGradient(spec, lastRows(), inputGradient);
    parameters.settle();
    last.inputGradient(outputGradient, inputGradient);
  }

  @Override
  public String engine() {
    return Blas.load().summary();
  }

  @Override
  public void close() {
    inference.values().forEach(BlasPass::close);
    training.values().forEach(BlasPass::close);
    inference.clear();
    training.clear();
    last = null;
    parameters.close();
  }
}
