package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/** Small networks, batches and comparisons that the tests of engines share. */
final class Trials {
  static final Optimizer ADAM = Optimizer.adam(1e-5f, 10f);

  static final NetworkSpec FEATURES =
      new NetworkSpec(
          new ObservationSpec.Features(6),
          List.of(new NetworkSpec.Dense(33), new NetworkSpec.Dense(16)),
          3);

  static final NetworkSpec PIXELS =
      new NetworkSpec(
          new ObservationSpec.Pixels(2),
          List.of(
              new NetworkSpec.Convolution(8, 12, 6),
              new NetworkSpec.Convolution(8, 3, 2),
              new NetworkSpec.Dense(32)),
          3);

  private Trials() {}

  /** A network that the engine can compute. */
  static NetworkSpec specFor(Engine engine) {
    return engine == Engine.JAVA ? FEATURES : PIXELS;
  }

  static Network network(Engine engine, long seed) {
    return Networks.create(specFor(engine), ADAM, seed, engine);
  }

  static Observations batch(NetworkSpec spec, int rows, long seed) {
    Rng rng = new Rng(seed);
    Observations batch = new Observations(spec.input(), rows);
    if (batch.bytes() != null) {
      for (int i = 0; i < batch.bytes().length; i++) {
        batch.bytes()[i] = (byte) rng.nextInt(256);
      }
    } else {
      for (int i = 0; i < batch.floats().length; i++) {
        batch.floats()[i] = (float) rng.nextGaussian();
      }
    }
    return batch;
  }

  static float[] gradient(NetworkSpec spec, int rows, long seed) {
    Rng rng = new Rng(seed);
    float[] gradient = new float[rows * spec.outputs()];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) rng.nextGaussian() / rows;
    }
    return gradient;
  }

  /** Some steps on batches that depend on nothing but the step's number. */
  static void train(Network network, int from, int to) {
    int rows = 19;
    float[] outputs = new float[rows * network.spec().outputs()];
    for (int step = from; step < to; step++) {
      network.forward(batch(network.spec(), rows, step), rows, outputs);
      network.backward(gradient(network.spec(), rows, 1000 + step));
      network.update(1e-3f);
    }
  }

  /** The gradient of each parameter array where it is largest, against a small change of it. */
  static void assertGradientsMatchFiniteDifferences(Network network, int rows) {
    NetworkSpec spec = network.spec();
    Observations batch = batch(spec, rows, 4);
    float[] c = gradient(spec, rows, 5);
    network.forward(batch, rows, new float[c.length]);
    network.backward(c);
    Weights gradient = network.gradient();
    Weights weights = network.weights();
    for (String name : spec.parameters().keySet()) {
      float[] values = weights.values(name);
      int i = largest(gradient.values(name));
      float exact = values[i];
      float h = 1e-3f;
      values[i] = exact + h;
      double above = loss(network, weights, batch, c);
      values[i] = exact - h;
      double below = loss(network, weights, batch, c);
      values[i] = exact;
      double wanted = (above - below) / (2 * h);
      float found = gradient.values(name)[i];
      // A bias of a convolution moves many units, and some cross the corner of their rectifier.
      assertEquals(wanted, found, 0.05 * Math.abs(wanted) + 1e-3, name);
    }
  }

  /** L = Σ outputs · c, whose gradient with respect to the outputs is c. */
  private static double loss(Network network, Weights weights, Observations batch, float[] c) {
    network.load(weights);
    float[] outputs = new float[c.length];
    network.infer(batch, batch.rows(), outputs);
    double sum = 0;
    for (int i = 0; i < c.length; i++) {
      sum += (double) outputs[i] * c[i];
    }
    return sum;
  }

  static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
    }
    return best;
  }

  static void assertIdentical(Weights expected, Weights actual) {
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
    for (String name : expected.tensors().keySet()) {
      assertArrayEquals(expected.values(name), actual.values(name), name);
    }
  }

  /** Each array within a bound relative to its own largest value. */
  static void assertClose(Weights expected, Weights actual, double bound) {
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
    for (String name : expected.tensors().keySet()) {
      assertClose(name, expected.values(name), actual.values(name), bound);
    }
  }

  static void assertClose(String name, float[] expected, float[] actual, double bound) {
    assertEquals(expected.length, actual.length, name);
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(expected[i] - actual[i]));
    }
    assertTrue(
        difference <= bound * largest,
        name + " differs by " + difference + " where the largest is " + largest);
  }

  /** Each array's difference within a bound relative to it, both by their L2 norms. */
  static void assertNear(Weights expected, Weights actual, double bound) {
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
    for (String name : expected.tensors().keySet()) {
      assertNear(name, expected.values(name), actual.values(name), bound);
    }
  }

  static void assertNear(String name, float[] expected, float[] actual, double bound) {
    assertEquals(expected.length, actual.length, name);
    double whole = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      whole += (double) expected[i] * expected[i];
      difference += ((double) expected[i] - actual[i]) * ((double) expected[i] - actual[i]);
    }
    assertTrue(
        Math.sqrt(difference) <= bound * Math.sqrt(whole),
        name + " differs by " + Math.sqrt(difference) + " of " + Math.sqrt(whole));
  }
}
