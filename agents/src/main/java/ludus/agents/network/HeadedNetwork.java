package ludus.agents.network;

import java.util.Arrays;
import java.util.Map;
import ludus.core.env.Observations;

/**
 * A network with a {@link NetworkSpec.Head} on any engine. The engine computes one plain network
 * whose linear output layer gives what the head's streams put out side by side; {@link HeadStreams}
 * says how. What is left for this class is small: dueling streams are added up on the way out, and
 * the parameters get their names.
 */
final class HeadedNetwork implements Network {
  private final NetworkSpec spec;
  private final HeadStreams streams;
  private final EngineNetwork raw;
  private float[] values = new float[0];
  private int rows;

  /**
   * @param raw computes {@code streams.raw()}, from whatever weights
   * @param weights the first weights, by their names here
   */
  HeadedNetwork(NetworkSpec spec, HeadStreams streams, EngineNetwork raw, Weights weights) {
    this.spec = spec;
    this.streams = streams;
    this.raw = raw;
    if (streams.apart()) {
      raw.keepApart(streams.hiddenUnits(), streams.atoms());
    }
    load(weights);
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public Optimizer optimizer() {
    return raw.optimizer();
  }

  private void reserve(int count) {
    if (values.length < count * streams.raw().outputs()) {
      values = new float[count * streams.raw().outputs()];
    }
  }

  @Override
  public void infer(Observations input, int count, float[] outputs) {
    Batches.check(spec, input, count, outputs.length);
    reserve(count);
    raw.infer(input, count, values);
    streams.join(values, count, outputs);
  }

  @Override
  public void forward(Observations input, int count, float[] outputs) {
    Batches.check(spec, input, count, outputs.length);
    reserve(count);
    raw.forward(input, count, values);
    streams.join(values, count, outputs);
    rows = count;
  }

  @Override
  public float backward(float[] outputGradient) {
    Batches.checkGradient(spec, rows, outputGradient);
    streams.splitGradient(outputGradient, rows, values);
    return raw.backward(values);
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    Batches.checkGradient(spec, rows, outputGradient);
    streams.splitGradient(outputGradient, rows, values);
    raw.inputGradient(values, inputGradient);
  }

  @Override
  public void update(float learningRate) {
    raw.update(learningRate);
  }

  @Override
  public void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    // Any network of this spec has the same kind of wrapper.
    raw.blend(((HeadedNetwork) other).raw, tau);
  }

  @Override
  public Weights weights() {
    return streams.named(raw.weights(), "");
  }

  @Override
  public void load(Weights weights) {
    weights.require(spec.parameters());
    raw.load(streams.plain(weights, ""));
  }

  @Override
  public Weights gradient() {
    return streams.named(raw.gradient(), "");
  }

  @Override
  public Weights optimizerState() {
    Weights state = raw.optimizerState();
    Weights named = new Weights();
    for (String moment : Arrays.asList(AdamState.FIRST, AdamState.SECOND)) {
      for (Map.Entry<String, Weights.Tensor> e :
          streams.named(state, moment).tensors().entrySet()) {
        named.put(moment + e.getKey(), e.getValue().shape(), e.getValue().values());
      }
    }
    return AdamState.putStep(named, AdamState.step(state));
  }

  @Override
  public void loadOptimizerState(Weights state) {
    state.require(AdamState.shapes(spec));
    Weights plain = new Weights();
    for (String moment : Arrays.asList(AdamState.FIRST, AdamState.SECOND)) {
      for (Map.Entry<String, Weights.Tensor> e :
          streams.plain(state, moment).tensors().entrySet()) {
        plain.put(moment + e.getKey(), e.getValue().shape(), e.getValue().values());
      }
    }
    raw.loadOptimizerState(AdamState.putStep(plain, AdamState.step(state)));
  }

  @Override
  public String engine() {
    return raw.engine();
  }

  @Override
  public void close() {
    raw.close();
  }
}
