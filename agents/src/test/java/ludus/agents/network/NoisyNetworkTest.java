package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Noisy layers, on every engine. */
class NoisyNetworkTest {
  private static final int ROWS = 9;
  private static final NetworkSpec SMALL =
      new NetworkSpec(new ObservationSpec.Features(5), List.of(new NetworkSpec.Noisy(7)), 3);

  static Stream<Arguments> layersAndEngines() {
    List<Arguments> all = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      for (String layers : List.of("noisy", "noisy 24", "noisy,dueling 12", "noisy 24,dueling")) {
        if (engine != Engine.AUTO) {
          all.add(Arguments.of(engine, layers));
        }
      }
    }
    return all.stream();
  }

  private static Network network(Engine engine, String layers, long seed) {
    NetworkSpec plain = Trials.specFor(engine);
    List<NetworkSpec.Layer> hidden = new ArrayList<>(plain.hidden());
    Arrays.stream(layers.split(",")).map(NetworkSpec.Layer::parse).forEach(hidden::add);
    NetworkSpec spec = new NetworkSpec(plain.input(), hidden, 6);
    return Networks.create(spec, Trials.ADAM, seed, engine);
  }

  private static float[] outputs(Network network) {
    float[] outputs = new float[ROWS * network.spec().outputs()];
    network.infer(Trials.batch(network.spec(), ROWS, 3), ROWS, outputs);
    return outputs;
  }

  @Test
  void aLayersNoiseIsTheProductOfItsInputsAndItsOutputs() {
    try (Network network = Networks.create(SMALL, Trials.ADAM, 1)) {
      Weights weights = network.weights();
      Observations batch = Trials.batch(SMALL, 1, 3);
      float[] found = new float[3];
      network.drawNoise(new Rng(8));
      network.infer(batch, 1, found);
      double[] x = new double[5];
      Arrays.setAll(x, i -> batch.floats()[i]);
      Rng rng = new Rng(8);
      double[] hidden = noisy(weights, "dense1", x, rng);
      double[] wanted =
          noisy(weights, "output", Arrays.stream(hidden).map(h -> Math.max(0, h)).toArray(), rng);
      for (int i = 0; i < 3; i++) {
        assertEquals(wanted[i], found[i], 1e-5);
      }
    }
  }

  private static double[] noisy(Weights weights, String name, double[] x, Rng rng) {
    double[] in = factors(x.length, rng);
    double[] out = factors(weights.values(name + ".bias").length, rng);
    double[] y = new double[out.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = weights.values(name + ".bias")[j];
      y[j] += weights.values(name + ".bias_sigma")[j] * out[j];
      for (int i = 0; i < x.length; i++) {
        int at = i * y.length + j;
        double mu = weights.values(name + ".weight")[at];
        y[j] += x[i] * (mu + weights.values(name + ".weight_sigma")[at] * in[i] * out[j]);
      }
    }
    return y;
  }

  private static double[] factors(int count, Rng rng) {
    double[] factors = new double[count];
    for (int i = 0; i < count; i++) {
      double e = rng.nextGaussian();
      factors[i] = Math.signum(e) * Math.sqrt(Math.abs(e));
    }
    return factors;
  }

  @Test
  void theNoiseOfAWeightHasAMeanOfZeroAndAVarianceOfTwoOverPi() {
    // f(ε)² = |ε|, whose mean is √(2/π); the two factors are independent.
    NetworkSpec spec = new NetworkSpec(new ObservationSpec.Features(1), List.of(noisy()), 1);
    Weights weights = Initialization.STANDARD.draw(spec, 1);
    weights.values("output.weight")[0] = 0;
    weights.values("output.weight_sigma")[0] = 1;
    weights.values("output.bias")[0] = 0;
    weights.values("output.bias_sigma")[0] = 0;
    int draws = 40_000;
    double sum = 0;
    double squares = 0;
    try (Network network = Networks.create(spec, Trials.ADAM, weights, Engine.JAVA)) {
      Observations one = new Observations(spec.input(), 1);
      one.floats()[0] = 1;
      float[] noise = new float[1];
      Rng rng = new Rng(1);
      for (int i = 0; i < draws; i++) {
        network.drawNoise(rng);
        network.infer(one, 1, noise);
        sum += noise[0] / draws;
        squares += noise[0] * noise[0] / draws;
      }
    }
    assertEquals(0, sum, 0.02);
    assertEquals(2 / Math.PI, squares, 0.03);
  }

  private static NetworkSpec.Layer noisy() {
    return new NetworkSpec.Noisy(0);
  }

  @ParameterizedTest
  @MethodSource("layersAndEngines")
  void gradientsOfMeansAndNoiseMatchFiniteDifferences(Engine engine, String layers) {
    try (Network network = network(engine, layers, 1)) {
      network.drawNoise(new Rng(4));
      Trials.assertGradientsMatchFiniteDifferences(network, ROWS);
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndEngines")
  void withoutNoiseItIsTheNetworkOfItsMeans(Engine engine, String layers) {
    try (Network network = network(engine, layers, 3)) {
      Weights all = network.weights();
      Weights means = new Weights();
      NetworkSpec still = network.spec().still();
      still.parameters().forEach((name, shape) -> means.put(name, shape, all.values(name)));
      try (Network plain = Networks.create(still, Trials.ADAM, means, engine)) {
        float[] wanted = outputs(plain);
        assertArrayEquals(wanted, outputs(network));
        network.drawNoise(new Rng(1));
        assertFalse(Arrays.equals(wanted, outputs(network)));
        network.stopNoise();
        assertArrayEquals(wanted, outputs(network));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layersAndEngines")
  void savedAndLoadedItContinuesAsIfItHadNeverStopped(Engine engine, String layers) {
    try (Network whole = network(engine, layers, 1);
        Network stopped = network(engine, layers, 1);
        Network resumed = network(engine, layers, 99)) {
      Rng rng = new Rng(1);
      train(whole, new Rng(1), 0, 6);
      train(stopped, rng, 0, 3);
      resumed.load(stopped.weights());
      resumed.loadOptimizerState(stopped.optimizerState());
      train(resumed, rng, 3, 6);
      Trials.assertIdentical(whole.weights(), resumed.weights());
      Trials.assertIdentical(whole.optimizerState(), resumed.optimizerState());
      stopped.blend(resumed, 1);
      Trials.assertIdentical(resumed.weights(), stopped.weights());
    }
  }

  private static void train(Network network, Rng rng, int from, int to) {
    for (int step = from; step < to; step++) {
      network.drawNoise(rng);
      Trials.train(network, step, step + 1);
    }
  }

  @Test
  void theGradientsNormIsThatOfMeansAndNoiseTogether() {
    try (Network network = Networks.create(SMALL, Trials.ADAM, 1)) {
      network.drawNoise(new Rng(1));
      network.forward(Trials.batch(SMALL, ROWS, 1), ROWS, new float[ROWS * 3]);
      float norm = network.backward(Trials.gradient(SMALL, ROWS, 2));
      double squares = 0;
      for (Weights.Tensor each : network.gradient().tensors().values()) {
        squares += RowMath.squares(each.values());
      }
      assertEquals(Math.sqrt(squares), norm, 1e-5 * norm);
    }
  }

  @Test
  void itBeginsAsThePaperSays() {
    Weights weights = Initialization.STANDARD.draw(SMALL, 1);
    double bound = 1 / Math.sqrt(5);
    double largest = 0;
    for (String name : List.of("dense1.weight", "dense1.bias")) {
      for (float mu : weights.values(name)) {
        largest = Math.max(largest, Math.abs(mu));
      }
      for (float sigma : weights.values(name + "_sigma")) {
        assertEquals(0.5 * bound, sigma, 1e-7);
      }
    }
    assertTrue(largest <= bound && largest > 0.9 * bound, largest + " of " + bound);
    assertEquals(0.5 / Math.sqrt(7), weights.values("output.bias_sigma")[2], 1e-7);
  }

  @Test
  void aNetworkWithoutNoisyLayersTakesNothingFromTheRandomNumbers() {
    Rng rng = new Rng(5);
    long before = rng.state();
    try (Network network = Networks.create(Trials.FEATURES, Trials.ADAM, 1)) {
      float[] wanted = outputs(network);
      network.drawNoise(rng);
      assertArrayEquals(wanted, outputs(network));
    }
    assertEquals(before, rng.state());
  }

  @Test
  void layersThatWouldNotBeWhatTheySayAreRefused() {
    ObservationSpec features = new ObservationSpec.Features(3);
    NetworkSpec.Layer dense = new NetworkSpec.Dense(8);
    assertRefused("write 'noisy 8' for 'dense 8'", features, noisy(), dense);
    NetworkSpec.Layer conv = new NetworkSpec.Convolution(8, 8, 4);
    assertRefused("come before dense layers", new ObservationSpec.Pixels(2), noisy(), conv);
  }

  private static void assertRefused(
      String sentence, ObservationSpec input, NetworkSpec.Layer... hidden) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new NetworkSpec(input, List.of(hidden), 4));
    assertTrue(e.getMessage().contains(sentence), e.getMessage());
  }
}
