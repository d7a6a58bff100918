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
  private final MazePicture picture = new MazePicture(world);

  MazePictureTest() {
    world.begin(level, 1);
    picture.show(level);
  }

  private byte[] frame() {
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
}
