package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/**
 * A network with noisy layers (Fortunato et al. 2018) on any engine. A noisy layer computes
 *
 * <pre>y = (μʷ + σʷ ⊙ εʷ) x + μᵇ + σᵇ ⊙ εᵇ,  εʷᵢⱼ = f(εᵢ) f(εⱼ),  εᵇⱼ = f(εⱼ),  f(x) = sgn(x) √|x|
 * </pre>
 *
 * <p>for inputs i and outputs j, each of which has one normally distributed ε ("factorised Gaussian
 * noise", equations 9 to 11); it is the same for all rows of a batch. μ and σ are learned: as w = μ
 * + σ ε, ∂L/∂μ = ∂L/∂w and ∂L/∂σ = ε ∂L/∂w. So the engine behind computes a network without noise,
 * whose weights are w, and gives ∂L/∂w; μ, σ and their optimiser are kept here.
 *
 * <p>That costs a copy of the weights to the engine for each draw that is used, and one of the
 * gradient back for each update.
 */
final class NoisyNetwork implements Network {
  /** Stands for the inputs' factors where there are none: a bias has but its output's. */
  private static final float[] ONE = {1};

  /** A weight or a bias w = μ + σ ε, where ε is the product of two factors. */
  private record Noisy(
      float[] mu, float[] sigma, float[] w, float[] sigmaGradient, float[] in, float[] out) {
    void perturb() {
      for (int i = 0, k = 0; i < in.length; i++) {
        for (int j = 0; j < out.length; j++, k++) {
          w[k] = mu[k] + sigma[k] * (in[i] * out[j]);
        }
      }
    }

    /** ∂L/∂σ = ε ∂L/∂w. */
    void backward(float[] gradient) {
      for (int i = 0, k = 0; i < in.length; i++) {
        for (int j = 0; j < out.length; j++, k++) {
          sigmaGradient[k] = in[i] * out[j] * gradient[k];
        }
      }
    }
  }

  private final NetworkSpec spec;
  private final Network engine;
  private final Adam adam;

  // The arrays that are computed with, by name.
  private final Weights parameters;
  private final Weights firstMoment;
  private final Weights secondMoment;

  /** What the engine computes with; where there is no noise, the parameters themselves. */
  private final Weights perturbed = new Weights();

  private final Map<String, Noisy> noisy = new LinkedHashMap<>();

  /** f(ε) of each layer's inputs and outputs; all 0 is no noise. */
  private final List<float[]> factors = new ArrayList<>();

  private Weights gradient;
  private boolean noise;
  private boolean stale;
  private float norm;

  /**
   * @param engine computes {@code spec.still()}, from whatever weights; owned from now on
   * @param weights the first weights; copied
   */
  NoisyNetwork(NetworkSpec spec, Network engine, Weights weights) {
    this.spec = spec;
    this.engine = engine;
    this.adam = new Adam(engine.optimizer());
    this.parameters = zeros();
    this.firstMoment = zeros();
    this.secondMoment = zeros();
    engine.spec().parameters().forEach(this::prepare);
    load(weights);
  }

  private Weights zeros() {
    Weights zeros = new Weights();
    spec.parameters().forEach((n, shape) -> zeros.put(n, shape, new float[Weights.length(shape)]));
    return zeros;
  }

  /** Makes ready what becomes of a parameter on its way to the engine. */
  private void prepare(String name, int[] shape) {
    float[] mu = parameters.values(name);
    if (!spec.parameters().containsKey(name + NetworkSpec.SIGMA)) {
      perturbed.put(name, shape, mu);
      return;
    }
    float[] sigma = parameters.values(name + NetworkSpec.SIGMA);
    float[] w = new float[mu.length];
    perturbed.put(name, shape, w);
    boolean weight = shape.length == 2; // its bias comes next
    if (weight) {
      factors.add(new float[shape[0]]);
      factors.add(new float[shape[1]]);
    }
    float[] in = weight ? factors.get(factors.size() - 2) : ONE;
    float[] out = factors.get(factors.size() - 1);
    noisy.put(name, new Noisy(mu, sigma, w, new float[mu.length], in, out));
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public Optimizer optimizer() {
    return engine.optimizer();
  }

  @Override
  public void drawNoise(Rng rng) {
    for (float[] factor : factors) {
      for (int i = 0; i < factor.length; i++) {
        double x = rng.nextGaussian();
        factor[i] = (float) Math.copySign(Math.sqrt(Math.abs(x)), x);
      }
    }
    noise = true;
    stale = true;
  }

  @Override
  public void stopNoise() {
    if (noise) {
      factors.forEach(factor -> Arrays.fill(factor, 0));
      noise = false;
      stale = true;
    }
  }

  /** Gives the engine its weights, where they have changed. */
  private void settle() {
    if (stale) {
      noisy.values().forEach(Noisy::perturb);
      engine.load(perturbed);
      stale = false;
    }
  }

  @Override
  public void infer(Observations input, int rows, float[] outputs) {
    settle();
    engine.infer(input, rows, outputs);
  }

  @Override
  public void forward(Observations input, int rows, float[] outputs) {
    settle();
    engine.forward(input, rows, outputs);
  }

  @Override
  public float backward(float[] outputGradient) {
    float still = engine.backward(outputGradient);
    Weights means = engine.gradient();
    gradient = new Weights();
    double sum = (double) still * still;
    for (Map.Entry<String, int[]> e : engine.spec().parameters().entrySet()) {
      String name = e.getKey();
      gradient.put(name, e.getValue(), means.values(name));
      Noisy each = noisy.get(name);
      if (each != null) {
        each.backward(means.values(name));
        gradient.put(name + NetworkSpec.SIGMA, e.getValue(), each.sigmaGradient());
        sum += RowMath.squares(each.sigmaGradient());
      }
    }
    norm = (float) Math.sqrt(sum);
    return norm;
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    engine.inputGradient(outputGradient, inputGradient);
  }

  @Override
  public void update(float learningRate) {
    adam.advance(learningRate, norm);
    for (String name : spec.parameters().keySet()) {
      adam.update(
          parameters.values(name),
          gradient.values(name),
          firstMoment.values(name),
          secondMoment.values(name));
    }
    stale = true;
  }

  @Override
  public void blend(Network other, float tau) {
    Batches.checkSameSpec(this, other);
    Weights from = ((NoisyNetwork) other).parameters; // whoever has this spec has this wrapper
    for (String name : spec.parameters().keySet()) {
      RowMath.blend(parameters.values(name), from.values(name), tau);
    }
    stale = true;
  }

  @Override
  public Weights weights() {
    Weights copy = new Weights();
    put(copy, "", parameters);
    return copy;
  }

  @Override
  public void load(Weights weights) {
    weights.require(spec.parameters());
    take(parameters, weights, "");
    stale = true;
  }

  @Override
  public Weights gradient() {
    if (gradient == null) {
      throw new IllegalStateException("there is no gradient: call backward first");
    }
    Weights copy = new Weights();
    put(copy, "", gradient);
    return copy;
  }

  @Override
  public Weights optimizerState() {
    Weights state = new Weights();
    put(state, AdamState.FIRST, firstMoment);
    put(state, AdamState.SECOND, secondMoment);
    return AdamState.putStep(state, adam.step());
  }

  @Override
  public void loadOptimizerState(Weights state) {
    state.require(AdamState.shapes(spec));
    take(firstMoment, state, AdamState.FIRST);
    take(secondMoment, state, AdamState.SECOND);
    adam.step(AdamState.step(state));
  }

  /** Puts copies of arrays under names that begin with this. */
  private static void put(Weights to, String prefix, Weights arrays) {
    arrays
        .tensors()
        .forEach((name, array) -> to.put(prefix + name, array.shape(), array.values().clone()));
  }

  /** Replaces the content of arrays by what {@link #put} has put there. */
  private static void take(Weights arrays, Weights from, String prefix) {
    arrays
        .tensors()
        .forEach(
            (name, array) -> {
              float[] values = from.values(prefix + name);
              System.arraycopy(values, 0, array.values(), 0, values.length);
            });
  }

  @Override
  public String engine() {
    return engine.engine();
  }

  @Override
  public void close() {
    engine.close();
  }
}
