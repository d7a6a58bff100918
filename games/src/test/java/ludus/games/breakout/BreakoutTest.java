package ludus.games.breakout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import ludus.core.draw.PixelCanvas;
import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.api.Test;

class BreakoutTest extends GameConformance {
  private static final Path GOLDEN =
      Path.of("src/test/resources/ludus/games/breakout/first-wall.replay");

  private final Breakout game = new Breakout();
  private final float[] features = new float[Breakout.INFO.features().size()];
  private final float[] figures = new float[3];

  @Override
  protected GameProvider provider() {
    return new BreakoutProvider();
  }

  private void tick(int action) {
    game.tick(new int[] {action});
  }

  private void waitForTheServe() {
    while (game.waiting()) {
      tick(Breakout.STAY);
    }
  }

  private void loseTheBall() {
    int spares = spares();
    game.launch(10, 80, 0, 1);
    game.rally().ball.past = true;
    for (int t = 0; spares() == spares && !game.terminated(); t++) {
      tick(Breakout.STAY);
      assertTrue(t < 10, "the ball does not fall");
    }
  }

  private int spares() {
    game.features(0, features);
    return (int) features[6];
  }

  private double angleFromStraightDown() {
    return Math.toDegrees(StrictMath.atan2(game.rally().ball.vx, game.rally().ball.vy));
  }

  @Test
  void aBallRestsForHalfASecondAndThenFallsByItself() {
    game.reset(1);
    double x = game.rally().ball.x;
    for (int t = 0; t < 30; t++) {
      assertTrue(game.waiting());
      assertEquals(x, game.rally().ball.x);
      tick(Breakout.STAY);
    }
    assertFalse(game.waiting());
    assertEquals(x, game.rally().ball.x, "it moves with the next tick");
    tick(Breakout.STAY);
    assertTrue(game.rally().ball.y > Breakout.SERVE_Y);
  }

  @Test
  void placeAndAngleOfTheServeComeFromTheSeed() {
    double least = 90;
    double most = -90;
    double left = 84;
    double right = 0;
    for (int seed = 0; seed < 1000; seed++) {
      game.reset(seed);
      left = Math.min(left, game.rally().ball.x);
      right = Math.max(right, game.rally().ball.x);
      waitForTheServe();
      least = Math.min(least, angleFromStraightDown());
      most = Math.max(most, angleFromStraightDown());
    }
    assertTrue(left >= 18 && left < 19 && right <= 66 && right > 65, left + " to " + right);
    assertTrue(least >= -40 && least < -39 && most <= 40 && most > 39, least + " to " + most);
  }

  @Test
  void everyServeCanBeReached() {
    for (int seed = 0; seed < 300; seed++) {
      game.reset(seed);
      game.paddle(seed % 2 == 0 ? Field.PADDLE_LEFT : Field.PADDLE_RIGHT);
      BreakoutExpert expert = new BreakoutExpert(game);
      while (game.flights() < 2) {
        tick(expert.act());
        assertEquals(2, spares(), "seed " + seed);
      }
    }
  }

  @Test
  void thePaddleMovesOneAndAHalfUnitsATickBetweenTheWalls() {
    game.reset(1);
    assertEquals(42, game.paddle());
    tick(Breakout.LEFT);
    assertEquals(40.5, game.paddle());
    tick(Breakout.STAY);
    assertEquals(40.5, game.paddle());
    tick(Breakout.RIGHT);
    tick(Breakout.RIGHT);
    assertEquals(43.5, game.paddle());
    for (int t = 0; t < 25; t++) {
      tick(Breakout.LEFT);
    }
    assertEquals(8, game.paddle());
    for (int t = 0; t < 60; t++) {
      tick(Breakout.RIGHT);
    }
    assertEquals(76, game.paddle());
  }

  @Test
  void thePaddleMeetsTheBallWhereItIsAtThatMoment() {
    game.reset(1);
    // The ball is down after half of the tick; by then the paddle is at 40.75 on its way to 41.5.
    game.paddle(40);
    game.launch(44.5, 75.1, 0, 0.8);
    tick(Breakout.RIGHT);
    double angle = Math.toRadians((44.5 - 40.75) / 7.5 * 60); // 30 degrees
    assertEquals(44.5 + 0.4 * StrictMath.sin(angle), game.rally().ball.x, 1e-9);
    assertEquals(75.5 - 0.4 * StrictMath.cos(angle), game.rally().ball.y, 1e-9);
  }

  @Test
  void aPaddleThatComesTooLateReturnsNothing() {
    game.reset(1);
    game.paddle(30);
    game.launch(38.3, 75.1, 0, 0.8); // in reach, 7.5 units, at the end of the tick but not before
    tick(Breakout.RIGHT);
    assertEquals(0.8, game.rally().ball.vy);
    for (int t = 0; t < 4; t++) {
      tick(Breakout.RIGHT);
      assertEquals(0.8, game.rally().ball.vy, "only the top of the paddle returns the ball");
    }
  }

  @Test
  void theEndsOfThePaddleReturnTheBall() {
    for (int side = -1; side <= 1; side += 2) {
      game.reset(1);
      game.launch(42 + side * 7.49, 75, 0, 0.8);
      tick(Breakout.STAY);
      assertTrue(game.rally().ball.vy < 0);
      game.reset(1);
      game.launch(42 + side * 7.51, 75, 0, 0.8);
      tick(Breakout.STAY);
      assertTrue(game.rally().ball.vy > 0);
    }
  }

  @Test
  void aBrickEarnsItsWorthInTheTickInWhichItGoes() {
    game.reset(1);
    game.rally().wall.leave(1L << 4 * Wall.COLUMNS | 1); // row 4, worth 7, and row 0, worth 1
    game.launch(6, 38.2, 0, -1);
    tick(Breakout.STAY);
    assertEquals(1, game.reward(0));
    tick(Breakout.STAY);
    assertEquals(0, game.reward(0));
    game.launch(6, 22, 0, -1); // half a unit below the brick, whose lower edge is at 20
    tick(Breakout.STAY);
    assertEquals(7, game.reward(0));
  }

  @Test
  void twoBricksInOneTickEarnBoth() {
    game.reset(1);
    game.rally().wall.leave(1L | 1L << 2 * Wall.COLUMNS | 1L << 5 * Wall.COLUMNS);
    game.launch(6, 18, 0, -1);
    tick(Breakout.STAY);
    assertEquals(7, game.reward(0), "the highest row first, so that no row makes it faster");
    game.launch(6, 30.5, 0, -6); // one unit below row 2; from there two units down to row 0
    tick(Breakout.STAY);
    assertEquals(4 + 1, game.reward(0));
    assertTrue(game.rally().wall.cleared());
  }

  @Test
  void theThirdLostBallEndsTheEpisodeAndCostsNothing() {
    game.reset(1);
    for (int lives = 3; lives > 0; lives--) {
      game.figures(figures);
      assertEquals(lives, figures[2]);
      assertEquals(lives - 1, spares());
      assertFalse(game.terminated());
      loseTheBall();
      assertEquals(0, game.reward(0));
      assertEquals(lives > 1, game.waiting());
    }
    assertTrue(game.terminated());
    game.figures(figures);
    assertEquals(0, figures[2]);
  }

  @Test
  void theNextBallFindsTheWallAndThePaddleAsTheyWere() {
    game.reset(1);
    game.rally().wall.leave(0xF0F);
    game.paddle(20);
    loseTheBall();
    assertEquals(8, game.rally().wall.standing());
    assertEquals(20, game.paddle());
    assertEquals(0, game.rally().level());
  }

  @Test
  void aClearedWallBringsTheNextAndTheGameGoesOn() {
    game.reset(1);
    game.rally().wall.leave(1);
    game.launch(6, 38.2, 0, -1);
    tick(Breakout.STAY);
    game.figures(figures);
    assertEquals(1, figures[1], "walls cleared");
    assertFalse(game.terminated());
    game.paddle(8);
    for (int t = 0; game.rally().wall.cleared(); t++) {
      assertTrue(game.rally().ball.vy > 0 || t > 30, "on its way down");
      tick(Breakout.STAY);
      assertTrue(t < 100, "the next wall does not come");
    }
    assertEquals(Wall.BRICKS, game.rally().wall.standing());
    assertTrue(game.rally().ball.vy < 0, "the paddle has just returned the ball");
  }

  @Test
  void theShareOfTheFirstWallCountsBricks() {
    game.reset(1);
    game.figures(figures);
    assertArrayEquals(new float[] {0, 0, 3}, figures);
    game.launch(6, 38.2, 0, -1);
    tick(Breakout.STAY);
    game.figures(figures);
    assertArrayEquals(new float[] {1f / 54, 0, 3}, figures);
  }

  @Test
  void noPolicyCatchesTheBallInAnEndlessLoop() {
    // A paddle that always returns the ball from the same part of itself, for ten minutes. Without
    // the twist most of these balls end in a closed path (hundreds of returns without a brick).
    for (double part = -0.9; part < 0.95; part += 0.15) {
      for (int seed = 0; seed < 3; seed++) {
        int most = longestDrySpell(part, seed);
        assertTrue(most < 80, most + " returns without a brick from part " + part);
      }
    }
  }

  private int longestDrySpell(double part, int seed) {
    game.reset(seed);
    int most = 0;
    int since = 0;
    int standing = Wall.BRICKS;
    for (int t = 0; t < 36_000 && !game.terminated(); t++) {
      double way = game.rally().ball.x - part * Field.REACH - game.paddle();
      tick(Math.abs(way) < 0.76 ? Breakout.STAY : way < 0 ? Breakout.LEFT : Breakout.RIGHT);
      if (game.rally().wall.standing() != standing) {
        standing = game.rally().wall.standing();
        since = game.flights();
      }
      most = Math.max(most, game.flights() - since);
    }
    return most;
  }

  @Test
  void aReturnIsOnlyTwistedAfterSixWithoutABrick() {
    game.reset(5);
    game.rally().wall.leave(1); // far to the left
    for (int i = 1; i <= 12; i++) {
      game.launch(70, 75, 0, 0.8);
      game.paddle(66.25); // the ball hits half-way to the right end: 30 degrees
      tick(Breakout.STAY);
      double angle = Math.toDegrees(StrictMath.atan2(game.rally().ball.vx, -game.rally().ball.vy));
      if (i <= 6) {
        assertEquals(30, angle, 1e-9);
      } else {
        assertNotEquals(30, angle, 1e-6);
        assertTrue(Math.abs(angle - 30) <= 10 * (i - 6) + 1e-9, "return " + i + ": " + angle);
      }
    }
  }

  @Test
  void theLevelAndEveryBrickAreAmongTheFeatures() {
    game.reset(1);
    game.rally().wall.leave(1L << 20);
    game.launch(82 - 1.5, 84 - 1.5, 0.8, 0);
    game.features(0, features);
    assertEquals(0.48125f, features[0], "x: 38.5 of 80 units from the middle");
    assertEquals(0.96875f, features[1], "y: 77.5 of 80 units from the ceiling");
    assertEquals(0.6f, features[2], 1e-6f, "48 of 80 units a second");
    assertEquals(0, features[3]);
    assertEquals(0, features[4]);
    assertEquals(0, features[5]);
    assertEquals(0, features[7]);
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      assertEquals(brick == 20 ? 1 : 0, features[8 + brick]);
    }
  }

  @Test
  void theBallIsTheBrightestThingAndNeverOutOfSight() {
    PixelCanvas canvas = new PixelCanvas();
    Rng rng = new Rng(2);
    for (int seed = 0; seed < 50; seed++) {
      game.reset(seed);
      while (!game.terminated()) {
        tick(rng.nextInt(3));
        game.draw(canvas, 0);
        int bright = 0;
        for (byte pixel : canvas.pixels()) {
          bright += (pixel & 0xFF) > 225 ? 1 : 0;
        }
        // A 3 by 3 square covers 2 by 2 pixels wholly; below 82 it leaves the picture.
        assertTrue(bright >= 4 || game.rally().ball.y > 82, "the ball is lost");
      }
    }
  }

  @Test
  void thePictureShowsSpareBallsAndTheTimeToTheServe() {
    game.reset(1);
    byte[] two = frame();
    tick(Breakout.STAY);
    assertFalse(Arrays.equals(two, frame()), "the marks close in");
    assertEquals(2, spares(two));
    loseTheBall();
    assertEquals(1, spares(frame()));
    loseTheBall();
    assertEquals(0, spares(frame()));
  }

  private byte[] frame() {
    PixelCanvas canvas = new PixelCanvas();
    game.draw(canvas, 0);
    return canvas.pixels();
  }

  private static int spares(byte[] frame) {
    int pixels = 0;
    for (int i = 0; i < Field.TOP * 84; i++) {
      pixels += (frame[i] & 0xFF) == 200 ? 1 : 0;
    }
    return pixels / 9;
  }

  @Test
  void everyBrickIsDrawnWhereItIs() {
    game.reset(1);
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      game.rally().wall.build();
      byte[] with = frame();
      game.rally().wall.remove(brick);
      byte[] without = frame();
      int left = Wall.x(brick % Wall.COLUMNS);
      int top = Wall.y(Wall.row(brick));
      for (int i = 0; i < with.length; i++) {
        int x = i % 84 - left;
        int y = i / 84 - top;
        boolean inside = x >= 0 && x < 8 && y >= 0 && y < 3;
        assertEquals(inside, with[i] != without[i], "brick " + brick + ", pixel " + i);
      }
    }
  }

  /** The expert clears a wall and begins the next, then chance loses three balls. */
  @Test
  void theGoldenReplayComesOutBitForBit() throws Exception {
    Replay replay = ReplayFile.read(GOLDEN);
    assertTrue(replay.ticks() > 3000);
    ReplayPlayer player = new ReplayPlayer(replay, game);
    player.verifyAll();
    game.figures(figures);
    assertArrayEquals(new float[] {1, 1, 0}, figures);
    assertTrue(game.terminated());
  }
}
