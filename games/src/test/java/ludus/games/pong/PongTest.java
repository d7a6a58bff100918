package ludus.games.pong;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ludus.core.draw.PixelCanvas;
import ludus.core.game.Expert;
import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PongTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new PongProvider();
  }

  @Nested
  class Duel extends GameConformance {
    @Override
    protected GameProvider provider() {
      return new PongProvider().variant("duel");
    }
  }

  @Nested
  class Strong extends GameConformance {
    @Override
    protected GameProvider provider() {
      return new PongProvider().variant("strong");
    }
  }

  @Test
  void thePlayerMovesUpAndDownAndStays() {
    try (Pong game = game("duel")) {
      game.reset(1);
      game.tick(new int[] {Pong.UP, Pong.DOWN});
      assertEquals(-1.6f, game.court().paddle(0));
      assertEquals(1.6f, game.court().paddle(1));
      game.tick(new int[] {Pong.STAY, Pong.STAY});
      assertEquals(-1.6f, game.court().paddle(0));
      for (int i = 0; i < 22; i++) {
        game.tick(new int[] {Pong.UP, Pong.DOWN});
      }
      assertEquals(-34, game.court().paddle(0), "the wall");
      assertEquals(34, game.court().paddle(1), "the wall");
    }
  }

  @Test
  void aPointIsOneForTheWinnerAndMinusOneForTheLoserAndElevenMakeTheMatch() {
    try (Pong game = game("duel")) {
      int[] still = new int[2];
      float[] figures = new float[3];
      for (int winner = 0; winner < 2; winner++) {
        int side = Court.side(winner);
        game.reset(5);
        // Three points for the other first, one of them after two hits.
        for (int point = 0; point < 3; point++) {
          game.court().place(side * 41.9f, 0, side, 0, 0);
          game.tick(still);
          assertEquals(-1, game.reward(winner));
          assertEquals(1, game.reward(1 - winner));
        }
        for (int point = 1; point <= 11; point++) {
          assertFalse(game.terminated());
          game.court().place(-side * 41.9f, 0, -side, 0, 0);
          game.tick(still);
          assertEquals(1, game.reward(winner));
          assertEquals(-1, game.reward(1 - winner));
          assertEquals(point == 11, game.terminated());
        }
        game.figures(figures);
        assertEquals(winner == 0 ? 11 : 3, figures[0], "points won");
        assertEquals(winner == 0 ? 3 : 11, figures[1], "points lost");
        assertEquals(0, figures[2], "mean rally length");
      }
    }
  }

  @Test
  void theMeanRallyLengthCountsTheHitsOfAllRallies() {
    try (Pong game = game("duel")) {
      int[] still = new int[2];
      float[] figures = new float[3];
      game.reset(5);
      game.figures(figures);
      assertTrue(Float.isNaN(figures[2]), "no rally yet");
      game.court().place(33, 0, 2, 0, 0);
      game.tick(still); // one hit
      assertEquals(0, game.reward(0));
      game.court().place(-33, 0, -2, 0, 1);
      game.tick(still); // another
      game.court().place(41.9f, 0, 1, 0, 2);
      game.tick(still);
      game.figures(figures);
      assertEquals(2, figures[2]);
      game.court().place(33, 0, 2, 0, 49);
      game.tick(still); // a let, with one hit seen here
      assertEquals(0, game.reward(0), "a let is no point");
      game.figures(figures);
      assertEquals(1.5f, figures[2]);
    }
  }

  @Test
  void everybodySeesThemselvesOnTheRight() {
    try (Pong game = game("duel");
        Pong mirrored = game("duel")) {
      Rng rng = new Rng(8);
      float[] seen = new float[7];
      float[] mirror = new float[7];
      PixelCanvas canvas = new PixelCanvas();
      for (int seed = 0; seed < 200; seed++) {
        game.reset(seed);
        mirrored.reset(seed + 1000);
        float y = rng.uniform(-30, 30);
        float vx = rng.uniform(-3, 3);
        float vy = rng.uniform(-2, 2);
        game.court().place(0, y, vx, vy, 5);
        mirrored.court().place(0, y, -vx, vy, 5);
        // Until the next serve, whose side no mirror turns.
        while (game.court().pause() == 0) {
          int first = rng.nextInt(3);
          int second = rng.nextInt(3);
          game.tick(new int[] {first, second});
          mirrored.tick(new int[] {second, first});
          assertEquals(game.reward(0), mirrored.reward(1));
          if (game.court().pause() > 0) {
            break;
          }
          for (int player = 0; player < 2; player++) {
            game.features(player, seen);
            mirrored.features(1 - player, mirror);
            assertArrayEquals(seen, mirror);
            game.draw(canvas, player);
            byte[] frame = canvas.pixels().clone();
            mirrored.draw(canvas, 1 - player);
            assertArrayEquals(frame, canvas.pixels());
          }
        }
      }
    }
  }

  @Test
  void theNthServeOfASeedIsTheSameInEveryVariantWhoeverPlays() {
    for (int seed = 0; seed < 20; seed++) {
      List<Float> plain = serves("", seed, new Rng(1));
      assertEquals(plain, serves("", seed, new Rng(2)));
      assertEquals(plain, serves("weak", seed, new Rng(3)));
      assertEquals(plain, serves("strong", seed, new Rng(4)));
      assertEquals(plain, serves("duel", seed, new Rng(5)));
    }
  }

  /** Heights and velocities of the first eleven serves. */
  private static List<Float> serves(String variant, long seed, Rng rng) {
    List<Float> serves = new ArrayList<>();
    try (Pong game = game(variant)) {
      game.reset(seed);
      while (serves.size() < 33) {
        boolean waiting = game.court().pause() == 1;
        game.tick(new int[] {rng.nextInt(3), rng.nextInt(3)});
        if (waiting) {
          serves.add(game.court().ballY());
          serves.add(game.court().velocityX());
          serves.add(game.court().velocityY());
        }
      }
    }
    return serves;
  }

  @Test
  void noRallyIsEndlessEvenIfNobodyEverMisses() {
    try (Pong game = game("duel")) {
      int[] still = new int[2];
      for (int seed = 0; seed < 20; seed++) {
        game.reset(seed);
        int rally = 0;
        for (int t = 0; t < 36_000 && !game.terminated(); t++) {
          // Paddles that are wherever the ball is, off the middle by as much as is good for a
          // rally.
          game.court().paddle(0, game.court().ballY() + seed % 7);
          game.court().paddle(1, game.court().ballY() - seed % 5);
          game.tick(still);
          rally = game.court().pause() > 0 ? 0 : rally + 1;
          assertTrue(rally < 50 * 100, "seed " + seed);
        }
      }
    }
  }

  @Test
  void twoWhoDoNothingEndTheMatchToo() {
    try (Pong game = game("duel")) {
      for (int seed = 0; seed < 50; seed++) {
        game.reset(seed);
        int ticks = 0;
        while (!game.terminated()) {
          game.tick(new int[2]);
          ticks++;
        }
        assertTrue(ticks < 36_000, "seed " + seed + " took " + ticks);
      }
    }
  }

  @Test
  void theWaitingBallShrinksUntilItIsServed() {
    try (Pong game = game("")) {
      PixelCanvas canvas = new PixelCanvas();
      game.reset(4);
      int before = Integer.MAX_VALUE;
      for (int t = 0; t < 30; t++) {
        game.draw(canvas, 0);
        int white = 0;
        for (int i = 0; i < PixelCanvas.FRAME; i++) {
          white += i % 84 > 30 && i % 84 < 54 ? canvas.pixels()[i] & 0xFF : 0;
        }
        assertTrue(white < before, "at tick " + t);
        before = white;
        game.tick(new int[1]);
      }
    }
  }

  @Test
  void theBallIsBrightAndNeverLost() {
    try (Pong game = game("")) {
      PixelCanvas canvas = new PixelCanvas();
      Rng rng = new Rng(6);
      for (int seed = 0; seed < 5; seed++) {
        game.reset(seed);
        while (!game.terminated()) {
          game.tick(new int[] {rng.nextInt(3)});
          game.draw(canvas, 0);
          int white = 0;
          for (byte pixel : canvas.pixels()) {
            white += (pixel & 0xFF) >= 230 ? 1 : 0;
          }
          assertTrue(white >= 4, "only " + white + " white pixels");
        }
      }
    }
  }

  @Test
  void variantsAreNamedAndUnknownOnesRefused() {
    GameProvider provider = new PongProvider();
    assertEquals(Set.of("weak", "strong", "duel"), provider.variants().keySet());
    for (String name : provider.variants().keySet()) {
      GameProvider variant = provider.variant(name);
      assertEquals("pong/" + name, variant.info().name());
      assertEquals("pong", variant.info().family());
      assertEquals(name.equals("duel") ? 2 : 1, variant.info().players());
      assertEquals(provider.info().features(), variant.info().features());
      assertEquals(provider.info().actions(), variant.info().actions());
      try (Pong game = (Pong) variant.create()) {
        assertEquals(variant.info(), game.info());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> provider.variant("middling"));
  }

  @Test
  void aWrongActionChangesNothing() {
    try (Pong game = game("duel")) {
      game.reset(1);
      assertThrows(IllegalArgumentException.class, () -> game.tick(new int[] {Pong.UP, 3}));
      assertEquals(0, game.court().paddle(0));
      assertEquals(30, game.court().pause());
    }
  }

  @Test
  void aClosedGameCannotBePlayed() {
    Pong game = game("");
    game.reset(1);
    game.close();
    assertThrows(IllegalStateException.class, () -> game.tick(new int[1]));
  }

  @Test
  void theExpertSitsOnEitherSideOfADuel() {
    GameProvider duel = new PongProvider().variant("duel");
    try (Pong game = (Pong) duel.create()) {
      Rng rng = new Rng(11);
      for (int player = 0; player < 2; player++) {
        Expert expert = duel.expert(game, player);
        int lost = 0;
        for (int seed = 0; seed < 20; seed++) {
          game.reset(seed);
          int[] actions = new int[2];
          while (!game.terminated()) {
            actions[player] = expert.act();
            actions[1 - player] = rng.nextInt(3);
            game.tick(actions);
            lost += game.reward(player) < 0 ? 1 : 0;
          }
          assertEquals(1, game.reward(player), "seed " + seed);
        }
        assertEquals(0, lost, "points lost as player " + player);
      }
    }
  }

  /** The plain game, or a variant of it. */
  static Pong game(String variant) {
    GameProvider provider = new PongProvider();
    return (Pong) (variant.isEmpty() ? provider : provider.variant(variant)).create();
  }
}
