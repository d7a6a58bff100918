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
}
