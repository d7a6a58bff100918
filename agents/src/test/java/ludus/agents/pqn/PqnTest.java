package ludus.agents.pqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.agents.ProbeWorld;
import ludus.agents.RewardClip;
import ludus.agents.explore.Schedule;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.core.env.EnvOptions;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;
import org.junit.jupiter.api.Test;

class PqnTest {
  private static final int ENVS = 8;

  private static PqnOptions options(float lambda, int rollout, boolean rewardEnds) {
    return options(lambda, rollout, rewardEnds, false, false);
  }

  private static PqnOptions options(
      float lambda, int rollout, boolean rewardEnds, boolean lifeEnds, boolean overlap) {
    return options(lambda, rollout, rewardEnds, lifeEnds, overlap, 1, null, RewardClip.NONE);
  }

  private static PqnOptions options(
      float lambda,
      int rollout,
      boolean rewardEnds,
      boolean lifeEnds,
      boolean overlap,
      float rewardScale,
      Float rewardPower,
      RewardClip rewardClip) {
    return new PqnOptions(
        new Schedule.Constant(0.003f),
        1e-5f,
        10,
        0.9f,
        lambda,
        rollout,
        2,
        16,
        Schedule.parse("linear 1 to 0.1 over 4000"),
        null,
        overlap,
        0.98f,
        rewardScale,
        rewardPower,
        rewardClip,
        rewardEnds,
        lifeEnds);
  }

  private static Network network() {
    return Networks.create(
        new NetworkSpec(new ObservationSpec.Features(1), List.of(new NetworkSpec.Dense(32)), 2),
        Optimizer.adam(1e-5f, 10),
        1);
  }

  private static Pqn pqn(PqnOptions options) {
    return new Pqn(options, network(), network(), options.overlap() ? network() : null, ENVS, 1);
  }

  private static float[] learn(ProbeWorld world, PqnOptions options, int steps, float state) {
    try (VectorEnv envs = new VectorEnv(world, EnvOptions.FEATURES, ENVS, 1, 1);
        Pqn pqn = pqn(options)) {
      run(pqn, envs, steps);
      float[] q = new float[2];
      Observations one = new Observations(envs.observation(), 1);
      one.floats()[0] = state;
      pqn.policyNetwork().infer(one, 1, q);
      return q;
    }
  }

  private static void run(Pqn pqn, VectorEnv envs, int steps) {
    int[] actions = new int[ENVS];
    envs.reset();
    pqn.begin(envs);
    while (pqn.steps() < steps) {
      pqn.act(envs, actions);
      envs.step(actions);
      pqn.learn(envs, actions);
    }
  }

  @Test
  void anActionThatMattersIsLearned() {
    float[] q = learn(ProbeWorld.ACTION, options(0.8f, 16, false), 20_000, 0);
    assertEquals(-1, q[0], 0.05);
    assertEquals(1, q[1], 0.05);
  }

  @Test
  void rewardsAreScaledAndThenClipped() {
    RewardClip clip = RewardClip.parse("-0.5..1.5");
    PqnOptions options = options(0.8f, 16, false, false, false, 2, null, clip);
    float[] q = learn(ProbeWorld.ACTION, options, 20_000, 0);
    assertEquals(-0.5, q[0], 0.05);
    assertEquals(1.5, q[1], 0.05);
  }

  @Test
  void theSizesOfScaledRewardsAreRaisedToThePower() {
    PqnOptions options = options(0.8f, 16, false, false, false, 2.25f, 0.5f, RewardClip.NONE);
    float[] q = learn(ProbeWorld.ACTION, options, 40_000, 0);
    assertEquals(-1.5, q[0], 0.05);
    assertEquals(1.5, q[1], 0.05);
  }

  @Test
  void aRandomObservationThatDecidesTheRewardIsLearned() {
    assertEquals(-1, learn(ProbeWorld.OBSERVATION, options(0.8f, 16, false), 20_000, -1)[0], 0.1);
    assertEquals(1, learn(ProbeWorld.OBSERVATION, options(0.8f, 16, false), 20_000, 1)[0], 0.1);
  }

  @Test
  void aRewardTwoStepsLaterIsDiscountedOnceWhateverLambdaAndRollout() {
    for (float lambda : new float[] {0, 0.8f, 1}) {
      for (int rollout : new int[] {2, 6, 16}) {
        PqnOptions options = options(lambda, rollout, false);
        assertEquals(0.9, learn(ProbeWorld.DELAY, options, 30_000, 0)[0], 0.05);
        assertEquals(1, learn(ProbeWorld.DELAY, options, 30_000, 1)[0], 0.05);
      }
    }
  }

  @Test
  void anEndlessWorldIsWorthOneOverOneMinusGammaThoughItIsCutByATimeLimit() {
    // Cut after ten steps: a learner that takes truncation for an end would find about 5.
    for (float lambda : new float[] {0, 0.8f}) {
      float[] q = learn(ProbeWorld.ENDLESS, options(lambda, 16, false), 120_000, 0);
      assertEquals(10, q[0], 0.5);
      assertEquals(10, q[1], 0.5);
    }
  }

  @Test
  void aRewardEndsTheReturnWhereItIsToldTo() {
    float[] q = learn(ProbeWorld.ENDLESS, options(0.8f, 16, true), 20_000, 0);
    assertEquals(1, q[0], 0.05);
  }

  @Test
  void aLifeLostEndsTheReturnWhereItIsToldTo() {
    PqnOptions ends = options(0.8f, 16, false, true, false);
    assertEquals(0.9, learn(ProbeWorld.LIVES, ends, 30_000, 0)[0], 0.05);
    assertEquals(1, learn(ProbeWorld.LIVES, ends, 30_000, 1)[0], 0.05);
    float goesOn = learn(ProbeWorld.LIVES, options(0.8f, 16, false), 30_000, 1)[0];
    assertTrue(goesOn > 1.4, "lives to come count: " + goesOn);
  }

  @Test
  void theReturnMixesOneStepAheadWithTheRest() {
    assertEquals(1 + 0.9f * 4, Pqn.lambdaReturn(1, 0.9f, 0, 4, 8), 1e-6);
    assertEquals(1 + 0.9f * 8, Pqn.lambdaReturn(1, 0.9f, 1, 4, 8), 1e-6);
    assertEquals(1 + 0.9f * 5, Pqn.lambdaReturn(1, 0.9f, 0.25f, 4, 8), 1e-6);
  }

  @Test
  void theSameSeedLearnsTheSameWeightsOnAnyNumberOfSteppingThreads() {
    float[][] learned = new float[2][];
    for (int i = 0; i < 2; i++) {
      try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, ENVS, 1, 1 + i);
          Pqn pqn = pqn(options(0.8f, 16, false))) {
        run(pqn, envs, 3000);
        learned[i] = pqn.policyNetwork().weights().values("output.weight");
      }
    }
    assertArrayEquals(learned[0], learned[1]);
  }

  @Test
  void aRolloutThatIsNoWholeNumberOfBatchesIsRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Pqn(options(0.8f, 5, false), network(), network(), null, 5, 1));
    assertTrue(e.getMessage().contains("whole number of batches"), e.getMessage());
  }

  @Test
  void learningBesideActingLearnsTheSameWorlds() {
    PqnOptions overlap = options(0.8f, 16, false, false, true);
    assertEquals(1, learn(ProbeWorld.ACTION, overlap, 20_000, 0)[1], 0.05);
    assertEquals(0.9, learn(ProbeWorld.DELAY, overlap, 30_000, 0)[0], 0.05);
    assertEquals(10, learn(ProbeWorld.ENDLESS, overlap, 120_000, 0)[0], 0.5);
  }

  @Test
  void whoIsDoneFirstDoesNotMatterToWhatIsLearnedBesideActing() {
    float[][] learned = new float[2][];
    for (int i = 0; i < 2; i++) {
      try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, ENVS, 1, 1);
          Pqn pqn = pqn(options(0.8f, 16, false, false, true))) {
        int[] actions = new int[ENVS];
        envs.reset();
        pqn.begin(envs);
        while (pqn.steps() < 5000) {
          pqn.act(envs, actions);
          envs.step(actions);
          pqn.learn(envs, actions);
          if (i == 0) {
            pqn.metrics(); // waits for the learning at every step
          }
        }
        learned[i] = pqn.policyNetwork().weights().values("output.weight");
      }
    }
    assertArrayEquals(learned[0], learned[1]);
  }

  @Test
  void aRoundOfLearningCountsFromWhenItIsDue() {
    try (VectorEnv envs = new VectorEnv(ProbeWorld.DELAY, EnvOptions.FEATURES, ENVS, 1, 1);
        Pqn pqn = pqn(options(0.8f, 16, false, false, true))) {
      run(pqn, envs, 3 * 16 * ENVS);
      // Two epochs of eight batches in each round.
      assertEquals(3 * 2 * 8, pqn.updates());
    }
  }
}
