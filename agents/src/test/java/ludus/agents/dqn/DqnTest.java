package ludus.agents.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ludus.agents.ProbeWorld;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.agents.network.Weights;
import ludus.core.env.EnvOptions;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;
import org.junit.jupiter.api.Test;

class DqnTest {
  private static final DqnOptions OPTIONS =
      new DqnOptions(
          0.003f, 1e-8f, 10, 0.9f, 32, 2000, 100, 4, 2, 20, 0, 1, 0.1f, 2000, true, 1, 1, 0);

  private static Network network(int features, int actions, long seed) {
    return Networks.create(
        new NetworkSpec(
            new ObservationSpec.Features(features), List.of(new NetworkSpec.Dense(32)), actions),
        Optimizer.adam(1e-8f, 10),
        seed);
  }

  /** Trains on a probe world and returns the values of its actions in the given state. */
  private static float[] learn(ProbeWorld world, DqnOptions options, int steps, float state) {
    try (VectorEnv envs = new VectorEnv(world, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn = new Dqn(options, network(1, 2, 1), network(1, 2, 2), 4, 1)) {
      run(dqn, envs, steps);
      float[] q = new float[2];
      Observations one = new Observations(envs.observation(), 1);
      one.floats()[0] = state;
      dqn.policyNetwork().infer(one, 1, q);
      return q;
    }
  }

  private static void run(Dqn dqn, VectorEnv envs, int steps) {
    int[] actions = new int[envs.envs()];
    if (dqn.steps() == 0) {
      envs.reset();
      dqn.begin(envs);
    }
    while (dqn.steps() < steps) {
      dqn.act(envs, actions);
      envs.step(actions);
      dqn.learn(envs, actions);
    }
  }

  @Test
  void oneStateOneRewardIsLearned() {
    float[] q = learn(ProbeWorld.CONSTANT, OPTIONS, 4000, 0);
    assertEquals(1, q[0], 0.05);
    assertEquals(1, q[1], 0.05);
  }

  @Test
  void anActionThatMattersIsLearned() {
    float[] q = learn(ProbeWorld.ACTION, OPTIONS, 4000, 0);
    assertEquals(-1, q[0], 0.05);
    assertEquals(1, q[1], 0.05);
  }

  @Test
  void aRandomObservationThatDecidesTheRewardIsLearned() {
    assertEquals(-1, learn(ProbeWorld.OBSERVATION, OPTIONS, 6000, -1)[0], 0.1);
    assertEquals(1, learn(ProbeWorld.OBSERVATION, OPTIONS, 6000, 1)[0], 0.1);
  }

  @Test
  void aRewardTwoStepsLaterIsDiscountedOnce() {
    assertEquals(0.9, learn(ProbeWorld.DELAY, OPTIONS, 8000, 0)[0], 0.06);
    assertEquals(1, learn(ProbeWorld.DELAY, OPTIONS, 8000, 1)[0], 0.06);
  }

  @Test
  void anEndlessWorldIsWorthOneOverOneMinusGammaThoughItIsCutByATimeLimit() {
    // Cut after ten steps: a learner that takes truncation for an end would find about 5.
    float[] q = learn(ProbeWorld.ENDLESS, OPTIONS, 20_000, 0);
    assertEquals(10, q[0], 0.5);
    assertEquals(10, q[1], 0.5);
  }

  @Test
  void theTargetStopsAtAnEndAndOnlyThere() {
    assertEquals(1 + 0.9f * 5, Dqn.target(1, 0.9f, false, 5));
    assertEquals(1, Dqn.target(1, 0.9f, true, 5));
  }

  @Test
  void huberIsSquareInsideAndLinearOutsideAndItsSlopeIsItsDerivative() {
    assertEquals(0.125f, Dqn.huber(0.5f, 1));
    assertEquals(2.5f, Dqn.huber(-3, 1));
    double h = 1e-3;
    for (float kappa : new float[] {0.5f, 1, 2}) {
      for (double error = -4.05; error < 4; error += 0.1) {
        double slope =
            (Dqn.huber((float) (error + h), kappa) - Dqn.huber((float) (error - h), kappa))
                / (2 * h);
        assertEquals(slope, Dqn.huberSlope((float) error, kappa), 2e-3);
      }
    }
  }

  @Test
  void theTargetNetworkRestsBetweenTwoCopies() {
    DqnOptions rare =
        new DqnOptions(
            0.003f, 1e-8f, 10, 0.9f, 32, 2000, 100, 4, 1, 1000, 0, 1, 0.1f, 2000, true, 1, 1, 0);
    try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn = new Dqn(rare, network(1, 2, 1), network(1, 2, 2), 4, 1)) {
      assertSame(dqn.state().weights().get("online"), dqn.state().weights().get("target"));
      Weights before = dqn.state().weights().get("target");
      run(dqn, envs, 1000);
      assertSame(before, dqn.state().weights().get("target"));
      assertFalse(
          Arrays.equals(
              before.values("output.weight"),
              dqn.state().weights().get("online").values("output.weight")));
    }
  }

  @Test
  void thereIsNoUpdateBeforeTheWarmUpIsOver() {
    try (VectorEnv envs = new VectorEnv(ProbeWorld.ACTION, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn = new Dqn(OPTIONS, network(1, 2, 1), network(1, 2, 2), 4, 1)) {
      run(dqn, envs, 96);
      assertEquals(0, dqn.state().numbers().get("updates"));
      run(dqn, envs, 100);
      assertEquals(2, dqn.state().numbers().get("updates"));
      run(dqn, envs, 140);
      assertEquals(22, dqn.state().numbers().get("updates"));
    }
  }

  @Test
  void theSameSeedLearnsTheSameWeights() {
    Weights[] learned = new Weights[2];
    for (int i = 0; i < 2; i++) {
      try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1 + i);
          Dqn dqn = new Dqn(OPTIONS, network(1, 2, 1), network(1, 2, 2), 4, 1)) {
        run(dqn, envs, 1500);
        learned[i] = dqn.policyNetwork().weights();
      }
    }
    assertSame(learned[0], learned[1]);
  }

  @Test
  void hyperParametersThatMakeNoSenseAreRefusedByName() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new DqnOptions(
                    0, 1e-8f, 10, 0.9f, 32, 2000, 100, 4, 2, 20, 0, 1, 0.1f, 2000, true, 1, 1, 0));
    assertTrue(e.getMessage().contains("learning_rate"), e.getMessage());
  }

  private static void assertSame(Weights expected, Weights actual) {
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
    for (Map.Entry<String, Weights.Tensor> e : expected.tensors().entrySet()) {
      assertArrayEquals(e.getValue().values(), actual.values(e.getKey()), e.getKey());
    }
  }
}
