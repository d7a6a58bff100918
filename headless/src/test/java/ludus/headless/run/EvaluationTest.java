package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final GameProvider CARTPOLE = GameCatalog.load().find("cartpole");

  @Test
  void everyEpisodeCountsOnceHoweverLongItTakes() {
    // 70 episodes are more than run side by side; always pushing right, each is played by hand.
    double sum = 0;
    try (GameEnv env = new GameEnv(CARTPOLE.create(), EnvOptions.FEATURES)) {
      for (int e = 0; e < 70; e++) {
        env.reset(Evaluation.episodeSeed(5, e));
        while (!env.terminated() && !env.truncated()) {
          env.step(1);
          sum += env.reward();
        }
      }
    }
    Scores scores =
        new Evaluation(CARTPOLE, 70, 5)
            .run(EnvOptions.FEATURES, (envs, o, rows, actions) -> Arrays.fill(actions, 1));
    assertEquals(70, scores.episodes());
    assertEquals(sum / 70, scores.mean(), 1e-9);
    assertEquals(scores.mean(), scores.meanLength(), 1e-9);
  }

  @Test
  void aSeedRepeatsItsScores() {
    Evaluation evaluation = new Evaluation(CARTPOLE, 40, 9);
    assertEquals(evaluation.random(EnvOptions.FEATURES), evaluation.random(EnvOptions.FEATURES));
    assertTrue(
        evaluation.random(EnvOptions.FEATURES).mean()
            != new Evaluation(CARTPOLE, 40, 10).random(EnvOptions.FEATURES).mean());
  }

  @Test
  void theExpertIsTheExpertOfEachEpisodesOwnGame() {
    Scores scores = new Evaluation(CARTPOLE, 50, 1).expert(EnvOptions.FEATURES);
    assertEquals(500, scores.min());
    assertEquals(500, new Evaluation(CARTPOLE, 5, 1).expert(EnvOptions.PIXELS).min());
  }

  @Test
  void theObservationsAreThoseOfTheEnvs() {
    List<Float> seen = new ArrayList<>();
    new Evaluation(CARTPOLE, 1, 3)
        .run(
            EnvOptions.FEATURES,
            (envs, observations, rows, actions) -> {
              float[] features = new float[4];
              envs[0].simulation().features(0, features);
              for (int i = 0; i < 4; i++) {
                assertEquals(features[i], observations.floats()[i]);
              }
              seen.add(features[0]);
              actions[0] = 0;
            });
    assertTrue(seen.size() > 5);
  }
}
