package ludus.games.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MazeLevelTest {
  private static final String CLASSIC = new MazeShelf().level("classic").text();

  /** The classic level with one character changed; line and column from 1. */
  private static String with(int line, int column, char c) {
    StringBuilder text = new StringBuilder(CLASSIC);
    text.setCharAt((line - 1) * 22 + column - 1, c);
    return text.toString();
  }

  private static void refused(int line, int column, String why, String text) {
    MazeLevelException e =
        assertThrows(MazeLevelException.class, () -> MazeLevel.parse("level", text));
    assertEquals(line + ":" + column, e.line() + ":" + e.column(), e.getMessage());
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertTrue(
        e.getMessage().startsWith("level, line %d, column %d: ".formatted(line, column)),
        e.getMessage());
  }

  @Test
  void anUnknownCharacterIsRefused() {
    refused(2, 4, "'x' is unknown", with(2, 4, 'x'));
    refused(20, 2, "U+0009 is unknown", with(20, 2, '\t'));
    refused(4, 8, "U+00E4 is unknown", with(4, 8, 'ä'));
  }

  @Test
  void aWrongSizeIsRefused() {
    refused(1, 1, "0 lines", "");
    refused(2, 1, "1 lines", "#####################\n");
    refused(21, 1, "20 lines", CLASSIC.substring(0, 22 * 20));
    refused(22, 1, "22 lines", CLASSIC + "#####################\n");
    refused(5, 21, "20 characters", new StringBuilder(CLASSIC).deleteCharAt(22 * 4 + 3).toString());
    refused(5, 22, "22 characters", new StringBuilder(CLASSIC).insert(22 * 4, '#').toString());
    refused(7, 1, "0 characters", new StringBuilder(CLASSIC).insert(22 * 6, '\n').toString());
  }

  @Test
  void anOpenBorderIsRefused() {
    refused(1, 6, "border", with(1, 6, ' '));
    refused(6, 1, "border", with(6, 1, ' '));
    refused(6, 21, "border", with(6, 21, '.'));
    refused(21, 2, "border", with(21, 2, '='));
  }

  @Test
  void anOpenCornerOrAPipInAPassageIsRefused() {
    refused(3, 3, "corner", with(3, 3, ' '));
    refused(2, 3, "passage", with(2, 3, '.'));
    refused(2, 2, "door fills a room", with(2, 2, '='));
  }

  @Test
  void aLevelNeedsOneStart() {
    refused(1, 1, "no start", CLASSIC.replace('P', '.'));
    refused(20, 2, "second start", with(20, 2, 'P'));
  }

  @Test
  void oneFruitIsEnough() {
    refused(20, 2, "second place", with(20, 2, 'F'));
    int pips = MazeLevel.parse("x", CLASSIC).pips();
    assertEquals(pips + 1, MazeLevel.parse("x", CLASSIC.replace('F', '.')).pips());
  }

  @Test
  void aLevelNeedsSomethingToEat() {
    refused(1, 1, "nothing to eat", CLASSIC.replace('.', ' ').replace('o', ' '));
  }

  @Test
  void theDenIsOneToFourRoomsBehindADoor() {
    refused(1, 1, "no den", CLASSIC.replace('G', '.').replace('=', '#'));
    refused(12, 12, "fifth room", with(10, 8, 'G'));
    refused(10, 10, "no way leads out", CLASSIC.replace('=', '#'));
    refused(10, 9, "the den is open", with(10, 9, ' '));
    refused(3, 2, "does not lead out of the den", with(3, 2, '='));
    refused(10, 11, "does not lead out of the den", with(10, 11, '='));
  }

  @Test
  void whatCannotBeReachedIsRefused() {
    // The lower left corner room, cut off on both sides.
    String cut = with(20, 3, '#');
    StringBuilder both = new StringBuilder(cut);
    both.setCharAt(22 * 18 + 1, '#');
    refused(20, 2, "this pip cannot be reached", both.toString());
    both.setCharAt(22 * 19 + 1, ' ');
    refused(20, 2, "this room cannot be reached", both.toString());
    both.setCharAt(22 * 19 + 1, '#');
    assertEquals(
        MazeLevel.parse("x", CLASSIC).pips() - 1, MazeLevel.parse("x", both.toString()).pips());
  }

  @Test
  void aPassageIntoStoneIsRefused() {
    refused(4, 3, "solid stone", with(4, 3, ' '));
  }

  @Test
  void remarksLineEndingsAndTrailingBlanksDoNotMatter() {
    String dressed = "\uFEFF; A remark\r\n" + CLASSIC.replace("\n", "  \r\n") + "; end\r\n\r\n";
    assertEquals(CLASSIC, MazeLevel.parse("x", dressed).text());
    // A remark counts for the place of a mistake.
    refused(3, 4, "'x' is unknown", "; A remark\n" + with(2, 4, 'x'));
  }

  @Test
  void everyLevelOnTheShelfIsPlayableAndReadsAsItIsWritten() {
    MazeShelf shelf = new MazeShelf();
    assertTrue(shelf.levels("train").size() >= 5);
    assertTrue(shelf.levels("test").size() >= 3);
    Set<String> texts = new HashSet<>();
    for (String name : shelf.names()) {
      MazeLevel level = shelf.level(name);
      assertEquals(level.text(), MazeLevel.parse(name, level.text()).text());
      assertTrue(texts.add(level.text()), name + " is there twice");
      assertTrue(level.pips() > 60, name);
    }
  }

  @Test
  void generatedLevelsAreConnectedSymmetricAndWithoutDeadEnds() {
    MazeGenerator generator = new MazeGenerator();
    MazeLevel level = new MazeLevel();
    for (int seed = 0; seed < 500; seed++) {
      MazeGenerator.Split split = MazeGenerator.Split.values()[seed % 2];
      generator.generate(seed, split, level);
      assertEquals(split, MazeGenerator.splitOf(level));
      // The parser checks that everything is reachable.
      MazeLevel parsed = MazeLevel.parse("generated", level.text());
      assertEquals(level.text(), parsed.text());
      assertEquals(94, level.pips());
      for (int room = 0; room < MazeLevel.ROOMS; room++) {
        int mirror = room / 10 * 10 + 9 - room % 10;
        int exits = level.exits(room);
        int mirrored = exits & 3 | (exits & 4) << 1 | (exits & 8) >> 1;
        assertEquals(mirrored, level.exits(mirror), "seed " + seed);
        assertTrue(level.isDen(room) || Integer.bitCount(exits) >= 2, "a dead end");
      }
      if (seed < 50) {
        assertEquals(0, bridges(level), "seed " + seed);
      }
    }
  }

  /** Passages whose loss would cut the maze in two, counted by trying each. */
  private static int bridges(MazeLevel level) {
    int bridges = 0;
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      for (int h = Heading.DOWN; h <= Heading.RIGHT; h += 2) {
        if (!level.isDen(room) && Heading.has(level.exits(room), h)) {
          bridges += connected(level, room, Heading.step(room, h)) ? 0 : 1;
        }
      }
    }
    return bridges;
  }

  /** Whether there is a way between neighbours other than the passage between them. */
  private static boolean connected(MazeLevel level, int from, int to) {
    Set<Integer> seen = new HashSet<>(List.of(from));
    List<Integer> queue = new ArrayList<>(List.of(from));
    while (!queue.isEmpty()) {
      int room = queue.remove(queue.size() - 1);
      for (int h = 0; h < Heading.COUNT; h++) {
        if (Heading.has(level.exits(room), h)) {
          int next = Heading.step(room, h);
          if (!(room == from && next == to) && seen.add(next)) {
            queue.add(next);
          }
        }
      }
    }
    return seen.contains(to);
  }

  @Test
  void aSeedAlwaysMakesTheSameLevel() {
    MazeLevel a = new MazeLevel();
    MazeLevel b = new MazeLevel();
    MazeGenerator used = new MazeGenerator();
    for (int seed = 0; seed < 20; seed++) {
      used.generate(seed, MazeGenerator.Split.TRAINING, a);
      new MazeGenerator().generate(seed, MazeGenerator.Split.TRAINING, b);
      assertEquals(a.text(), b.text());
    }
    used.generate(99, MazeGenerator.Split.TRAINING, b);
    assertFalse(a.text().equals(b.text()));
  }

  @Test
  void distancesAreThoseOfTheShortestWays() {
    MazeLevel level = new MazeShelf().level("rings");
    // Along the outer ring from corner to corner, and into the second ring by its gap.
    assertEquals(9, level.routes().distance(0, 9));
    assertEquals(18, level.routes().distance(0, 99));
    assertEquals(3, level.routes().distance(0, 12));
    assertEquals(MazeRoutes.FAR, level.routes().distance(0, 44));
    assertEquals(1, level.routes().homeSteps(34));
    assertEquals(Heading.DOWN, level.routes().homeward(34));
    assertEquals(2, level.routes().outSteps(54));
    assertEquals(Heading.UP, level.routes().outward(54));
  }
}
