package ludus.agents.network;

import java.util.Arrays;
import ludus.core.env.Observations;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The general engine and the reference: a DL4J {@link MultiLayerNetwork}, which DL4J itself never
 * fits. The gradient comes from outside, and the optimiser is Adam as {@link Optimizer} words it.
 *
 * <p>It runs whatever {@link NetworkSpec} can say, on the CPU or a CUDA card. It is not the fastest
 * engine for small networks.
 */
public final class Dl4jNetwork implements EngineNetwork {
  private final NetworkSpec spec;
  private final Optimizer optimizer;
  private final Backend backend;
  private final ExternalLoss training;

  /** Shares the parameters of {@link #training}, whose layers must not forget their inputs. */
  private final MultiLayerNetwork inference;

  private final Dl4jInput trainingInput;
  private final Dl4jInput inferenceInput;
  private final INDArray parameters;
  private final INDArray gradients;
  private final INDArray firstMoment;
  private final INDArray secondMoment;
  private final INDArray change;
  private int firstInputs;
  private int firstOutputs;
  private int rows;
  private float norm;
  private long step;

  /**
   * @param weights the first weights; copied
   * @throws BackendException if ND4J cannot be loaded
   */
  public Dl4jNetwork(NetworkSpec spec, Optimizer optimizer, Weights weights) {
    this.spec = spec;
    this.optimizer = optimizer;
    this.backend = Backend.load();
    this.training = new ExternalLoss(Dl4jLayers.configuration(spec, backend));
    training.init();
    training.initGradientsView();
    this.parameters = training.params();
    this.gradients = training.getFlattenedGradients();
    this.inference = new MultiLayerNetwork(Dl4jLayers.configuration(spec, backend));
    inference.init(parameters, false);
    this.trainingInput = new Dl4jInput(spec, backend);
    this.inferenceInput = new Dl4jInput(spec, backend);
    this.firstMoment = Nd4j.zeros(parameters.shape());
    this.secondMoment = Nd4j.zeros(parameters.shape());
    this.change = Nd4j.zeros(parameters.shape());
    load(weights);
  }

  /** Whether every convolution really computes with oneDNN. */
  public boolean oneDnn() {
    boolean all = backend.oneDnn();
    for (org.deeplearning4j.nn.api.Layer layer : training.getLayers()) {
      all &= !(layer instanceof ConvolutionLayer) || OneDnnConvolution.usesOneDnn(layer);
    }
    return all;
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
  public void infer(Observations batch, int count, float[] outputs) {
    Batches.check(spec, batch, count, outputs.length);
    try (INDArray result = inference.output(inferenceInput.fill(batch, count), false)) {
      copyOut(result, outputs);
    }
  }

  @Override
  public void forward(Observations batch, int count, float[] outputs) {
    Batches.check(spec, batch, count, outputs.length);
    training.setInput(trainingInput.fill(batch, count));
    var activations = training.feedForward(true, false);
    copyOut(activations.get(activations.size() - 1), outputs);
    rows = count;
  }

  @Override
  public float backward(float[] outputGradient) {
    Batches.checkGradient(spec, rows, outputGradient);
    training.backward(errors(outputGradient), null);
    if (firstInputs > 0) {
      INDArray output = Dl4jLayers.views(spec, gradients).get("output.weight");
      between(output, 0, firstInputs, firstOutputs, spec.outputs()).assign(0);
      between(output, firstInputs, output.rows(), 0, firstOutputs).assign(0);
    }
    // Not ND4J's norm2, which adds up in floats and is off by 1e-4 for a million parameters.
    double sum = RowMath.squares(gradients.data().asFloat());
    norm = (float) Math.sqrt(sum);
    return norm;
  }

  private static INDArray between(INDArray matrix, int row, int toRow, int column, int toColumn) {
    return matrix.get(NDArrayIndex.interval(row, toRow), NDArrayIndex.interval(column, toColumn));
  }

  @Override
  public void keepApart(int inputs, int outputs) {
    firstInputs = inputs;
    firstOutputs = outputs;
  }

  private INDArray errors(float[] outputGradient) {
    int length = rows * spec.outputs();
    float[] exact = Arrays.copyOf(outputGradient, length);
    return Nd4j.create(exact, new long[] {rows, spec.outputs()}, 'c');
  }

  @Override
  public void update(float learningRate) {
    step++;
    // The native Adam adds ε to √v, not to √v̂, and takes β^t in floats. A step count so large that
    // both its corrections are 1 leaves them to us: α √(1 − β₂ᵗ) / (1 − β₁ᵗ) and ε √(1 − β₂ᵗ).
    double first = 1 - Adam.power(optimizer.beta1(), step);
    double root = Math.sqrt(1 - Adam.power(optimizer.beta2(), step));
    change.assign(gradients);
    if (norm > optimizer.clipNorm()) {
      change.muli(optimizer.clipNorm() / norm);
    }
    Nd4j.exec(
        new AdamUpdater(
            change,
            secondMoment,
            firstMoment,
            learningRate * root / first,
            optimizer.beta1(),
            optimizer.beta2(),
            optimizer.epsilon() * root,
            Integer.MAX_VALUE - 1));
    parameters.subi(change);
  }

  @Override
  public void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    if (other instanceof Dl4jNetwork dl4j) {
      blend(dl4j.parameters, tau);
    } else {
      INDArray copy = Nd4j.createUninitialized(parameters.shape());
      Dl4jLayers.copyFrom(other.weights(), "", spec, copy);
      blend(copy, tau);
    }
  }

  private void blend(INDArray other, float tau) {
    if (tau == 1) {
      parameters.assign(other);
    } else {
      parameters.muli(1 - tau).addi(change.assign(other).muli(tau));
    }
  }

  @Override
  public Weights weights() {
    Weights weights = new Weights();
    Dl4jLayers.copyTo(weights, "", spec, parameters);
    return weights;
  }

  @Override
  public void load(Weights weights) {
    weights.require(spec.parameters());
    Dl4jLayers.copyFrom(weights, "", spec, parameters);
  }

  @Override
  public Weights gradient() {
    Weights weights = new Weights();
    Dl4jLayers.copyTo(weights, "", spec, gradients);
    return weights;
  }

  @Override
  public Weights optimizerState() {
    Weights state = new Weights();
    Dl4jLayers.copyTo(state, AdamState.FIRST, spec, firstMoment);
    Dl4jLayers.copyTo(state, AdamState.SECOND, spec, secondMoment);
    return AdamState.putStep(state, step);
  }

  @Override
  public void loadOptimizerState(Weights state) {
    state.require(AdamState.shapes(spec));
    Dl4jLayers.copyFrom(state, AdamState.FIRST, spec, firstMoment);
    Dl4jLayers.copyFrom(state, AdamState.SECOND, spec, secondMoment);
    step = AdamState.step(state);
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    Batches.checkGradient(spec, rows, outputGradient);
    Batches.checkInputGradient(spec, rows, inputGradient);
    // DL4J writes the parameters' gradient on the way; the one of the last backward() comes back.
    change.assign(gradients);
    training.backward(errors(outputGradient), inputGradient);
    gradients.assign(change);
  }

  private static void copyOut(INDArray from, float[] to) {
    float[] values = from.dup('c').data().asFloat();
    System.arraycopy(values, 0, to, 0, values.length);
  }

  @Override
  public String engine() {
    return "DL4J, " + backend.summary();
  }

  @Override
  public void close() {
    training.close();
    trainingInput.close();
    inferenceInput.close();
    firstMoment.close();
    secondMoment.close();
    change.close();
  }

  /** A network whose errors are given. */
  private static final class ExternalLoss extends MultiLayerNetwork {
    ExternalLoss(MultiLayerConfiguration configuration) {
      super(configuration);
    }

    /** Fills the flat gradient, and the inputs' gradient unless that is null. */
    void backward(INDArray errors, float[] inputGradient) {
      try (MemoryWorkspace workspace =
          Nd4j.getWorkspaceManager()
              .getAndActivateWorkspace(WS_ALL_LAYERS_ACT_CONFIG, WS_ALL_LAYERS_ACT)) {
        var result = calcBackpropGradients(errors, false, false, inputGradient != null);
        if (inputGradient != null) {
          copyOut(result.getSecond(), inputGradient);
        }
      }
    }
  }
}
