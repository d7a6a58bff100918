package ludus.games.robot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ludus.core.draw.PixelCanvas;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameConformance;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.api.Test;

class RobotTest extends GameConformance {
  private static final int NORTH = 0;
  private static final int EAST = 1;
  private static final int SOUTH = 2;
  private static final int WEST = 3;

  @Override
  protected GameProvider provider() {
    return new RobotProvider();
  }

  /** A 3 × 3 game, whose target is in the upper right corner, from a pose. */
  private static Robot classic(int row, int column, int heading) {
    Robot game = new Robot(RobotVariant.CLASSIC, RobotVariant.CLASSIC.info());
    game.reset(0);
    game.place(pose(row, column, heading));
    return game;
  }

  private static int pose(int row, int column, int heading) {
    return (row * 3 + column) * 4 + heading;
  }

  private static void act(Robot game, int... actions) {
    for (int action : actions) {
      game.tick(new int[] {action});
    }
  }

  @Test
  void turningGoesRoundAllFourHeadingsOnTheSpot() {
    Robot game = classic(1, 1, NORTH);
    for (int heading : new int[] {EAST, SOUTH, WEST, NORTH}) {
      act(game, Robot.RIGHT);
      assertEquals(pose(1, 1, heading), game.pose());
      assertEquals(-1, game.reward(0));
    }
    for (int heading : new int[] {WEST, SOUTH, EAST, NORTH}) {
      act(game, Robot.LEFT);
      assertEquals(pose(1, 1, heading), game.pose());
      assertEquals(-1, game.reward(0));
    }
  }

  @Test
  void forwardGoesOneCellWhereTheRobotLooks() {
    int[][] after = {{0, 1}, {1, 2}, {2, 1}, {1, 0}};
    for (int heading = 0; heading < 4; heading++) {
      Robot game = classic(1, 1, heading);
      act(game, Robot.FORWARD);
      assertEquals(pose(after[heading][0], after[heading][1], heading), game.pose());
      assertEquals(-1, game.reward(0));
      assertFalse(game.terminated());
    }
  }

  @Test
  void aBumpCostsFiveAndLeavesTheRobotWhereItIs() {
    Robot game = classic(2, 0, WEST);
    act(game, Robot.FORWARD);
    assertEquals(pose(2, 0, WEST), game.pose());
    assertEquals(-5, game.reward(0));
    Robot other = new Robot(RobotVariant.PLAIN, RobotVariant.PLAIN.info());
    other.reset(1);
    RobotMap map = other.map();
    int bumps = 0;
    for (int cell = 0; cell < map.cells(); cell++) {
      int right = cell % 8 == 7 ? RobotMap.NONE : cell + 1;
      if (!map.obstacle(cell) && cell != map.target() && right != RobotMap.NONE) {
        other.place(4 * cell + EAST);
        act(other, Robot.FORWARD);
        assertEquals(map.obstacle(right) ? 4 * cell + EAST : 4 * right + EAST, other.pose());
        bumps += map.obstacle(right) ? 1 : 0;
      }
    }
    assertTrue(bumps > 0, "the map of seed 1 has obstacles to bump into");
  }

  @Test
  void theTargetEarnsAHundredAndEndsTheEpisode() {
    Robot game = classic(2, 2, WEST);
    float[] figures = new float[3];
    act(game, Robot.RIGHT, Robot.FORWARD);
    game.figures(figures);
    assertArrayEquals(new float[] {0, Float.NaN, 0}, figures);
    act(game, Robot.LEFT, Robot.RIGHT, Robot.FORWARD);
    assertEquals(99, game.reward(0));
    assertTrue(game.terminated());
    // right, forward, forward would have done; this way took two actions more.
    game.figures(figures);
    assertArrayEquals(new float[] {1, 5 / 3f, 0}, figures);
  }

  @Test
  void distancesAreThoseCountedByHand() {
    RobotMap map = new RobotMap(3);
    map.block(0, 1);
    map.target(2);
    map.measure();
    assertEquals(0, map.distance(pose(0, 2, SOUTH)));
    assertEquals(1, map.distance(pose(1, 2, NORTH)));
    assertEquals(2, map.distance(pose(1, 2, EAST)));
    assertEquals(3, map.distance(pose(1, 2, SOUTH)));
    // Down, left turn, across twice, left turn, up.
    assertEquals(6, map.distance(pose(0, 0, SOUTH)));
    assertEquals(RobotMap.NONE, map.distance(pose(0, 1, NORTH)), "inside an obstacle");
    map.block(1, 2);
    map.measure();
    assertEquals(RobotMap.NONE, map.distance(pose(0, 0, SOUTH)), "the target is walled in");
  }

  @Test
  void everyLevelOfEveryVariantCanBeSolvedInTime() {
    for (RobotVariant variant : allVariants()) {
      RobotMap map = new RobotMap(variant.size());
      RobotLevels levels = new RobotLevels(variant, map);
      boolean anywhere =
          variant == RobotVariant.CLASSIC || variant.maps() == RobotLevels.Maps.TRAINING;
      int least = anywhere ? 1 : variant.size() - 2;
      for (int seed = 0; seed < 3_000; seed++) {
        int pose = levels.make(seed);
        assertFalse(map.obstacle(pose / 4), "a start in an obstacle");
        assertFalse(map.obstacle(map.target()), "a target in an obstacle");
        assertTrue(map.distance(pose) >= least, "a start too near the target");
        assertTrue(map.distance(pose) < variant.info().tickLimit() / 2, "a start too far away");
      }
    }
  }

  private static List<RobotVariant> allVariants() {
    List<RobotVariant> all = new ArrayList<>(RobotVariant.OTHERS.values());
    all.add(RobotVariant.PLAIN);
    return all;
  }

  @Test
  void theExpertTakesAShortestWayOnEveryVariant() {
    for (String name : GameCatalog.of(provider()).names()) {
      GameProvider provider = GameCatalog.of(provider()).find(name);
      Game game = provider.create();
      Expert expert = provider.expert(game, 0);
      float[] figures = new float[3];
      int[] action = new int[1];
      for (int seed = 0; seed < 300; seed++) {
        game.reset(seed);
        int shortest = ((Robot) game).map().distance(((Robot) game).pose());
        float sum = 0;
        while (!game.terminated()) {
          action[0] = expert.act();
          game.tick(action);
          sum += game.reward(0);
        }
        game.figures(figures);
        assertArrayEquals(new float[] {1, 1, 0}, figures);
        assertEquals(100 - shortest, sum);
      }
    }
  }

  @Test
  void whoNeverArrivesIsStoppedAfterAsManyTicksAsThereArePoses() {
    for (RobotVariant variant : allVariants()) {
      GameInfo info = variant.info();
      assertEquals(4 * variant.size() * variant.size(), info.tickLimit());
      try (GameEnv env = new GameEnv(new Robot(variant, info), EnvOptions.FEATURES)) {
        env.reset(1);
        float[] figures = new float[3];
        while (!env.terminated() && !env.truncated()) {
          env.step(Robot.LEFT);
        }
        assertTrue(env.truncated());
        assertEquals(info.tickLimit(), env.ticks());
        env.simulation().figures(figures);
        assertArrayEquals(new float[] {0, Float.NaN, 0}, figures);
      }
    }
  }

  @Test
  void featuresTellTheTargetAndTheObstaclesAsTheRobotSeesThem() {
    float[] out = new float[18];
    Robot game = classic(1, 0, NORTH);
    game.features(0, out);
    // The target is one row up, two columns to the right; the left is the edge.
    assertArrayEquals(new float[] {1, 0, 0, -1, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, out);
    game.place(pose(1, 0, WEST));
    game.features(0, out);
    assertArrayEquals(new float[] {1, 0, -1, 0, -2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, out);
  }

  @Test
  void timeStandsStillForWhoTouchesNothing() {
    GameInfo info = provider().info();
    assertEquals(List.of("left", "right", "forward"), info.actions());
    assertEquals(-1, info.idle(5));
  }

  @Test
  void thePictureTellsEveryPoseAndABump() {
    for (RobotVariant variant : List.of(RobotVariant.PLAIN, RobotVariant.OTHERS.get("12x12"))) {
      Robot game = new Robot(variant, variant.info());
      game.reset(2);
      for (int cell = 0; cell < game.map().cells(); cell++) {
        if (game.map().obstacle(cell) || cell == game.map().target()) {
          continue;
        }
        byte[][] frames = new byte[4][];
        for (int heading = 0; heading < 4; heading++) {
          frames[heading] = frame(game, 4 * cell + heading);
          for (int other = 0; other < heading; other++) {
            assertTrue(
                difference(frames[heading], frames[other]) > 600, "headings that look alike");
          }
          if (game.map().ahead(cell, heading) == RobotMap.NONE) {
            act(game, Robot.FORWARD);
            assertTrue(difference(frames[heading], frame(game)) > 600, "a bump that is not seen");
          }
        }
      }
    }
  }

  private static byte[] frame(Robot game, int pose) {
    game.place(pose);
    return frame(game);
  }

  private static byte[] frame(Robot game) {
    PixelCanvas canvas = new PixelCanvas();
    game.draw(canvas, 0);
    return canvas.pixels();
  }

  /** The sum of all differences, in greys. */
  private static int difference(byte[] a, byte[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
    }
    return sum;
  }

  @Test
  void anUnknownVariantIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> provider().variant("9x9"));
    GameProvider test = provider().variant("test");
    assertThrows(IllegalArgumentException.class, () -> test.variant("test"));
    assertEquals("robot/test", test.info().name());
    assertEquals("robot", test.info().family());
    assertNotEquals(List.of(), List.copyOf(provider().variants().keySet()));
  }

  @Test
  void theGoldenReplayComesOutAsItWasRecorded() throws Exception {
    Path file = Path.of(RobotTest.class.getResource("random.replay").toURI());
    try (Game game = provider().create()) {
      ReplayPlayer player = new ReplayPlayer(ReplayFile.read(file), game);
      player.verifyAll();
      assertTrue(player.tick() > 100);
    }
  }
}
