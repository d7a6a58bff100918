package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each fast engine against DL4J: outputs, gradients and training, number by number.
 *
 * <p>Of hundreds of thousands of rectifiers now and then one has an input so near 0 that rounding
 * decides whether it lets the gradient through, so that gradients are compared as a whole.
 */
class EnginesAgreeTest {
  private static final int ROWS = 19;

  @Test
  void denseNetworksOnFeatures() {
    compare(Trials.FEATURES, Engine.JAVA);
  }

  @Test
  void aLinearNetworkWithoutHiddenLayers() {
    compare(new NetworkSpec(new ObservationSpec.Features(5), List.of(), 2), Engine.JAVA);
  }

  @Test
  void theSmallPixelNetwork() {
    compare(pixels(4, NetworkSpec.SMALL), Engine.ND4J);
    compare(pixels(4, NetworkSpec.SMALL), Engine.BLAS);
  }

  @Test
  void theNatureNetwork() {
    compare(pixels(4, NetworkSpec.NATURE), Engine.ND4J);
    compare(pixels(4, NetworkSpec.NATURE), Engine.BLAS);
  }

  @Test
  void aKernelThatTheStrideDoesNotDivideIsNotFolded() {
    compare(
        pixels(
            1, List.of(new NetworkSpec.Convolution(6, 9, 4), new NetworkSpec.Convolution(5, 3, 2))),
        Engine.ND4J);
  }

  @Test
  void pixelsThatNoKernelReachesAreLeftOut() {
    compare(
        pixels(
            3,
            List.of(
                new NetworkSpec.Convolution(6, 10, 5),
                new NetworkSpec.Dense(20),
                new NetworkSpec.Dense(10))),
        Engine.ND4J);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dueling", "dueling 24", "dueling 24 by 3", "actor-critic"})
  void everyHead(String head) {
    List<NetworkSpec.Layer> onPixels = new ArrayList<>(Trials.PIXELS.hidden());
    onPixels.add(NetworkSpec.Layer.parse(head));
    compare(new NetworkSpec(Trials.PIXELS.input(), onPixels, 6), Engine.ND4J);
    compare(new NetworkSpec(Trials.PIXELS.input(), onPixels, 6), Engine.BLAS);
    List<NetworkSpec.Layer> onFeatures = new ArrayList<>(Trials.FEATURES.hidden());
    onFeatures.add(NetworkSpec.Layer.parse(head));
    compare(new NetworkSpec(Trials.FEATURES.input(), onFeatures, 6), Engine.JAVA);
  }

  private static NetworkSpec pixels(int frames, List<NetworkSpec.Layer> hidden) {
    return new NetworkSpec(new ObservationSpec.Pixels(frames), hidden, 3);
  }

  private static void compare(NetworkSpec spec, Engine engine) {
    // A norm that clips, so that clipping is compared as well.
    Optimizer optimizer = Optimizer.adam(1e-4f, 0.05f);
    Weights first = Initialization.STANDARD.draw(spec, 7);
    try (Network reference = Networks.create(spec, optimizer, first, Engine.DL4J);
        Network fast = Networks.create(spec, optimizer, first, engine)) {
      for (int step = 0; step < 4; step++) {
        Observations batch = Trials.batch(spec, ROWS, step);
        float[] expected = new float[ROWS * spec.outputs()];
        float[] actual = new float[ROWS * spec.outputs()];
        reference.infer(batch, 3, expected);
        fast.infer(batch, 3, actual);
        Trials.assertClose("inferred outputs", expected, actual, 1e-5);
        reference.forward(batch, ROWS, expected);
        fast.forward(batch, ROWS, actual);
        Trials.assertClose("outputs", expected, actual, 1e-5);

        float[] gradient = Trials.gradient(spec, ROWS, step);
        float norm = reference.backward(gradient);
        assertEquals(norm, fast.backward(gradient), 1e-5 * norm);
        Trials.assertNear(reference.gradient(), fast.gradient(), 1e-4);

        float[] expectedInput = new float[ROWS * spec.input().size()];
        float[] actualInput = new float[ROWS * spec.input().size()];
        reference.inputGradient(gradient, expectedInput);
        fast.inputGradient(gradient, actualInput);
        Trials.assertNear("input gradient", expectedInput, actualInput, 3e-3);
        Trials.assertNear(reference.gradient(), fast.gradient(), 1e-4);

        reference.update(1e-4f);
        fast.update(1e-4f);
        Trials.assertClose(reference.weights(), fast.weights(), 1e-4);
        Trials.assertClose(reference.optimizerState(), fast.optimizerState(), 1e-4);
        // Rounding that Adam has blown up must not make the next step's comparison a lottery.
        fast.load(reference.weights());
        fast.loadOptimizerState(reference.optimizerState());
      }
    }
  }
}
