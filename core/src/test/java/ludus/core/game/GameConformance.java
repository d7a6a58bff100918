package ludus.core.game;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ludus.core.draw.PixelCanvas;
import ludus.core.random.Rng;
import ludus.core.replay.Checksum;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayPlayer;
import ludus.core.replay.ReplayRecorder;
import org.junit.jupiter.api.Test;

/**
 * What every game must keep to. A game passes by a test class that extends this one and names its
 * provider:
 *
 * <pre>{@code
 * class MyGameTest extends GameConformance {
 *   @Override
 *   protected GameProvider provider() {
 *     return new MyGameProvider();
 *   }
 * }
 * }</pre>
 */
public abstract class GameConformance {
  private static final int EPISODES = 20;
  private static final int TICKS = 400;
  private static final int ENOUGH_TO_COMPILE = 400_000;

  /** The game under test. */
  protected abstract GameProvider provider();

  @Test
  void aSeedRepeatsItsEpisodeOnAUsedInstance() {
    try (Game fresh = provider().create();
        Game used = provider().create()) {
      for (int seed = 0; seed < EPISODES; seed++) {
        List<Integer> expected = play(fresh, seed, TICKS);
        play(used, seed + 1000, TICKS); // a whole other episode
        play(used, seed + 2000, 7); // and one abandoned half-way
        assertEquals(expected, play(used, seed, TICKS), "seed " + seed);
      }
    }
  }

  @Test
  void aSeedRepeatsItsEpisodeOnEveryThread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<List<Integer>>> episodes =
          () -> {
            try (Game game = provider().create()) {
              List<List<Integer>> all = new ArrayList<>();
              for (int seed = 0; seed < EPISODES; seed++) {
                all.add(play(game, seed, TICKS));
              }
              return all;
            }
          };
      List<Future<List<List<Integer>>>> results =
          threads.invokeAll(List.of(episodes, episodes, episodes, episodes));
      for (Future<List<List<Integer>>> result : results) {
        assertEquals(results.get(0).get(), result.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void differentSeedsMakeDifferentEpisodes() {
    try (Game game = provider().create()) {
      Set<List<Integer>> distinct = new HashSet<>();
      for (int seed = 0; seed < EPISODES; seed++) {
        distinct.add(play(game, seed, 50));
      }
      assertTrue(distinct.size() > EPISODES / 2, "only " + distinct.size() + " distinct episodes");
    }
  }

  @Test
  void aReplayRepeatsEveryFrame() {
    try (ReplayRecorder recorder = new ReplayRecorder(provider().create());
        Game game = provider().create()) {
      for (int seed = 0; seed < EPISODES; seed++) {
        play(recorder, seed, TICKS);
        Replay replay = recorder.replay();
        ReplayPlayer player = new ReplayPlayer(replay, game);
        player.verifyAll();
        assertEquals(recorder.terminated(), game.terminated());
        assertEquals(new Checksum(recorder).now(), new Checksum(game).now());
      }
    }
  }

  @Test
  void lookingChangesNothing() {
    try (Game looked = provider().create();
        Game left = provider().create()) {
      looked.reset(3);
      left.reset(3);
      Rng rng = new Rng(4);
      Checksum checksum = new Checksum(looked);
      for (int t = 0; t < TICKS && !looked.terminated(); t++) {
        assertEquals(checksum.now(), checksum.now(), "two looks at one state differ");
        int[] actions = randomActions(looked.info(), rng);
        looked.tick(actions);
        left.tick(actions);
      }
      assertEquals(new Checksum(looked).now(), new Checksum(left).now());
    }
  }

  @Test
  void tickingAfterTheEndOrBeforeAResetIsAnError() {
    try (Game game = provider().create()) {
      int[] actions = new int[game.info().players()];
      assertThrows(IllegalStateException.class, () -> game.tick(actions));
      Rng rng = new Rng(5);
      for (int seed = 0; seed < EPISODES; seed++) {
        game.reset(seed);
        assertFalse(game.terminated(), "an episode has ended before it began");
        for (int p = 0; p < game.info().players(); p++) {
          assertEquals(0, game.reward(p), "a reset earns nothing");
        }
        for (int t = 0; t < TICKS && !game.terminated(); t++) {
          game.tick(randomActions(game.info(), rng));
        }
        if (game.terminated()) {
          assertThrows(IllegalStateException.class, () -> game.tick(actions));
        }
      }
    }
  }

  @Test
  void anActionThatDoesNotExistIsAnError() {
    try (Game game = provider().create()) {
      for (int wrong : new int[] {-1, game.info().actions().size(), Integer.MAX_VALUE}) {
        game.reset(1);
        int[] actions = new int[game.info().players()];
        actions[actions.length - 1] = wrong;
        assertThrows(IllegalArgumentException.class, () -> game.tick(actions));
      }
    }
  }

  @Test
  void featuresStayInTheirBounds() {
    try (Game game = provider().create()) {
      GameInfo info = game.info();
      float[] features = new float[info.features().size()];
      Rng rng = new Rng(6);
      for (int seed = 0; seed < EPISODES; seed++) {
        game.reset(seed);
        // Random play, and for every other seed the same action all the time, which goes further.
        int constant = seed % info.actions().size();
        for (int t = 0; t < info.tickLimit() && !game.terminated(); t++) {
          int[] actions = randomActions(info, rng);
          if (seed % 2 == 0) {
            Arrays.fill(actions, constant);
          }
          game.tick(actions);
          for (int p = 0; p < info.players(); p++) {
            game.features(p, features);
            for (int i = 0; i < features.length; i++) {
              GameInfo.Feature feature = info.features().get(i);
              assertTrue(
                  features[i] >= feature.low() && features[i] <= feature.high(),
                  feature.name() + " is " + features[i] + " at tick " + t + ", seed " + seed);
            }
          }
        }
      }
    }
  }

  @Test
  void thePictureIsNeverEmptyAndAlwaysChanges() {
    try (Game game = provider().create()) {
      PixelCanvas canvas = new PixelCanvas();
      Rng rng = new Rng(7);
      int still = 0;
      int ticks = 0;
      for (int seed = 0; seed < EPISODES; seed++) {
        game.reset(seed);
        byte[] before = null;
        for (int t = 0; t < TICKS && !game.terminated(); t++) {
          Arrays.fill(canvas.pixels(), (byte) 0x55); // whatever the picture leaves unpainted shows
          game.draw(canvas, 0);
          byte[] now = canvas.pixels().clone();
          Arrays.fill(canvas.pixels(), (byte) 0xAA);
          game.draw(canvas, 0);
          assertArrayEquals(now, canvas.pixels(), "the picture does not begin with clear");
          assertTrue(shades(now) >= 3, "the picture is nearly empty at tick " + t);
          if (before != null) {
            ticks++;
            still += Arrays.equals(before, now) ? 1 : 0;
          }
          before = now;
          game.tick(randomActions(game.info(), rng));
        }
      }
      assertTrue(
          still <= ticks / 10, still + " of " + ticks + " ticks leave the picture as it was");
    }
  }

  @Test
  void tickingAndLookingAllocateNothing() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Game game = provider().create()) {
      PixelCanvas canvas = new PixelCanvas();
      float[] features = new float[game.info().features().size()];
      int[] actions = new int[game.info().players()];
      Rng rng = new Rng(8);
      long leastPerTick = Long.MAX_VALUE;
      long played = 0;
      // The first rounds load classes, and code that is not compiled yet allocates what the
      // compiler
      // later leaves out (StrictMath on JDK 21 and later); a real leak shows in every round.
      for (int round = 0; leastPerTick > 0 && played < ENOUGH_TO_COMPILE; round++) {
        game.reset(round);
        long before = threads.getCurrentThreadAllocatedBytes();
        int ticks = 0;
        while (ticks < TICKS && !game.terminated()) {
          for (int p = 0; p < actions.length; p++) {
            actions[p] = rng.nextInt(game.info().actions().size());
          }
          game.tick(actions);
          for (int p = 0; p < actions.length; p++) {
            game.features(p, features);
            game.draw(canvas, p);
          }
          ticks++;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        leastPerTick = Math.min(leastPerTick, allocated / ticks);
        played += ticks;
      }
      assertEquals(0, leastPerTick, "bytes allocated per tick");
    }
  }

  @Test
  void figuresAreWrittenAndRepeat() {
    try (Game game = provider().create()) {
      float[] once = new float[game.info().figures().size()];
      float[] again = new float[once.length];
      Arrays.fill(once, 1e30f); // so that a figure which is not written shows
      for (int seed = 0; seed < EPISODES; seed++) {
        play(game, seed, TICKS);
        game.figures(once);
        play(game, seed, TICKS);
        game.figures(again);
        assertArrayEquals(once, again);
        for (float figure : once) {
          assertTrue(Float.isNaN(figure) || Math.abs(figure) < 1e30f, "a figure is not written");
        }
      }
    }
  }

  @Test
  void theExpertPlaysFarBetterThanChance() {
    double expert = 0;
    double random = 0;
    Rng rng = new Rng(9);
    for (int seed = 0; seed < EPISODES; seed++) {
      try (Game game = provider().create()) {
        Expert[] experts = new Expert[game.info().players()];
        for (int p = 0; p < experts.length; p++) {
          experts[p] = provider().expert(game, p);
        }
        expert += episodeReturn(game, seed, () -> experts[0].act(), rng);
        random += episodeReturn(game, seed, () -> rng.nextInt(game.info().actions().size()), rng);
      }
    }
    assertTrue(
        expert > random,
        "the expert earns " + expert / EPISODES + ", chance earns " + random / EPISODES);
  }

  @Test
  void anEpisodeIsOverWellBeforeForever() {
    GameInfo info = provider().info();
    assertTrue(info.tickLimit() <= 1_000_000, "the time limit is no limit");
    assertNotEquals("", info.summary());
  }

  private static double episodeReturn(Game game, long seed, Expert first, Rng rng) {
    game.reset(seed);
    int[] actions = new int[game.info().players()];
    double sum = 0;
    for (int t = 0; t < game.info().tickLimit() && !game.terminated(); t++) {
      for (int p = 1; p < actions.length; p++) {
        actions[p] = rng.nextInt(game.info().actions().size());
      }
      actions[0] = first.act();
      game.tick(actions);
      sum += game.reward(0);
    }
    return sum;
  }

  /** Plays at random and returns a checksum of all that is seen, and the rewards, tick by tick. */
  private static List<Integer> play(Game game, long seed, int ticks) {
    Rng rng = new Rng(seed);
    Checksum checksum = new Checksum(game);
    List<Integer> seen = new ArrayList<>();
    game.reset(seed);
    seen.add(checksum.now());
    for (int t = 0; t < ticks && !game.terminated(); t++) {
      game.tick(randomActions(game.info(), rng));
      seen.add(checksum.now());
      for (int p = 0; p < game.info().players(); p++) {
        seen.add(Float.floatToIntBits(game.reward(p)));
      }
    }
    return seen;
  }

  private static int[] randomActions(GameInfo info, Rng rng) {
    int[] actions = new int[info.players()];
    for (int p = 0; p < actions.length; p++) {
      actions[p] = rng.nextInt(info.actions().size());
    }
    return actions;
  }

  private static int shades(byte[] frame) {
    boolean[] seen = new boolean[256];
    int count = 0;
    for (byte pixel : frame) {
      if (!seen[pixel & 0xFF]) {
        seen[pixel & 0xFF] = true;
        count++;
      }
    }
    return count;
  }
}
