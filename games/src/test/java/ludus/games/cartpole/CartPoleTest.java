package ludus.games.cartpole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.game.Expert;
import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.api.Test;

class CartPoleTest extends GameConformance {
  private static final double TICK = 0.02;

  @Override
  protected GameProvider provider() {
    return new CartPoleProvider();
  }

  /**
   * Angular and linear acceleration by Barto, Sutton and Anderson (1983), appendix, without
   * friction: θ̈ and ẍ for a push F.
   */
  private static double[] accelerations(double theta, double omega, double push) {
    double g = 9.8;
    double m = 0.1; // pole
    double total = 1.1;
    double l = 0.5; // half length
    double sin = Math.sin(theta);
    double cos = Math.cos(theta);
    double pull = (push + m * l * omega * omega * sin) / total;
    double angular = (g * sin - cos * pull) / (l * (4.0 / 3 - m * cos * cos / total));
    return new double[] {angular, pull - m * l * angular * cos / total};
  }

  @Test
  void accelerationsAreThoseOfTheEquationsInRandomStates() {
    try (CartPole game = new CartPole()) {
      Rng rng = new Rng(1);
      float[] after = new float[4];
      for (int i = 0; i < 5_000; i++) {
        float velocity = rng.uniform(-2, 2);
        float angle = rng.uniform(-CartPole.LEAN, CartPole.LEAN);
        float spin = rng.uniform(-2, 2);
        int action = rng.nextInt(2);
        game.place(rng.uniform(-2, 2), velocity, angle, spin);
        game.tick(new int[] {action});
        game.features(0, after);
        double[] expected = accelerations(angle, spin, action == 1 ? 10 : -10);
        // A tenth of a percent of the value, which is itself never small: the push always
        // dominates.
        assertEquals(
            expected[0], (after[3] - spin) / TICK, 0.001 * Math.abs(expected[0]), "angular");
        assertEquals(
            expected[1], (after[1] - velocity) / TICK, 0.001 * Math.abs(expected[1]), "cart");
      }
    }
  }

  @Test
  void accelerationsAreThoseOfTheEquationsAllAlongAnEpisode() {
    try (CartPole game = new CartPole()) {
      Rng rng = new Rng(2);
      float[] before = new float[4];
      float[] after = new float[4];
      for (int episode = 0; episode < 200; episode++) {
        game.reset(episode);
        while (!game.terminated()) {
          game.features(0, before);
          int action = rng.nextInt(2);
          game.tick(new int[] {action});
          game.features(0, after);
          double[] expected = accelerations(before[2], before[3], action == 1 ? 10 : -10);
          assertEquals(
              expected[0], (after[3] - before[3]) / TICK, 0.001 * Math.abs(expected[0]), "angular");
          assertEquals(
              expected[1], (after[1] - before[1]) / TICK, 0.001 * Math.abs(expected[1]), "cart");
        }
      }
    }
  }

  @Test
  void oneStepPredictionsOfAllFourFeaturesAgree() {
    try (CartPole game = new CartPole();
        GameEnv env = new GameEnv(game, EnvOptions.FEATURES)) {
      Expert expert = provider().expert(game, 0);
      Rng rng = new Rng(3);
      float[] s = new float[4];
      float[] after = new float[4];
      for (int episode = 0; episode < 50; episode++) {
        env.reset(episode);
        while (!env.terminated() && !env.truncated()) {
          game.features(0, s);
          int action = rng.nextInt(4) == 0 ? rng.nextInt(2) : expert.act();
          env.step(action);
          game.features(0, after);
          // Semi-implicit Euler: first the velocities, then the positions with the new velocities.
          double[] a = accelerations(s[2], s[3], action == 1 ? 10 : -10);
          double velocity = s[1] + TICK * a[1];
          double spin = s[3] + TICK * a[0];
          assertEquals(velocity, after[1], 0.002, "cart velocity");
          assertEquals(spin, after[3], 0.004, "angular velocity");
          assertEquals(s[0] + TICK * velocity, after[0], 0.0005, "cart position");
          assertEquals(s[2] + TICK * spin, after[2], 0.0005, "pole angle");
        }
      }
    }
  }

  @Test
  void theExpertBalancesToTheTimeLimit() {
    try (CartPole game = new CartPole();
        GameEnv env = new GameEnv(game, EnvOptions.FEATURES)) {
      Expert expert = provider().expert(game, 0);
      for (int seed = 0; seed < 300; seed++) {
        env.reset(seed);
        float sum = 0;
        while (!env.terminated() && !env.truncated()) {
          env.step(expert.act());
          sum += env.reward();
        }
        assertTrue(env.truncated());
        assertEquals(500, sum, "seed " + seed);
      }
    }
  }

  @Test
  void anEpisodeStartsNearTheMiddleAndEndsAtTheBounds() {
    try (CartPole game = new CartPole()) {
      float[] s = new float[4];
      for (int seed = 0; seed < 500; seed++) {
        game.reset(seed);
        game.features(0, s);
        for (float v : s) {
          assertTrue(Math.abs(v) <= 0.05f, "start " + v);
        }
      }
      for (int side = -1; side <= 1; side += 2) {
        game.place(side * 2.39f, side * 2, 0, 0);
        assertFalse(game.terminated());
        game.tick(new int[] {side < 0 ? 0 : 1});
        assertTrue(game.terminated(), "off the track");
        assertEquals(1, game.reward(0), "the last tick earns its reward too");
        game.place(0, 0, side * 0.208f, side);
        assertFalse(game.terminated());
        game.tick(new int[] {0});
        assertTrue(game.terminated(), "fallen over");
      }
    }
  }

  @Test
  void sineAndCosineOfSmallAnglesAreRight() {
    for (double x = -1; x <= 1; x += 0.001) {
      assertEquals(Math.sin(x), SmallAngle.sin(x), 1e-7);
      assertEquals(Math.cos(x), SmallAngle.cos(x), 1e-7);
    }
  }

  @Test
  void theGoldenReplayComesOutBitForBit() throws IOException {
    Path file = Path.of("src/test/resources/ludus/games/cartpole/expert.replay");
    Replay replay = ReplayFile.read(file);
    assertEquals(500, replay.ticks());
    try (CartPole game = new CartPole()) {
      new ReplayPlayer(replay, game).verifyAll();
    }
  }

  @Test
  void thePictureShowsALeanOfOneDegreeAndAShiftOfFiveCentimetres() {
    try (CartPole game = new CartPole()) {
      for (float x : new float[] {-2, -0.4f, 0, 1.13f}) {
        byte[] still = frame(game, x, 0);
        assertTrue(brightest(still, frame(game, x + 0.05f, 0)) >= 60, "a shift of 5 cm");
        assertTrue(brightest(still, frame(game, x, (float) Math.toRadians(1))) >= 60, "1 degree");
      }
    }
  }

  private static byte[] frame(CartPole game, float x, float angle) {
    game.place(x, 0, angle, 0);
    PixelCanvas canvas = new PixelCanvas();
    game.draw(canvas, 0);
    return canvas.pixels();
  }

  /** The largest difference of any pixel. */
  private static int brightest(byte[] a, byte[] b) {
    int most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs((a[i] & 0xFF) - (b[i] & 0xFF)));
    }
    return most;
  }

  @Test
  void aHundredThousandResetsKeepMemoryFlat() throws Exception {
    try (CartPole game = new CartPole()) {
      for (int i = 0; i < 10_000; i++) {
        game.reset(i);
      }
      long before = residentKilobytes();
      for (int i = 0; i < 100_000; i++) {
        game.reset(i);
        game.tick(new int[] {1});
      }
      // A world that is not disposed leaks 89 KB: a leak would show as nine gigabytes.
      assertTrue(residentKilobytes() - before < 50_000);
    }
  }

  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    assumeTrue(Files.exists(status));
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
