package ludus.core.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.PixelCanvas;
import ludus.core.draw.Shade;
import ludus.core.example.Catch;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import org.junit.jupiter.api.Test;

class GameEnvTest {
  private static final int FRAME = PixelCanvas.FRAME;

  /**
   * A game that tells what was done to it: the grey of its picture is the number of ticks, tick t
   * earns t, and it ends by its rules after {@code last} ticks.
   */
  private static final class Counter implements Game {
    private final int last;
    private final List<Integer> actions = new ArrayList<>();
    private int ticks;

    Counter(int last) {
      this.last = last;
    }

    @Override
    public GameInfo info() {
      return GameInfo.of("counter")
          .actions("a", "b", "c")
          .idle(0)
          .features(new GameInfo.Feature("ticks", "", 0, 1000))
          .ticksPerSecond(10)
          .tickLimit(50)
          .build();
    }

    @Override
    public void reset(long seed) {
      ticks = 0;
      actions.clear();
    }

    @Override
    public void tick(int[] actions) {
      ticks++;
      this.actions.add(actions[0]);
    }

    @Override
    public float reward(int player) {
      return ticks;
    }

    @Override
    public boolean terminated() {
      return ticks >= last;
    }

    @Override
    public void features(int player, float[] out) {
      out[0] = ticks;
    }

    @Override
    public void draw(Canvas canvas, int player) {
      canvas.clear(new Shade(Palette.NIGHT.rgb(), ticks));
    }
  }

  private static GameEnv env(Game game, EnvOptions options) {
    return new GameEnv(game, options);
  }

  /** The stack as the number of ticks that each frame shows, oldest first. */
  private static int[] stack(Env env) {
    Observations observations = new Observations(env.observation(), 2);
    env.observe(observations, 1);
    int[] shown = new int[4];
    for (int i = 0; i < 4; i++) {
      shown[i] = observations.bytes()[(4 + i) * FRAME];
    }
    return shown;
  }

  @Test
  void skippedTicksKeepTheActionAndAddTheirRewards() {
    Counter game = new Counter(100);
    GameEnv env = env(game, EnvOptions.PIXELS.withFrameSkip(4));
    env.reset(1);
    env.step(2);
    assertEquals(1 + 2 + 3 + 4, env.reward());
    env.step(1);
    assertEquals(5 + 6 + 7 + 8, env.reward());
    assertEquals(List.of(2, 2, 2, 2, 1, 1, 1, 1), game.actions);
  }

  @Test
  void anEndOnASkippedTickReachesTheAgentAtOnceWithItsLastFrame() {
    GameEnv env = env(new Counter(6), EnvOptions.PIXELS.withFrameSkip(4));
    env.reset(1);
    env.step(0);
    assertFalse(env.terminated());
    env.step(0);
    assertTrue(env.terminated());
    assertFalse(env.truncated());
    assertEquals(5 + 6, env.reward());
    assertEquals(6, stack(env)[3]);
  }

  @Test
  void theStackHoldsTheNewestFrameLastAndIsPaddedWithTheFirst() {
    GameEnv env = env(new Counter(100), EnvOptions.PIXELS.withFrameSkip(2));
    env.reset(1);
    assertArrayEquals(new int[] {0, 0, 0, 0}, stack(env));
    env.step(0);
    assertArrayEquals(new int[] {0, 0, 0, 2}, stack(env));
    for (int i = 0; i < 4; i++) {
      env.step(0);
    }
    assertArrayEquals(new int[] {4, 6, 8, 10}, stack(env));
    env.reset(2);
    assertArrayEquals(new int[] {0, 0, 0, 0}, stack(env));
  }

  @Test
  void theTimeLimitTruncatesAndIsNeverATermination() {
    GameEnv env = env(new Counter(1000), EnvOptions.FEATURES.withTickLimit(5));
    env.reset(1);
    for (int i = 0; i < 4; i++) {
      env.step(0);
      assertFalse(env.truncated());
    }
    env.step(0);
    assertTrue(env.truncated());
    assertFalse(env.terminated());
  }

  @Test
  void anEndByTheRulesOnTheVeryLastTickIsATermination() {
    GameEnv env = env(new Counter(5), EnvOptions.FEATURES.withTickLimit(5));
    env.reset(1);
    for (int i = 0; i < 5; i++) {
      env.step(0);
    }
    assertTrue(env.terminated());
    assertFalse(env.truncated());
  }

  @Test
  void theGamesOwnLimitHoldsWhereNoneIsGiven() {
    GameEnv env = env(new Counter(1000), EnvOptions.FEATURES);
    env.reset(1);
    for (int i = 0; i < 50; i++) {
      assertFalse(env.truncated());
      env.step(0);
    }
    assertTrue(env.truncated());
  }

  @Test
  void steppingAfterTheEndOrBeforeAResetIsAnError() {
    GameEnv env = env(new Counter(2), EnvOptions.FEATURES);
    assertThrows(IllegalStateException.class, () -> env.step(0));
    env.reset(1);
    env.step(0);
    env.step(0);
    assertThrows(IllegalStateException.class, () -> env.step(0));
    env.reset(1);
    assertThrows(IllegalArgumentException.class, () -> env.step(3));
    assertThrows(IllegalArgumentException.class, () -> env.step(-1));
  }

  @Test
  void stickyActionsRepeatTheLastActionAsOftenAsAskedAndForgetItAtAReset() {
    Counter game = new Counter(Integer.MAX_VALUE);
    GameEnv env = env(game, EnvOptions.FEATURES.withStickyActions(0.25f).withTickLimit(100_000));
    env.reset(7);
    int kept = 0;
    for (int i = 0; i < 20_000; i++) {
      env.step(i % 2);
      kept += game.actions.get(i) == i % 2 ? 0 : 1;
    }
    // Actions alternate, so a stuck one differs only if the one before it was taken: d = p (1 − d).
    assertEquals(0.25 / 1.25, kept / 20_000.0, 0.01);
    for (int seed = 0; seed < 200; seed++) {
      env.reset(seed);
      env.step(2);
      assertEquals(2, game.actions.get(0), "the first action of an episode was not taken");
    }
  }

  @Test
  void stickyActionsAreTheSameForTheSameSeed() {
    Counter game = new Counter(100);
    GameEnv env = env(game, EnvOptions.FEATURES.withStickyActions(0.5f));
    List<List<Integer>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      env.reset(11);
      for (int i = 0; i < 40; i++) {
        env.step(i % 3);
      }
      runs.add(List.copyOf(game.actions));
    }
    assertEquals(runs.get(0), runs.get(1));
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> EnvOptions.PIXELS.withFrameSkip(0));
    assertThrows(IllegalArgumentException.class, () -> EnvOptions.PIXELS.withStickyActions(1));
    assertThrows(IllegalArgumentException.class, () -> EnvOptions.PIXELS.withStickyActions(-0.1f));
    assertThrows(IllegalArgumentException.class, () -> EnvOptions.PIXELS.withTickLimit(-1));
  }

  @Test
  void featuresAndPixelsShowTheSameEpisode() {
    Catch.Provider provider = new Catch.Provider();
    try (GameEnv pixels = env(provider.create(), EnvOptions.PIXELS);
        GameEnv features = env(provider.create(), EnvOptions.FEATURES)) {
      pixels.reset(5);
      features.reset(5);
      while (!features.terminated()) {
        pixels.step(1);
        features.step(1);
        assertEquals(features.reward(), pixels.reward());
        assertEquals(features.terminated(), pixels.terminated());
      }
    }
  }
}
