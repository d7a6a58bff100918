package ludus.games.breakout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import org.junit.jupiter.api.Test;

class BreakoutExpertTest {
  /** Plays to the time limit and returns the mean return; every episode must keep all lives. */
  private static double play(EnvOptions options, int episodes, int leastWalls) {
    Breakout game = new Breakout();
    BreakoutExpert expert = new BreakoutExpert(game);
    float[] figures = new float[3];
    double sum = 0;
    try (GameEnv env = new GameEnv(game, options)) {
      for (int seed = 0; seed < episodes; seed++) {
        env.reset(seed);
        while (!env.terminated() && !env.truncated()) {
          env.step(expert.act());
          sum += env.reward();
        }
        game.figures(figures);
        assertEquals(1, figures[0], "seed " + seed + ": share of the first wall");
        assertTrue(figures[1] >= leastWalls, "seed " + seed + ": " + figures[1] + " walls");
        assertEquals(3, figures[2], "seed " + seed + ": lives");
      }
    }
    return sum / episodes;
  }

  @Test
  void itClearsThreeWallsInThreeMinutesAndLosesNoBall() {
    double mean = play(EnvOptions.FEATURES, 100, 3);
    assertTrue(mean > 880, "mean return " + mean);
  }

  @Test
  void itPlaysAlmostAsWellWithAFrameSkip() {
    double mean = play(EnvOptions.FEATURES.withFrameSkip(4), 100, 2);
    assertTrue(mean > 620, "mean return " + mean);
  }

  @Test
  void stickyActionsDoNotConfuseIt() {
    Breakout game = new Breakout();
    BreakoutExpert expert = new BreakoutExpert(game);
    float[] figures = new float[3];
    double cleared = 0;
    try (GameEnv env =
        new GameEnv(game, EnvOptions.FEATURES.withFrameSkip(4).withStickyActions(0.25f))) {
      for (int seed = 0; seed < 50; seed++) {
        env.reset(seed);
        while (!env.terminated() && !env.truncated()) {
          env.step(expert.act());
        }
        game.figures(figures);
        cleared += figures[0] / 50;
      }
    }
    assertTrue(cleared > 0.95, "share of the first wall " + cleared);
  }
}
