package ludus.agents.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import ludus.agents.ProbeWorld;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Weights;
import ludus.core.env.EnvOptions;
import ludus.core.env.VectorEnv;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class DqnTest {
  private static final DqnOptions OPTIONS = DqnTrial.options(Map.of());

  @Test
  void oneStateOneRewardIsLearned() {
    float[] q = DqnTrial.learn(ProbeWorld.CONSTANT, OPTIONS, 4000, 0);
    assertEquals(1, q[0], 0.05);
    assertEquals(1, q[1], 0.05);
  }

  @Test
  void anActionThatMattersIsLearned() {
    float[] q = DqnTrial.learn(ProbeWorld.ACTION, OPTIONS, 4000, 0);
    assertEquals(-1, q[0], 0.05);
    assertEquals(1, q[1], 0.05);
  }

  @Test
  void rewardsAreScaledAndThenClipped() {
    DqnOptions options = DqnTrial.options(Map.of("reward_scale", 2, "reward_clip", "-0.5..1.5"));
    float[] q = DqnTrial.learn(ProbeWorld.ACTION, options, 4000, 0);
    assertEquals(-0.5, q[0], 0.05);
    assertEquals(1.5, q[1], 0.05);
  }

  @Test
  void theSizesOfScaledRewardsAreRaisedToThePower() {
    DqnOptions options = DqnTrial.options(Map.of("reward_scale", 4, "reward_power", 0.5));
    float[] q = DqnTrial.learn(ProbeWorld.ACTION, options, 4000, 0);
    assertEquals(-2, q[0], 0.1);
    assertEquals(2, q[1], 0.1);
  }

  @Test
  void aRandomObservationThatDecidesTheRewardIsLearned() {
    assertEquals(-1, DqnTrial.learn(ProbeWorld.OBSERVATION, OPTIONS, 6000, -1)[0], 0.1);
    assertEquals(1, DqnTrial.learn(ProbeWorld.OBSERVATION, OPTIONS, 6000, 1)[0], 0.1);
  }

  @Test
  void aRewardTwoStepsLaterIsDiscountedOnce() {
    assertEquals(0.9, DqnTrial.learn(ProbeWorld.DELAY, OPTIONS, 8000, 0)[0], 0.06);
    assertEquals(1, DqnTrial.learn(ProbeWorld.DELAY, OPTIONS, 8000, 1)[0], 0.06);
  }

  @Test
  void anEndlessWorldIsWorthOneOverOneMinusGammaThoughItIsCutByATimeLimit() {
    // Cut after ten steps: a learner that takes truncation for an end would find about 5.
    float[] q = DqnTrial.learn(ProbeWorld.ENDLESS, OPTIONS, 20_000, 0);
    assertEquals(10, q[0], 0.5);
    assertEquals(10, q[1], 0.5);
  }

  @Test
  void theTargetStopsAtAnEndAndOnlyThere() {
    assertEquals(1 + 0.9f * 5, Dqn.target(1, 0.9f, 5));
    assertEquals(1, Dqn.target(1, 0, 5));
  }

  @Test
  void theTargetNetworkRestsBetweenTwoCopies() {
    DqnOptions rare = DqnTrial.options(Map.of("updates", 1, "target_every", 1000));
    try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn =
            new Dqn(rare, DqnTrial.network(OPTIONS, 1), DqnTrial.network(OPTIONS, 2), null, 4, 1)) {
      assertSame(dqn.state().weights().get("online"), dqn.state().weights().get("target"));
      Weights before = dqn.state().weights().get("target");
      DqnTrial.run(dqn, envs, 1000);
      assertSame(before, dqn.state().weights().get("target"));
      assertFalse(
          Arrays.equals(
              before.values("output.weight"),
              dqn.state().weights().get("online").values("output.weight")));
    }
  }

  @Test
  void theAverageFollowsAfterEachBurstAndIsThePolicy() {
    DqnOptions options = DqnTrial.options(Map.of("averaging", 0.2));
    try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn =
            new Dqn(
                options,
                DqnTrial.network(options, 1),
                DqnTrial.network(options, 2),
                DqnTrial.network(options, 3),
                4,
                1)) {
      DqnTrial.run(dqn, envs, 96); // warm-up
      float[] average = dqn.state().weights().get("online").values("output.weight").clone();
      for (int burst = 1; burst <= 5; burst++) {
        DqnTrial.run(dqn, envs, 96 + 4 * burst);
        float kept = Math.min(0.2f, burst / (9f + burst));
        float[] online = dqn.state().weights().get("online").values("output.weight");
        for (int i = 0; i < average.length; i++) {
          average[i] += (1 - kept) * (online[i] - average[i]);
        }
        assertArrayEquals(
            average, dqn.policyNetwork().weights().values("output.weight"), 1e-6f, "" + burst);
        assertFalse(Arrays.equals(online, dqn.policyNetwork().weights().values("output.weight")));
      }
    }
  }

  @Test
  void averagingTakesAThirdNetwork() {
    DqnOptions options = DqnTrial.options(Map.of("averaging", 0.9));
    try (Network online = DqnTrial.network(options, 1);
        Network target = DqnTrial.network(options, 2)) {
      assertThrows(
          IllegalArgumentException.class, () -> new Dqn(options, online, target, null, 4, 1));
    }
  }

  @Test
  void theStepSizeFollowsItsSchedule() {
    DqnOptions options = DqnTrial.options(Map.of("learning_rate", "linear 0.003 to 0 over 400"));
    try (VectorEnv envs = new VectorEnv(ProbeWorld.ACTION, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn =
            new Dqn(
                options, DqnTrial.network(options, 1), DqnTrial.network(options, 2), null, 4, 1)) {
      DqnTrial.run(dqn, envs, 200);
      float[] early = dqn.policyNetwork().weights().values("output.bias").clone();
      DqnTrial.run(dqn, envs, 400);
      float[] late = dqn.policyNetwork().weights().values("output.bias").clone();
      assertFalse(Arrays.equals(early, late));
      DqnTrial.run(dqn, envs, 600);
      assertArrayEquals(late, dqn.policyNetwork().weights().values("output.bias"));
    }
  }

  @Test
  void thereIsNoUpdateBeforeTheWarmUpIsOver() {
    try (VectorEnv envs = new VectorEnv(ProbeWorld.ACTION, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn =
            new Dqn(
                OPTIONS, DqnTrial.network(OPTIONS, 1), DqnTrial.network(OPTIONS, 2), null, 4, 1)) {
      DqnTrial.run(dqn, envs, 96);
      assertEquals(0, dqn.state().numbers().get("updates"));
      DqnTrial.run(dqn, envs, 100);
      assertEquals(2, dqn.state().numbers().get("updates"));
      DqnTrial.run(dqn, envs, 140);
      assertEquals(22, dqn.state().numbers().get("updates"));
    }
  }

  @Test
  void theSameSeedLearnsTheSameWeights() {
    Weights[] learned = new Weights[2];
    for (int i = 0; i < 2; i++) {
      try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1 + i);
          Dqn dqn =
              new Dqn(
                  OPTIONS,
                  DqnTrial.network(OPTIONS, 1),
                  DqnTrial.network(OPTIONS, 2),
                  null,
                  4,
                  1)) {
        DqnTrial.run(dqn, envs, 1500);
        learned[i] = dqn.policyNetwork().weights();
      }
    }
    assertSame(learned[0], learned[1]);
  }

  /** Explores by noise alone. */
  private static Dqn noisy(DqnOptions options, NetworkSpec.Layer layer) {
    return new Dqn(
        options,
        DqnTrial.network(options, 1, layer),
        DqnTrial.network(options, 2, layer),
        null,
        4,
        1);
  }

  @Test
  void noiseIsDrawnOnceAStepAndForEachPassOfAnUpdate() {
    DqnOptions options = DqnTrial.options(Map.of("epsilon", "0"));
    NetworkSpec.Layer layer = new NetworkSpec.Noisy(4);
    try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1);
        Network other = DqnTrial.network(options, 3, layer);
        Dqn dqn = noisy(options, layer)) {
      DqnTrial.run(dqn, envs, 100); // by chance, then two updates
      DqnTrial.run(dqn, envs, 112); // three steps of the envs, each with two updates
      Rng rng = new Rng(Rng.derive(1, 3));
      for (int i = 0; i < 2 * 3 + 3 * (1 + 2 * 3); i++) {
        other.drawNoise(rng);
      }
      assertEquals(rng.state(), dqn.state().numbers().get("noise"));
    }
  }

  @Test
  void whatIsEvaluatedHasNoNoise() {
    DqnOptions options = DqnTrial.options(Map.of("epsilon", "0"));
    NetworkSpec.Layer layer = new NetworkSpec.Noisy(4);
    try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, 4, 1, 1);
        Network still = DqnTrial.network(options, 3, layer);
        Dqn dqn = noisy(options, layer)) {
      DqnTrial.run(dqn, envs, 200);
      still.load(dqn.policyNetwork().weights());
      float[][] q = new float[2][2];
      still.infer(envs.observations(), 1, q[0]);
      dqn.policyNetwork().infer(envs.observations(), 1, q[1]);
      assertArrayEquals(q[0], q[1]);
    }
  }

  @Test
  void hyperParametersThatMakeNoSenseAreRefusedByName() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> DqnTrial.options(Map.of("learning_rate", 0)));
    assertTrue(e.getMessage().contains("learning_rate"), e.getMessage());
  }

  private static void assertSame(Weights expected, Weights actual) {
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet());
    for (Map.Entry<String, Weights.Tensor> e : expected.tensors().entrySet()) {
      assertArrayEquals(e.getValue().values(), actual.values(e.getKey()), e.getKey());
    }
  }
}
