package ludus.games.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import ludus.core.draw.PixelCanvas;
import org.junit.jupiter.api.Test;

/** What must be seen in an agent's frame. */
class MazePictureTest {
  private final MazeLevel level = new MazeShelf().level("classic");
  private final MazeWorld world = new MazeWorld();
  private final MazePicture picture = new MazePicture(world, MazePicture.View.ABOVE);
  private final MazePicture mine = new MazePicture(world, MazePicture.View.PLAYER);

  MazePictureTest() {
    world.begin(level, 1);
    picture.show(level);
    mine.show(level);
  }

  private byte[] frame() {
    return frame(picture);
  }

  private static byte[] frame(MazePicture picture) {
    PixelCanvas canvas = new PixelCanvas();
    picture.draw(canvas);
    return canvas.pixels();
  }

  /** The 6 × 6 pixels of a room, as a text. */
  private static String room(byte[] frame, int room) {
    StringBuilder pixels = new StringBuilder();
    for (int y = 0; y < 6; y++) {
      for (int x = 0; x < 6; x++) {
        pixels.append((char) ('!' + grey(frame, room, x, y)));
      }
    }
    return pixels.toString();
  }

  private static int grey(byte[] frame, int room, int x, int y) {
    return frame[(3 + room / 10 * 8 + y) * 84 + 3 + room % 10 * 8 + x] & 0xFF;
  }

  private Ghost ghost(int i, int room) {
    Ghost ghost = world.ghost(i);
    ghost.stand(room);
    ghost.heading = Heading.LEFT;
    ghost.state = Ghost.State.OUT;
    return ghost;
  }

  @Test
  void whatAnAgentMustTellApartLooksDifferent() {
    Set<String> looks = new HashSet<>();
    int room = 22;
    looks.add(room(frame(), room)); // a pip
    looks.add(room(frame(), level.start())); // the player
    looks.add(room(frame(), 10)); // a power pip
    for (int i = 0; i < 4; i++) {
      Ghost ghost = ghost(i, room);
      looks.add(room(frame(), room));
      ghost.stand(0);
    }
    Ghost ghost = ghost(0, room);
    ghost.eaten();
    looks.add(room(frame(), room));
    assertEquals(8, looks.size());
  }

  @Test
  void aFrightenedGhostShowsAndFlashesNearTheEnd() {
    Ghost ghost = ghost(0, 22);
    String calm = room(frame(), 22);
    world.clock().frighten();
    ghost.frightened = true;
    Set<String> early = new HashSet<>();
    Set<String> late = new HashSet<>();
    // Every eighth tick, as an agent sees it.
    while (world.clock().fright() > 0) {
      (world.clock().fright() > GhostClock.WARNING ? early : late).add(room(frame(), 22));
      for (int i = 0; i < 8; i++) {
        world.clock().tick();
      }
    }
    assertEquals(1, early.size(), "steady at first");
    assertEquals(2, late.size(), "then flashing");
    assertTrue(!early.contains(calm) && !late.contains(calm));
  }

  @Test
  void theGhostsAreDarkerThanThePlayerAndBrighterThanWalls() {
    int[] brightest = new int[4];
    for (int i = 0; i < 4; i++) {
      ghost(i, 22 + i);
      byte[] frame = frame();
      for (int p = 0; p < 36; p++) {
        brightest[i] = Math.max(brightest[i], grey(frame, 22 + i, p % 6, p / 6));
      }
    }
    int wall = frame()[84 * 40 + 1] & 0xFF;
    for (int i = 0; i < 4; i++) {
      assertTrue(brightest[i] > wall + 30 && brightest[i] < 255 - 30);
      for (int j = 0; j < i; j++) {
        assertTrue(Math.abs(brightest[i] - brightest[j]) >= 25);
      }
    }
  }

  @Test
  void aPipIsTwoByTwoWholePixels() {
    byte[] frame = frame();
    int bright = 0;
    for (int p = 0; p < 36; p++) {
      int grey = grey(frame, 22, p % 6, p / 6);
      assertTrue(grey == 0 || grey >= 200);
      bright += grey >= 200 ? 1 : 0;
    }
    assertEquals(4, bright);
  }

  @Test
  void theMouthTellsTheWish() {
    Set<String> looks = new HashSet<>();
    for (int wish = Heading.NONE; wish < Heading.COUNT; wish++) {
      world.player().wish = wish;
      looks.add(room(frame(), level.start()));
    }
    assertEquals(5, looks.size());
  }

  @Test
  void theBordersTellTheTimeAndTheLives() {
    byte[] scatter = frame();
    for (int tick = 0; tick < 210; tick++) {
      world.clock().tick();
    }
    byte[] half = frame();
    assertEquals(scatter[84 + 10], half[84 + 10]);
    assertTrue(scatter[84 + 70] != half[84 + 70], "half of the time is over");
    for (int tick = 0; tick < 210; tick++) {
      world.clock().tick();
    }
    assertTrue(half[84 + 10] != frame()[84 + 10], "they hunt now");
    assertEquals(255, frame()[81 * 84 + 5] & 0xFF, "a second life");
    assertEquals(255, frame()[81 * 84 + 13] & 0xFF, "a third life");
    assertTrue((frame()[81 * 84 + 21] & 0xFF) < 255);
  }

  /** Whatever room the player is in, each other is seen where the torus puts it. */
  @Test
  void seenFromThePlayerAllOfTheMazeGoesRoundIt() {
    ghost(0, 22);
    ghost(1, 77);
    for (int place = 0; place < MazeLevel.ROOMS; place++) {
      world.player().stand(place);
      byte[] still = frame();
      byte[] moving = frame(mine);
      int seen = 0;
      for (int y = 3; y < 81; y++) {
        for (int x = 0; x < 84; x++) {
          int mazeX = Math.floorMod(x - 42 + place % 10 * 8 + 5, 80);
          int mazeY = Math.floorMod(y - 42 + place / 10 * 8 + 5, 80);
          // The borders have a shade of their own and carry the clock and the lives from above.
          if (mazeX > 1 && mazeY > 1) {
            assertEquals(still[(mazeY + 1) * 84 + mazeX + 1], moving[y * 84 + x]);
            seen++;
          }
        }
      }
      assertTrue(seen > 5900);
    }
  }

  @Test
  void seenFromThePlayerItMovesByFractionsOfAPixelToo() {
    world.player().stand(level.start());
    byte[] before = frame(mine);
    world.player().heading = Heading.LEFT;
    world.player().progress = 4;
    byte[] after = frame(mine);
    int moved = 0;
    for (int i = 0; i < before.length; i++) {
      moved += before[i] != after[i] ? 1 : 0;
    }
    assertTrue(moved > 300, moved + " pixels");
    assertEquals(before[42 * 84 + 42], after[42 * 84 + 42]);
  }

  @Test
  void theEdgesTellTheTimeAndTheLivesWhereverThePlayerIs() {
    for (int room : new int[] {0, 45, 99}) {
      world.player().stand(room);
      byte[] frame = frame(mine);
      assertEquals(140, frame[70] & 0xFF, "the clock, in the green of scattering");
      assertEquals(255, frame[83 * 84 + 5] & 0xFF, "a second life");
      assertEquals(255, frame[83 * 84 + 13] & 0xFF, "a third life");
      assertEquals(0, frame[83 * 84 + 21] & 0xFF);
    }
  }
}
