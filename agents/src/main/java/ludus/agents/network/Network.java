package ludus.agents.network;

import ludus.core.env.Observations;
import ludus.core.random.Rng;

/**
 * The seam between algorithms and tensor engines: a differentiable function from a batch of
 * observations to a few numbers a row, its parameters and its optimiser. An algorithm works out the
 * gradient of its loss with respect to the outputs in plain Java and hands it to {@link #backward}.
 *
 * <p>Engines agree: given the same weights, batches and gradients, any two give outputs, gradients
 * and updated weights that are equal within float rounding, and each repeats itself bit for bit on
 * one machine with the same number of threads.
 *
 * <p>A network is used by one thread at a time. It owns native memory and is closed by its owner.
 */
public interface Network extends AutoCloseable {
  NetworkSpec spec();

  /**
   * Computes the outputs of the first {@code rows} observations.
   *
   * @param input observations of the form {@code spec().input()}, unscaled; scaling happens inside
   * @param outputs receives {@code rows × spec().outputs()} numbers, row after row
   */
  void infer(Observations input, int rows, float[] outputs);

  /**
   * As {@link #infer}, and keeps what {@link #backward} needs. Of a {@linkplain Mirrored mirrored}
   * network it gives what one image a row says, not the mean.
   */
  void forward(Observations input, int rows, float[] outputs);

  /**
   * Draws the noise of {@linkplain NetworkSpec.Noisy noisy layers}, anew and independently of what
   * was drawn before. It holds for every pass from now on, until the next draw or {@link
   * #stopNoise}. Not to be called between {@link #forward} and {@link #update}. A network without
   * such layers does nothing and takes nothing from {@code rng}.
   */
  default void drawNoise(Rng rng) {}

  /** Lets noisy layers compute by their means, as they do before the first {@link #drawNoise}. */
  default void stopNoise() {}

  /**
   * Back-propagates through the last {@link #forward}; replaces the gradient held before.
   *
   * @param outputGradient ∂loss/∂outputs, {@code rows × spec().outputs()}, of the loss already
   *     averaged (or summed) over the batch as the algorithm wants it
   * @return the global L2 norm of the parameters' gradient, before any clipping
   */
  float backward(float[] outputGradient);

  /**
   * Takes one optimiser step along the gradient of the last {@link #backward}, first scaled down to
   * a global norm of {@code optimizer().clipNorm()} where it is longer.
   *
   * @param learningRate the step size of this very step, so that schedules stay with the algorithm
   */
  void update(float learningRate);

  Optimizer optimizer();

  /**
   * Moves every parameter towards another network's: θ ← (1 − τ) θ + τ θ'. With τ = 1 it is an
   * exact copy. The optimiser's state is not touched.
   */
  void blend(Network other, float tau);

  /** A copy of the parameters, in the layout that {@link Weights} describes. */
  Weights weights();

  /**
   * Replaces the parameters.
   *
   * @throws IllegalArgumentException if names or shapes are not those of this network
   */
  void load(Weights weights);

  /**
   * A copy of the last {@link #backward}'s gradient, before clipping, in the weights' layout; to be
   * called before the next {@link #forward}.
   */
  Weights gradient();

  /** A copy of the optimiser's state: its moments and its step count. */
  Weights optimizerState();

  /**
   * Continues from an optimiser state that {@link #optimizerState} gave.
   *
   * @throws IllegalArgumentException if names or shapes are not those of this network
   */
  void loadOptimizerState(Weights state);

  /**
   * ∂(Σ outputs · outputGradient)/∂input for the last {@link #forward}, with respect to the scaled
   * input. To be called before {@link #update}, as it goes back through the weights of that pass.
   *
   * @param inputGradient receives {@code rows × spec().input().size()} numbers
   */
  void inputGradient(float[] outputGradient, float[] inputGradient);

  /** What computes: engine, backend and instruction set, in a few words for a person. */
  String engine();

  @Override
  void close();
}
