package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to the engine that goes through cells, filters by Winograd and uses BLAS. */
class BlasNetworkTest {
  private static Network network(Engine engine) {
    return Networks.create(Trials.PIXELS, Trials.ADAM, 1, engine);
  }

  /**
   * Both ways, with an output gradient of this seed, which is handed back.
   *
   * @param norms how far the gradients' norms may be apart, in shares of one
   */
  private static float[] assertAgree(
      Network reference, Network fast, Observations batch, long seed, double norms) {
    int rows = batch.rows();
    float[] gradient = Trials.gradient(reference.spec(), rows, seed);
    float[] expected = new float[gradient.length];
    float[] actual = new float[gradient.length];
    reference.forward(batch, rows, expected);
    fast.forward(batch, rows, actual);
    Trials.assertClose("outputs", expected, actual, 1e-5);
    fast.infer(batch, rows, actual);
    Trials.assertClose("inferred outputs", expected, actual, 1e-5);
    float norm = reference.backward(gradient);
    assertEquals(norm, fast.backward(gradient), norms * norm);
    Trials.assertNear(reference.gradient(), fast.gradient(), 2e-4);
    return gradient;
  }

  private static void assertSameUpdate(Network reference, Network fast) {
    reference.update(1e-4f);
    fast.update(1e-4f);
    Trials.assertNear(reference.weights(), fast.weights(), 1e-4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 17, 64, 65, 100})
  void everyBatchSizeAgreesWithDl4j(int rows) {
    try (Network reference = network(Engine.DL4J);
        Network fast = network(Engine.BLAS)) {
      assertAgree(reference, fast, Trials.batch(Trials.PIXELS, rows, rows), 2, 2e-5);
      assertSameUpdate(reference, fast);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv 8@3/1", "conv 8@4/1", "conv 8@5/1", "conv 8@1/1", "conv 8@7/3"})
  void everyKernelOfUpToFiveTapsAgreesWithDl4j(String layer) {
    NetworkSpec spec =
        new NetworkSpec(
            new ObservationSpec.Pixels(1),
            List.of(
                new NetworkSpec.Convolution(4, 6, 6),
                NetworkSpec.Layer.parse(layer),
                new NetworkSpec.Dense(16)),
            2);
    try (Network reference = Networks.create(spec, Trials.ADAM, 1, Engine.DL4J);
        Network fast = Networks.create(spec, Trials.ADAM, 1, Engine.BLAS)) {
      assertAgree(reference, fast, Trials.batch(spec, 5, 1), 2, 2e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv 8@3/1 same, dense 16",
        "conv 8@5/1 same, conv 8@3/1 same, dense 16",
        "conv 8@3/1, max pool, dense 16",
        "conv 8@1/1 same, max pool",
        "conv 24@3/1 same, conv 40@3/1 same, max pool, dense 16"
      })
  void paddedAndPooledConvolutionsAgreeWithDl4j(String layers) {
    List<NetworkSpec.Layer> hidden = new ArrayList<>();
    hidden.add(new NetworkSpec.Convolution(4, 12, 6));
    for (String layer : layers.split(", ")) {
      hidden.add(NetworkSpec.Layer.parse(layer));
    }
    NetworkSpec spec = new NetworkSpec(new ObservationSpec.Pixels(2), hidden, 3);
    int rows = 19;
    try (Network reference = Networks.create(spec, Trials.ADAM, 1, Engine.DL4J);
        Network fast = Networks.create(spec, Trials.ADAM, 1, Engine.BLAS)) {
      for (int step = 0; step < 3; step++) {
        assertAgree(reference, fast, Trials.batch(spec, rows, step), step, 2e-4);
        assertSameUpdate(reference, fast);
      }
    }
  }

  /**
   * Noise in the lower part of every {@code lit}-th picture; above it a still pattern, or black.
   */
  private static Observations sparse(
      NetworkSpec spec, int rows, long seed, int lit, boolean still) {
    Observations batch = Trials.batch(spec, rows, seed);
    int frames = ((ObservationSpec.Pixels) spec.input()).frames();
    int side = ObservationSpec.Pixels.SIDE;
    for (int i = 0; i < batch.bytes().length; i++) {
      int row = i / (side * side * frames);
      int y = i / side % side;
      if (row % lit != 0 || y < 60) {
        batch.bytes()[i] = still && y > 20 ? (byte) (y * i % side) : 0;
      }
    }
    return batch;
  }

  /** Without biases much of what is black would be 0 before it is rectified, but for rounding. */
  private static void shift(boolean bias, float[] values) {
    for (int i = 0; bias && i < values.length; i++) {
      values[i] = 0.1f * ((i % 3) - 1.1f);
    }
  }

  /**
   * The share of numbers that are not alike. A unit that is 0 but for rounding may be on one side
   * here and on the other there, which a few pixels feel.
   */
  private static double differing(float[] expected, float[] actual) {
    float largest = 0;
    for (float each : expected) {
      largest = Math.max(largest, Math.abs(each));
    }
    int count = 0;
    for (int i = 0; i < expected.length; i++) {
      count += Math.abs(expected[i] - actual[i]) <= 1e-4 * largest ? 0 : 1;
    }
    return (double) count / expected.length;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv 16@8/4, conv 8@4/2, dense 16 | 1 | false",
        "conv 16@8/4, conv 8@4/2, dense 16 | 2 | true",
        "conv 32@8/4, conv 8@4/2, dense 16 | 1 | true",
        "conv 32@8/4, conv 8@4/2, dense 16 | 3 | false",
        "conv 32@8/4, conv 8@4/2, dense 16 | 99 | false",
        "conv 24@4/4, conv 8@3/2, dense 16 | 2 | true",
        "conv 8@12/6, conv 8@3/2, dense 16 | 2 | true",
        "conv 8@8/8, conv 8@3/1, dense 16 | 2 | true",
        "conv 8@12/4, dense 16 | 2 | true",
        "conv 64@84/42, dense 16 | 2 | true",
        "conv 8@28/4, dense 16 | 2 | true",
      })
  void whatIsBlackOrStandsStillIsLeftOutWithoutLoss(String layers, int lit, boolean still) {
    List<NetworkSpec.Layer> hidden = new ArrayList<>();
    for (String layer : layers.split(", ")) {
      hidden.add(NetworkSpec.Layer.parse(layer));
    }
    NetworkSpec spec = new NetworkSpec(new ObservationSpec.Pixels(3), hidden, 3);
    int rows = 37;
    try (Network reference = Networks.create(spec, Trials.ADAM, 1, Engine.DL4J);
        Network fast = Networks.create(spec, Trials.ADAM, 1, Engine.BLAS)) {
      Weights weights = reference.weights();
      weights.tensors().forEach((name, tensor) -> shift(name.endsWith(".bias"), tensor.values()));
      reference.load(weights);
      fast.load(weights);
      for (int step = 0; step < 3; step++) {
        Observations batch = sparse(spec, rows, step, lit, still);
        float[] gradient = assertAgree(reference, fast, batch, step, 2e-5);
        float[] pixels = new float[rows * spec.input().size()];
        float[] expectedPixels = new float[pixels.length];
        Arrays.fill(pixels, Float.NaN);
        reference.inputGradient(gradient, expectedPixels);
        fast.inputGradient(gradient, pixels);
        assertTrue(differing(expectedPixels, pixels) < 1e-3);
        assertSameUpdate(reference, fast);
      }
    }
  }

  @Test
  void anUpdateTakesTheLastGradientThoughAnotherPassCameBetween() {
    try (Network plain = network(Engine.BLAS);
        Network disturbed = network(Engine.BLAS)) {
      int rows = 16;
      float[] outputs = new float[rows * Trials.PIXELS.outputs()];
      float[] gradient = Trials.gradient(Trials.PIXELS, rows, 2);
      for (Network network : List.of(plain, disturbed)) {
        network.forward(Trials.batch(Trials.PIXELS, rows, 1), rows, outputs);
        network.backward(gradient);
      }
      disturbed.infer(Trials.batch(Trials.PIXELS, rows, 5), rows, outputs);
      disturbed.forward(Trials.batch(Trials.PIXELS, rows, 6), rows, outputs);
      plain.update(1e-3f);
      disturbed.update(1e-3f);
      Trials.assertIdentical(plain.weights(), disturbed.weights());
    }
  }

  @Test
  void aGradientThatIsGoneIsNotMadeUp() {
    try (Network network = network(Engine.BLAS)) {
      assertThrows(IllegalStateException.class, network::gradient);
      assertThrows(IllegalStateException.class, () -> network.update(1e-3f));
    }
  }

  @Test
  void anUpdateAllocatesNextToNothing() {
    try (Network network = network(Engine.BLAS)) {
      Observations batch = Trials.batch(Trials.PIXELS, 32, 1);
      float[] outputs = new float[32 * Trials.PIXELS.outputs()];
      float[] gradient = Trials.gradient(Trials.PIXELS, 32, 2);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      steps(network, batch, outputs, gradient, 200);
      long before = threads.getCurrentThreadAllocatedBytes();
      steps(network, batch, outputs, gradient, 100);
      long each = (threads.getCurrentThreadAllocatedBytes() - before) / 100;
      assertTrue(each < 512, each + " bytes a step");
    }
  }

  private static void steps(
      Network network, Observations batch, float[] outputs, float[] gradient, int count) {
    for (int i = 0; i < count; i++) {
      network.infer(batch, 32, outputs);
      network.forward(batch, 32, outputs);
      network.backward(gradient);
      network.update(1e-4f);
    }
  }

  @Test
  void whatItCannotComputeIsLeftToAnotherEngine() {
    NetworkSpec odd =
        new NetworkSpec(
            new ObservationSpec.Pixels(1),
            List.of(new NetworkSpec.Convolution(4, 9, 4), new NetworkSpec.Dense(8)),
            2);
    assertThrows(
        IllegalArgumentException.class, () -> Networks.create(odd, Trials.ADAM, 1, Engine.BLAS));
    try (Network network = Networks.create(odd, Trials.ADAM, 1)) {
      assertTrue(network instanceof Nd4jNetwork || network instanceof Dl4jNetwork);
    }
  }
}
