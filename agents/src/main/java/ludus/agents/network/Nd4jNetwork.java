package ludus.agents.network;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The fast path for convolutional networks on a CPU: ND4J's native operations on arrays that are
 * made once for each batch size, and Adam in Java. {@link Nd4jLayout}, {@link Nd4jBackward} and
 * {@link Nd4jWorkers} say what makes it fast.
 *
 * <p>It does not run on a graphics card, where memory cannot be written in place.
 */
public final class Nd4jNetwork implements EngineNetwork {
  /** Batch sizes whose arrays are kept. */
  private static final int KEPT = 4;

  private final NetworkSpec spec;
  private final Optimizer optimizer;
  private final Backend backend;
  private final Nd4jLayout layout;
  private final ParameterBlocks blocks;
  private final Adam adam;
  private final INDArray parameters;
  private final FloatBuffer parameterMemory;
  private final Nd4jWorkers workers;
  private final Map<Integer, Nd4jPass> inference = leastRecentlyUsed();
  private final Map<Integer, Nd4jPass> training = leastRecentlyUsed();
  private int firstInputs;
  private int firstOutputs;
  private Nd4jPass last;

  /**
   * @param weights the first weights; copied
   * @throws IllegalArgumentException if the network has no convolution
   * @throws BackendException if ND4J cannot be loaded, or computes on a graphics card
   */
  public Nd4jNetwork(NetworkSpec spec, Optimizer optimizer, Weights weights) {
    if (!supports(spec)) {
      throw new IllegalArgumentException(
          "the nd4j engine computes networks of convolutions that are not padded or pooled; choose"
              + " blas or dl4j");
    }
    this.spec = spec;
    this.optimizer = optimizer;
    this.backend = Backend.load();
    if (backend.cuda()) {
      throw new BackendException("the nd4j engine runs on a CPU only; choose dl4j", null);
    }
    this.layout = new Nd4jLayout(spec);
    this.blocks = new ParameterBlocks(layout.length());
    this.adam = new Adam(optimizer);
    this.parameters = Nd4j.create(DataType.FLOAT, layout.length());
    this.parameterMemory = parameters.data().asNioFloat();
    this.workers = new Nd4jWorkers(backend.threads());
    load(weights);
  }

  static boolean supports(NetworkSpec spec) {
    return spec.input() instanceof ObservationSpec.Pixels
        && spec.convolutional()
        && !spec.paddedOrPooled();
  }

  private static Map<Integer, Nd4jPass> leastRecentlyUsed() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, Nd4jPass> eldest) {
        if (size() <= KEPT) {
          return false;
        }
        eldest.getValue().close();
        return true;
      }
    };
  }

  private Nd4jPass pass(Map<Integer, Nd4jPass> passes, int rows) {
    // Not computeIfAbsent: it would not evict.
    Nd4jPass pass = passes.get(rows);
    if (pass == null) {
      pass = new Nd4jPass(layout, parameters, rows, workers);
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
    pass(inference, rows).forward(input.bytes(), outputs);
  }

  @Override
  public void forward(Observations input, int rows, float[] outputs) {
    Batches.check(spec, input, rows, outputs.length);
    last = pass(training, rows);
    last.forward(input.bytes(), outputs);
  }

  private int lastRows() {
    return last == null ? 0 : last.rows;
  }

  @Override
  public float backward(float[] outputGradient) {
    Batches.checkGradient(spec, lastRows(), outputGradient);
    blocks.readGradient(last.backward(outputGradient));
    if (firstInputs > 0) {
      Nd4jLayout.Dense output = layout.denses.get(layout.denses.size() - 1);
      int start = layout.offset("output.weight");
      for (int i = 0; i < output.inputs(); i++) {
        int row = start + i * output.units();
        boolean first = i < firstInputs;
        blocks.clearGradient(
            row + (first ? firstOutputs : 0), row + (first ? output.units() : firstOutputs));
      }
    }
    return blocks.norm();
  }

  @Override
  public void keepApart(int inputs, int outputs) {
    firstInputs = inputs;
    firstOutputs = outputs;
  }

  @Override
  public void update(float learningRate) {
    blocks.update(adam, learningRate);
    blocks.writeParameters(parameterMemory);
  }

  @Override
  public void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    if (other instanceof Nd4jNetwork nd4j) {
      blocks.blend(nd4j.blocks, tau);
    } else {
      ParameterBlocks copy = new ParameterBlocks(layout.length());
      layout.copyFrom(other.weights(), "", copy.parameters);
      blocks.blend(copy, tau);
    }
    blocks.writeParameters(parameterMemory);
  }

  @Override
  public Weights weights() {
    Weights weights = new Weights();
    layout.copyTo(weights, "", blocks.parameters);
    return weights;
  }

  @Override
  public void load(Weights weights) {
    weights.require(spec.parameters());
    layout.copyFrom(weights, "", blocks.parameters);
    blocks.writeParameters(parameterMemory);
  }

  @Override
  public Weights gradient() {
    Weights weights = new Weights();
    layout.copyTo(weights, "", blocks.gradient);
    return weights;
  }

  @Override
  public Weights optimizerState() {
    Weights state = new Weights();
    layout.copyTo(state, AdamState.FIRST, blocks.firstMoment);
    layout.copyTo(state, AdamState.SECOND, blocks.secondMoment);
    return AdamState.putStep(state, adam.step());
  }

  @Override
  public void loadOptimizerState(Weights state) {
    state.require(AdamState.shapes(spec));
    layout.copyFrom(state, AdamState.FIRST, blocks.firstMoment);
    layout.copyFrom(state, AdamState.SECOND, blocks.secondMoment);
    adam.step(AdamState.step(state));
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    Batches.checkGradient(spec, lastRows(), outputGradient);
    Batches.checkInputGradient(spec, lastRows(), inputGradient);
    last.inputGradient(outputGradient, inputGradient);
  }

  @Override
  public String engine() {
    return "ND4J, " + backend.summary();
  }

  @Override
  public void close() {
    inference.values().forEach(Nd4jPass::close);
    training.values().forEach(Nd4jPass::close);
    inference.clear();
    training.clear();
    last = null;
    parameters.close();
    workers.close();
  }
}
