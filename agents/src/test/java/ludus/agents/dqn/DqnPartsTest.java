package ludus.agents.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ludus.agents.ProbeWorld;
import ludus.agents.network.NetworkSpec;
import ludus.agents.policy.ActionValues;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;
import ludus.core.env.ReplayedEpisode;
import ludus.core.env.VectorEnv;
import ludus.core.game.Game;
import ludus.core.replay.ReplayRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part of DQN alone, and all together, on worlds whose values are known. */
class DqnPartsTest {
  private static final NetworkSpec.Layer DENSE = new NetworkSpec.Dense(32);
  private static final Map<String, Object> PRIORITISED =
      Map.of("alpha", 0.6, "beta", "linear 0.4 to 1 over 4000", "floor", 1e-4);

  /** One part, or several. */
  record Part(String name, Map<String, Object> changes, NetworkSpec.Layer... hidden) {
    DqnOptions options() {
      Map<String, Object> all = new HashMap<>(changes);
      all.putIfAbsent("epsilon", "0.5"); // so that both actions' values come to their end soon
      return DqnTrial.options(all);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Part> parts() {
    NetworkSpec.Layer dueling = new NetworkSpec.Dueling(16, 1);
    Map<String, Object> all =
        Map.of("n_steps", 3, "prioritised", PRIORITISED, "target_every", 0, "target_rate", 0.05);
    return Stream.of(
        new Part("plain", Map.of("double_q", false), DENSE),
        new Part("Polyak target", Map.of("target_every", 0, "target_rate", 0.05), DENSE),
        new Part("prioritised", Map.of("prioritised", PRIORITISED), DENSE),
        new Part("3 steps", Map.of("n_steps", 3), DENSE),
        new Part("dueling", Map.of(), DENSE, dueling),
        new Part("softmax", Map.of("temperature", 1), DENSE),
        new Part("4 quantiles", Map.of("quantiles", 4, "learning_rate", 0.006), DENSE),
        new Part("noisy", Map.of("epsilon", "0"), new NetworkSpec.Noisy(32)),
        new Part("all", all, DENSE, dueling));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void learnsWhichActionIsTheRightOne(Part part) {
    float[] q = DqnTrial.learn(ProbeWorld.ACTION, part.options(), 4000, 0, part.hidden());
    assertEquals(-1, q[0], 0.1);
    assertEquals(1, q[1], 0.05);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void discountsARewardTwoStepsLaterOnce(Part part) {
    assertEquals(
        0.9, DqnTrial.learn(ProbeWorld.DELAY, part.options(), 8000, 0, part.hidden())[0], 0.06);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void bootstrapsThroughTimeLimitsToOneOverOneMinusGamma(Part part) {
    float[] q = DqnTrial.learn(ProbeWorld.ENDLESS, part.options(), 12_000, 0, part.hidden());
    assertEquals(10, q[0], 0.6);
    assertEquals(10, q[1], 0.6);
  }

  @Test
  void aRewardEndsTheReturnWhereItIsToldTo() {
    DqnOptions ends = DqnTrial.options(Map.of("reward_ends", true));
    assertEquals(1, DqnTrial.learn(ProbeWorld.ENDLESS, ends, 6_000, 0)[0], 0.05);
  }

  @Test
  void aLifeLostEndsTheReturnWhereItIsToldTo() {
    DqnOptions ends = DqnTrial.options(Map.of("life_ends", true));
    assertEquals(0.9, DqnTrial.learn(ProbeWorld.LIVES, ends, 12_000, 0)[0], 0.06);
    DqnOptions goesOn = DqnTrial.options(Map.of());
    assertTrue(DqnTrial.learn(ProbeWorld.LIVES, goesOn, 12_000, 0)[0] > 1.2);
  }

  @Test
  void quantilesOfARandomRewardSpreadAsTheRewardDoes() {
    DqnOptions options = DqnTrial.options(Map.of("quantiles", 4, "gamma", 0.5));
    try (VectorEnv envs = new VectorEnv(ProbeWorld.COIN, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn =
            new Dqn(
                options, DqnTrial.network(options, 1), DqnTrial.network(options, 2), null, 4, 1)) {
      DqnTrial.run(dqn, envs, 8000);
      float[] outputs = new float[8];
      dqn.policyNetwork().infer(new Observations(envs.observation(), 1), 1, outputs);
      // Where Huber's loss is square, τ clip(1 − θ) = (1 − τ) (1 + θ) for θ below 0: a median of
      // two outcomes is drawn inwards, to −1 + τ / (1 − τ).
      float[] expected = {-1 + 1f / 7, -1 + 3f / 5, 1 - 3f / 5, 1 - 1f / 7};
      assertArrayEquals(expected, Arrays.copyOf(outputs, 4), 0.15f);
      assertEquals(0, new ActionValues(2, 4).of(outputs, 0, 0), 0.2);
    }
  }

  private static ReplayedEpisode demonstration(ProbeWorld world, int action) {
    ReplayRecorder recorder = new ReplayRecorder(world.create());
    recorder.reset(3);
    do {
      recorder.tick(new int[] {action});
    } while (!recorder.terminated() && recorder.replay().ticks() < 10);
    Game game = world.create();
    return new ReplayedEpisode(recorder.replay(), game, EnvOptions.FEATURES);
  }

  private static Dqn imitator(DqnOptions options) {
    return new Dqn(options, DqnTrial.network(options, 1), DqnTrial.network(options, 2), null, 4, 1);
  }

  @Test
  void whatIsDemonstratedIsPreferredWhereRewardsDoNotTellBeforeASingleStepIsTaken() {
    Map<String, Object> imitate =
        Map.of("pretraining", 1500, "margin", 0.5, "weight", 0.5, "bonus", 0);
    for (int action = 0; action < 2; action++) {
      DqnOptions options = DqnTrial.options(Map.of("demonstrations", imitate));
      try (VectorEnv envs = new VectorEnv(ProbeWorld.CONSTANT, EnvOptions.FEATURES, 4, 1, 1);
          Dqn dqn = imitator(options)) {
        dqn.demonstrate(List.of(demonstration(ProbeWorld.CONSTANT, action)));
        envs.reset();
        dqn.begin(envs);
        assertEquals(1500, dqn.state().numbers().get("updates"));
        assertEquals(0, dqn.steps());
        float[] q = new float[2];
        dqn.policyNetwork().infer(envs.observations(), 1, q);
        assertEquals(1, q[action], 0.15);
        assertTrue(q[action] > q[1 - action] + 0.4, q[0] + " " + q[1]);
      }
    }
  }

  @Test
  void aMarginThatExperienceContradictsLiftsValuesByNoMoreThanItsWeightAStep() {
    // Both actions are worth 10, yet one is to be worth 5 more. Of the transitions, d demonstrate
    // it and o repeat it: d (λ − δ) = o δ, and Q = (1 + δ) / (1 − γ).
    Map<String, Object> imitate = Map.of("pretraining", 0, "margin", 5, "weight", 0.3, "bonus", 0);
    DqnOptions options =
        DqnTrial.options(Map.of("demonstrations", imitate, "buffer_size", 64, "epsilon", "0.5"));
    try (VectorEnv envs = new VectorEnv(ProbeWorld.ENDLESS, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn = imitator(options)) {
      dqn.demonstrate(List.of(demonstration(ProbeWorld.ENDLESS, 1)));
      DqnTrial.run(dqn, envs, 12_000);
      float[] q = new float[2];
      dqn.policyNetwork().infer(envs.observations(), 1, q);
      double lift = 0.3 * 10 / (10 + 0.75 * 60);
      assertEquals((1 + lift) / (1 - 0.9), q[1], 0.4);
      assertTrue(q[1] > q[0], q[0] + " " + q[1]);
    }
  }

  @Test
  void aMarginThatNoTdErrorCouldOutweighIsRefused() {
    for (int quantiles : new int[] {1, 4}) {
      float heaviest = quantiles == 1 ? 1 : 0.5f;
      for (float weight : new float[] {heaviest, 2 * heaviest}) {
        Map<String, Object> imitate =
            Map.of("pretraining", 0, "margin", 0.1, "weight", weight, "bonus", 0);
        Map<String, Object> all = Map.of("demonstrations", imitate, "quantiles", quantiles);
        IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> DqnTrial.options(all));
        assertTrue(e.getMessage().contains("demonstrations.weight must be below"), e.getMessage());
      }
    }
  }

  @Test
  void withoutImitationDemonstrationsAreOnlyMoreToReplay() {
    DqnOptions options = DqnTrial.options(Map.of());
    try (VectorEnv envs = new VectorEnv(ProbeWorld.ACTION, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn = imitator(options)) {
      dqn.demonstrate(
          List.of(demonstration(ProbeWorld.ACTION, 0), demonstration(ProbeWorld.ACTION, 1)));
      envs.reset();
      dqn.begin(envs);
      assertEquals(0, dqn.state().numbers().get("updates"));
      DqnTrial.run(dqn, envs, 4000);
      float[] q = new float[2];
      dqn.policyNetwork().infer(envs.observations(), 1, q);
      assertArrayEquals(new float[] {-1, 1}, q, 0.05f);
    }
  }

  @Test
  void nothingIsLearnedFromActionsThatWereNotTaken() {
    // Only the second action is ever demonstrated; without a step, the first one's bias rests.
    Map<String, Object> replay = Map.of("pretraining", 50, "margin", 0, "weight", 0, "bonus", 0);
    DqnOptions options = DqnTrial.options(Map.of("demonstrations", replay));
    try (VectorEnv envs = new VectorEnv(ProbeWorld.ACTION, EnvOptions.FEATURES, 4, 1, 1);
        Dqn dqn = imitator(options)) {
      float[] before = dqn.state().weights().get("online").values("output.bias");
      dqn.demonstrate(List.of(demonstration(ProbeWorld.ACTION, 1)));
      envs.reset();
      dqn.begin(envs);
      float[] after = dqn.state().weights().get("online").values("output.bias");
      assertEquals(before[0], after[0]);
      assertFalse(before[1] == after[1]);
    }
  }
}
