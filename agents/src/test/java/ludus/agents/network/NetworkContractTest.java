package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Network} promises, kept by every engine. */
class NetworkContractTest {
  private static final int ROWS = 8;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void gradientsMatchFiniteDifferences(Engine engine) {
    try (Network network = Trials.network(engine, 3)) {
      Trials.assertGradientsMatchFiniteDifferences(network, ROWS);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void aStepOfAdamAddsEpsilonOutsideTheRoot(Engine engine) {
    // After one step m̂ = g and v̂ = g², so that θ moves by α g / (|g| + ε).
    Optimizer optimizer = Optimizer.adam(0.5f, Float.POSITIVE_INFINITY);
    NetworkSpec spec = Trials.specFor(engine);
    try (Network network = Networks.create(spec, optimizer, 1, engine)) {
      Weights before = network.weights();
      network.forward(Trials.batch(spec, ROWS, 1), ROWS, new float[ROWS * spec.outputs()]);
      network.backward(Trials.gradient(spec, ROWS, 2));
      network.update(0.1f);
      float[] theta = before.values("output.bias");
      float[] g = network.gradient().values("output.bias");
      for (int i = 0; i < g.length; i++) {
        theta[i] -= 0.1f * g[i] / (Math.abs(g[i]) + 0.5f);
      }
      assertArrayEquals(theta, network.weights().values("output.bias"), 1e-6f);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void untakenActionsLearnNothing(Engine engine) {
    try (Network network = Trials.network(engine, 1)) {
      int outputs = network.spec().outputs();
      float[] gradient = Trials.gradient(network.spec(), ROWS, 2);
      for (int r = 0; r < ROWS; r++) {
        gradient[r * outputs + 1] = 0;
      }
      float[] before = network.weights().values("output.weight");
      network.forward(Trials.batch(network.spec(), ROWS, 1), ROWS, new float[ROWS * outputs]);
      network.backward(gradient);
      network.update(0.1f);
      float[] after = network.weights().values("output.weight");
      float[] g = network.gradient().values("output.weight");
      assertEquals(0, network.gradient().values("output.bias")[1]);
      for (int i = 1; i < after.length; i += outputs) {
        assertEquals(0, g[i]);
        assertEquals(before[i], after[i]);
      }
      assertFalse(Arrays.equals(before, after));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void inferringBetweenForwardAndBackwardDisturbsNothing(Engine engine) {
    try (Network plain = Trials.network(engine, 1);
        Network disturbed = Trials.network(engine, 1)) {
      NetworkSpec spec = plain.spec();
      float[] outputs = new float[ROWS * spec.outputs()];
      float[] gradient = Trials.gradient(spec, ROWS, 2);
      plain.forward(Trials.batch(spec, ROWS, 1), ROWS, outputs);
      plain.backward(gradient);
      disturbed.forward(Trials.batch(spec, ROWS, 1), ROWS, outputs);
      disturbed.infer(Trials.batch(spec, ROWS, 9), ROWS, outputs);
      disturbed.infer(Trials.batch(spec, 1, 9), 1, outputs);
      disturbed.backward(gradient);
      Trials.assertIdentical(plain.gradient(), disturbed.gradient());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void theInputGradientLeavesTheParametersGradientAlone(Engine engine) {
    try (Network network = Trials.network(engine, 1)) {
      NetworkSpec spec = network.spec();
      network.forward(Trials.batch(spec, ROWS, 1), ROWS, new float[ROWS * spec.outputs()]);
      network.backward(Trials.gradient(spec, ROWS, 2));
      Weights before = network.gradient();
      float[] input = new float[ROWS * spec.input().size()];
      network.inputGradient(Trials.gradient(spec, ROWS, 3), input);
      Trials.assertIdentical(before, network.gradient());
      assertTrue(input[Trials.largest(input)] != 0);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void aCopyIsExactAndThenGoesItsOwnWay(Engine engine) {
    try (Network online = Trials.network(engine, 1);
        Network target = Trials.network(engine, 2)) {
      target.blend(online, 1);
      Weights copied = target.weights();
      Trials.assertIdentical(online.weights(), copied);
      float[] before = new float[online.spec().outputs()];
      float[] after = new float[before.length];
      target.infer(Trials.batch(online.spec(), 1, 1), 1, before);
      Trials.train(online, 0, 3);
      Trials.assertIdentical(copied, target.weights());
      target.infer(Trials.batch(online.spec(), 1, 1), 1, after);
      assertArrayEquals(before, after);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void aBlendIsTheWeightedMeanOfBoth(Engine engine) {
    try (Network one = Trials.network(engine, 1);
        Network other = Trials.network(engine, 2);
        Network reference = Networks.create(one.spec(), Trials.ADAM, 2, Engine.DL4J)) {
      Weights mean = one.weights();
      other
          .weights()
          .tensors()
          .forEach(
              (name, tensor) -> {
                float[] values = mean.values(name);
                for (int i = 0; i < values.length; i++) {
                  values[i] = 0.75f * values[i] + 0.25f * tensor.values()[i];
                }
              });
      one.blend(reference, 0.25f);
      Trials.assertClose(mean, one.weights(), 1e-6);
      one.blend(other, 1);
      Trials.assertIdentical(other.weights(), one.weights());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void savedAndLoadedItContinuesAsIfItHadNeverStopped(Engine engine) throws Exception {
    try (Network whole = Trials.network(engine, 1);
        Network stopped = Trials.network(engine, 1);
        Network resumed = Trials.network(engine, 99)) {
      Trials.train(whole, 0, 8);
      Trials.train(stopped, 0, 4);
      resumed.load(Safetensors.read(Safetensors.bytes(stopped.weights())));
      resumed.loadOptimizerState(Safetensors.read(Safetensors.bytes(stopped.optimizerState())));
      Trials.train(resumed, 4, 8);
      Trials.assertIdentical(whole.weights(), resumed.weights());
      Trials.assertIdentical(whole.optimizerState(), resumed.optimizerState());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void twoRunsWithOneSeedGiveTheSameBits(Engine engine) {
    try (Network one = Trials.network(engine, 5);
        Network two = Trials.network(engine, 5)) {
      Trials.train(one, 0, 10);
      Trials.train(two, 0, 10);
      Trials.assertIdentical(one.weights(), two.weights());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void manyBatchSizesTakeTurns(Engine engine) {
    try (Network network = Trials.network(engine, 5)) {
      NetworkSpec spec = network.spec();
      Observations batch = Trials.batch(spec, ROWS, 1);
      float[] all = new float[ROWS * spec.outputs()];
      network.infer(batch, ROWS, all);
      for (int turn = 0; turn < 2; turn++) {
        for (int rows = 1; rows <= ROWS; rows++) {
          float[] some = new float[rows * spec.outputs()];
          network.infer(batch, rows, some);
          Trials.assertClose("outputs", Arrays.copyOf(all, some.length), some, 1e-5);
          network.forward(batch, rows, some);
          Trials.assertClose("outputs", Arrays.copyOf(all, some.length), some, 1e-5);
          network.backward(Trials.gradient(spec, rows, 1));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
  void whatDoesNotFitIsRefused(Engine engine) {
    try (Network network = Trials.network(engine, 5)) {
      NetworkSpec spec = network.spec();
      Observations batch = Trials.batch(spec, ROWS, 1);
      float[] outputs = new float[ROWS * spec.outputs()];
      assertThrows(IllegalStateException.class, () -> network.backward(outputs));
      assertThrows(IllegalArgumentException.class, () -> network.infer(batch, ROWS + 1, outputs));
      assertThrows(IllegalArgumentException.class, () -> network.infer(batch, ROWS, new float[1]));
      Observations other = new Observations(new ObservationSpec.Features(1), 1);
      assertThrows(IllegalArgumentException.class, () -> network.infer(other, 1, outputs));
      assertThrows(IllegalArgumentException.class, () -> network.load(new Weights()));
      assertThrows(
          IllegalArgumentException.class, () -> network.loadOptimizerState(network.weights()));
    }
  }
}
