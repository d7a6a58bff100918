package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dueling and actor-critic heads, on every engine. */
class HeadsTest {
  private static final int ROWS = 9;

  static Stream<Arguments> headsAndEngines() {
    List<Arguments> all = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      for (String head : List.of("dueling 12", "dueling", "dueling 12 by 2", "actor-critic")) {
        if (engine != Engine.AUTO) {
          all.add(Arguments.of(engine, head));
        }
      }
    }
    return all.stream();
  }

  private static NetworkSpec spec(Engine engine, String head) {
    NetworkSpec plain = Trials.specFor(engine);
    List<NetworkSpec.Layer> layers = new ArrayList<>(plain.hidden());
    layers.add(NetworkSpec.Layer.parse(head));
    return new NetworkSpec(plain.input(), layers, 6);
  }

  private static Network network(Engine engine, String head, long seed) {
    return Networks.create(spec(engine, head), Trials.ADAM, seed, engine);
  }

  @Test
  void duelingOutputsAreTheValuePlusCentredAdvantagesAlsoAfterTraining() {
    NetworkSpec spec =
        new NetworkSpec(new ObservationSpec.Features(5), List.of(new NetworkSpec.Dueling(7, 2)), 6);
    try (Network network = Networks.create(spec, Trials.ADAM, 1)) {
      Trials.train(network, 0, 5);
      Weights weights = network.weights();
      Observations batch = Trials.batch(spec, 1, 3);
      float[] found = new float[6];
      network.infer(batch, 1, found);
      double[] value =
          dense(weights, "value", rectified(dense(weights, "value1", doubles(batch.floats()))));
      double[] advantage =
          dense(
              weights,
              "advantage",
              rectified(dense(weights, "advantage1", doubles(batch.floats()))));
      for (int atom = 0; atom < 2; atom++) {
        double mean = (advantage[atom] + advantage[2 + atom] + advantage[4 + atom]) / 3;
        for (int action = 0; action < 3; action++) {
          double wanted = value[atom] + advantage[2 * action + atom] - mean;
          assertEquals(wanted, found[2 * action + atom], 1e-5);
        }
      }
    }
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static double[] rectified(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
    return values;
  }

  private static double[] dense(Weights weights, String name, double[] x) {
    float[] bias = weights.values(name + ".bias");
    float[] matrix = weights.values(name + ".weight");
    double[] y = new double[bias.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = bias[j];
      for (int i = 0; i < x.length; i++) {
        y[j] += x[i] * matrix[i * y.length + j];
      }
    }
    return y;
  }

  @ParameterizedTest
  @MethodSource("headsAndEngines")
  void gradientsMatchFiniteDifferences(Engine engine, String head) {
    try (Network network = network(engine, head, 3)) {
      Trials.assertGradientsMatchFiniteDifferences(network, ROWS);
    }
  }

  @ParameterizedTest
  @MethodSource("headsAndEngines")
  void savedAndLoadedItContinuesAsIfItHadNeverStopped(Engine engine, String head) {
    try (Network whole = network(engine, head, 1);
        Network stopped = network(engine, head, 1);
        Network resumed = network(engine, head, 99)) {
      Trials.train(whole, 0, 6);
      Trials.train(stopped, 0, 3);
      resumed.load(stopped.weights());
      resumed.loadOptimizerState(stopped.optimizerState());
      Trials.train(resumed, 3, 6);
      Trials.assertIdentical(whole.weights(), resumed.weights());
      Trials.assertIdentical(whole.optimizerState(), resumed.optimizerState());
      stopped.blend(resumed, 1);
      Trials.assertIdentical(resumed.weights(), stopped.weights());
    }
  }

  @Test
  void anActorCriticBeginsWithSmallLogitsAndAWholeValue() {
    NetworkSpec spec = spec(Engine.JAVA, "actor-critic");
    Weights weights = Initialization.STANDARD.draw(spec, 1);
    double logits = 0;
    double value = 0;
    for (float w : weights.values("policy.weight")) {
      logits += w * w;
    }
    for (float w : weights.values("value.weight")) {
      value += w * w;
    }
    assertEquals(0.01 * Math.sqrt(5), Math.sqrt(logits), 1e-6);
    assertEquals(1, Math.sqrt(value), 1e-5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv 16@8/4",
        "dense 256",
        "noisy",
        "noisy 256",
        "dueling",
        "dueling 256",
        "dueling by 51",
        "dueling 256 by 51",
        "actor-critic"
      })
  void aLayerReadsWhatItWrites(String text) {
    assertEquals(text, NetworkSpec.Layer.parse(text).toString());
  }

  @Test
  void aHeadThatDoesNotFitIsRefused() {
    ObservationSpec input = new ObservationSpec.Features(3);
    NetworkSpec.Layer dueling = NetworkSpec.Layer.parse("dueling 8 by 2");
    NetworkSpec.Layer dense = new NetworkSpec.Dense(8);
    assertRefused("a head comes last", () -> new NetworkSpec(input, List.of(dueling, dense), 4));
    assertRefused("actions of 2 atoms", () -> new NetworkSpec(input, List.of(dueling), 3));
    assertRefused(
        "logits and a value",
        () -> new NetworkSpec(input, List.of(new NetworkSpec.ActorCritic()), 1));
    assertRefused("not 'dueling 8 x'", () -> NetworkSpec.Layer.parse("dueling 8 x"));
  }

  private static void assertRefused(
      String sentence, org.junit.jupiter.api.function.Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(sentence), message);
  }
}
