package ludus.games.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.api.Test;

class MazeTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new MazeProvider();
  }

  /** How an episode of the expert, or of a player who does the same all the time, comes out. */
  private record Outcome(double sum, float[] figures, int ticks) {}

  private static Outcome play(Game game, long seed, Expert... players) {
    game.reset(seed);
    int[] actions = new int[players.length];
    double sum = 0;
    int ticks = 0;
    while (!game.terminated() && ticks < game.info().tickLimit()) {
      for (int p = 0; p < actions.length; p++) {
        actions[p] = players[p].act();
      }
      game.tick(actions);
      sum += game.reward(0);
      ticks++;
    }
    float[] figures = new float[4];
    game.figures(figures);
    return new Outcome(sum, figures, ticks);
  }

  @Test
  void theExpertClearsMazesThatChanceNeverClears() {
    for (String name : List.of("maze", "maze/test", "maze/classic")) {
      GameProvider provider = GameCatalog.load().find(name);
      double expert = 0;
      double chance = 0;
      int cleared = 0;
      Rng rng = new Rng(1);
      try (Game game = provider.create()) {
        for (int seed = 0; seed < 6; seed++) {
          Outcome outcome = play(game, seed, provider.expert(game, 0));
          expert += outcome.sum / 6;
          cleared += outcome.figures[3] == 1 ? 1 : 0;
          chance += play(game, seed, () -> rng.nextInt(5)).sum / 6;
        }
      }
      assertTrue(cleared >= 5, name + ": only " + cleared + " of 6 cleared");
      assertTrue(expert > 1500, name + ": the expert earns " + expert);
      assertTrue(chance < -1500, name + ": chance earns " + chance);
    }
  }

  @Test
  void theExpertAlsoPlaysWithLongSteps() {
    try (Game game = provider().create()) {
      for (int skip : new int[] {5, 8}) {
        Expert expert = provider().expert(game, 0);
        int[] tick = {0};
        int[] held = {0};
        double sum = 0;
        for (int seed = 0; seed < 4; seed++) {
          tick[0] = 0;
          sum +=
              play(
                      game,
                      seed,
                      () -> {
                        held[0] = tick[0]++ % skip == 0 ? expert.act() : held[0];
                        return held[0];
                      })
                  .sum;
        }
        assertTrue(sum / 4 > 1500, "the expert earns " + sum / 4 + " with steps of " + skip);
      }
    }
  }

  @Test
  void aPlayerWhoNeverMovesLosesItsThreeLives() {
    try (Game game = provider().create()) {
      for (int seed = 0; seed < 20; seed++) {
        Outcome outcome = play(game, seed, () -> Maze.STAY);
        assertEquals(-3000, outcome.sum);
        assertEquals(0, outcome.figures[0]);
        assertEquals(3, outcome.figures[2]);
        assertTrue(outcome.ticks < game.info().tickLimit(), "nobody came in seed " + seed);
      }
    }
  }

  @Test
  void theChiefMakesLifeHarderAndLosesWhatThePlayerGains() {
    GameProvider chief = GameCatalog.load().find("maze/chief");
    assertEquals(2, chief.info().players());
    try (Game game = chief.create()) {
      double alone = 0;
      double led = 0;
      for (int seed = 0; seed < 4; seed++) {
        alone += play(game, seed, chief.expert(game, 0), () -> Maze.STAY).sum;
        led += play(game, seed, chief.expert(game, 0), chief.expert(game, 1)).sum;
      }
      assertTrue(led < alone, "with a chief " + led + ", without " + alone);
      game.reset(1);
      float[] rewards = new float[2];
      for (int t = 0; t < 100; t++) {
        game.tick(new int[] {3, 0});
        rewards[0] += game.reward(0);
        rewards[1] += game.reward(1);
        assertEquals(0, game.reward(0) + game.reward(1));
      }
      assertNotEquals(0, rewards[0]);
    }
  }

  @Test
  void withAChiefWhoStaysTheGameIsThatOfOnePlayer() {
    GameProvider chief = GameCatalog.load().find("maze/chief");
    try (Game one = provider().create();
        Game two = chief.create()) {
      Rng rng = new Rng(2);
      float[] a = new float[MazeFeatures.LIST.size()];
      float[] b = new float[a.length];
      one.reset(5);
      two.reset(5);
      for (int t = 0; t < 500 && !one.terminated(); t++) {
        int action = rng.nextInt(5);
        one.tick(new int[] {action});
        two.tick(new int[] {action, Maze.STAY});
        one.features(0, a);
        two.features(0, b);
        assertArrayEquals(a, b);
      }
    }
  }

  @Test
  void trainingAndTestLevelsAreDisjoint() {
    List<String> seen = layouts("maze", 400);
    List<String> unseen = layouts("maze/test", 400);
    assertTrue(distinct(seen) > 150, "levels to learn from: " + distinct(seen));
    assertTrue(distinct(unseen) > 150, "levels to be tested on: " + distinct(unseen));
    unseen.retainAll(seen);
    assertEquals(List.of(), unseen);
  }

  private static List<String> layouts(String name, int seeds) {
    List<String> layouts = new ArrayList<>();
    try (Maze game = (Maze) GameCatalog.load().find(name).create()) {
      for (int seed = 0; seed < seeds; seed++) {
        game.reset(seed);
        layouts.add(game.level().text());
      }
    }
    return layouts;
  }

  private static long distinct(List<String> layouts) {
    return layouts.stream().distinct().count();
  }

  @Test
  void aNamedVariantIsAlwaysItsMaze() {
    try (Maze game = (Maze) GameCatalog.load().find("maze/classic").create()) {
      for (int seed = 0; seed < 20; seed++) {
        game.reset(seed);
        assertEquals("classic", game.level().name());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> GameCatalog.load().find("maze/nowhere"));
    assertThrows(IllegalArgumentException.class, () -> provider().variant("nowhere"));
  }

  @Test
  void everyVariantCarriesItsNameAndCanBePlayed() {
    for (String variant : provider().variants().keySet()) {
      GameProvider it = provider().variant(variant);
      assertEquals("maze/" + variant, it.info().name());
      assertEquals("maze", it.info().family());
      try (Game game = it.create()) {
        game.reset(1);
        game.tick(new int[it.info().players()]);
        assertFalse(game.terminated());
      }
    }
  }

  @Test
  void anybodyCanPlayAMazeOfTheirOwn() {
    String rows = "#" + " ".repeat(19) + "#";
    String text =
        IntStream.range(0, 21)
            .mapToObj(
                line ->
                    line == 0 || line == 20
                        ? "#".repeat(21)
                        : line % 2 == 0 ? "# ".repeat(10) + "#" : rows)
            .collect(Collectors.joining("\n"));
    StringBuilder own = new StringBuilder(text);
    own.setCharAt(22 * 1 + 1, 'P');
    own.setCharAt(22 * 1 + 19, '.');
    own.setCharAt(22 * 19 + 19, 'G');
    own.setCharAt(22 * 18 + 19, '=');
    own.setCharAt(22 * 19 + 18, '#');
    GameProvider provider = MazeProvider.of(MazeLevel.parse("mine", own.toString()));
    assertEquals("maze/own", provider.info().name());
    try (Game game = provider.create()) {
      Outcome outcome = play(game, 1, () -> 4);
      assertEquals(10, outcome.sum);
      assertEquals(72, outcome.ticks, "nine rooms of eight ticks");
      assertEquals(1, outcome.figures[3]);
    }
  }

  @Test
  void theGoldenReplayComesOutBitForBit() throws Exception {
    Replay replay = ReplayFile.read(golden());
    try (Game game = GameCatalog.load().find(replay.game()).create()) {
      new ReplayPlayer(replay, game).verifyAll();
      assertTrue(game.terminated(), "the recorded episode ends by the rules");
    }
  }

  private static Path golden() throws URISyntaxException {
    return Path.of(MazeTest.class.getResource("maze.replay").toURI());
  }
}
