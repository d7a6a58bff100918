package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import ludus.agents.Learner;
import ludus.core.env.VectorEnv;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;

/**
 * Learning beside acting with the engine that computes pictures, where two networks share cores.
 */
class OverlapTest {
  private static final GameProvider PONG = GameCatalog.load().find("pong");
  private static final int ENVS = 16;

  private static TrainingConfig config() throws IOException {
    String text =
        ConfigText.of(Presets.of(PONG.info()).resolve("default", 1))
            .replaceAll("\nenvs: \\d+", "\nenvs: " + ENVS)
            .replaceAll("rollout: \\d+", "rollout: 8")
            .replace("overlap: false", "overlap: true");
    return Yaml.yaml().readValue(text, TrainingConfig.class);
  }

  /** The weights after eight rollouts. */
  private static float[] learn(boolean waiting) throws IOException {
    TrainingConfig config = config();
    assertTrue(config.pqn().overlap());
    try (VectorEnv envs = new VectorEnv(PONG, config.env(), ENVS, 1, 1);
        Learner learner = Learners.create(config, PONG)) {
      int[] actions = new int[ENVS];
      envs.reset();
      learner.begin(envs);
      while (learner.steps() < 8 * 8 * ENVS) {
        learner.act(envs, actions);
        envs.step(actions);
        learner.learn(envs, actions);
        if (waiting) {
          learner.metrics(); // waits until what has been begun is learned
        }
      }
      return learner.policyNetwork().weights().values("conv1.weight");
    }
  }

  @Test
  void picturesTeachTheSameWhetherActingAndLearningMeetOrNot() throws IOException {
    float[] apart = learn(true);
    assertArrayEquals(apart, learn(false));
    assertArrayEquals(apart, learn(false));
  }
}
