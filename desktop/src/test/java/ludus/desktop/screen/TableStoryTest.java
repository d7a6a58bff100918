package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameCatalog;
import ludus.core.mdp.SmallWorld;
import ludus.core.mdp.ValueMap;
import ludus.desktop.screen.Keyboard.Key;
import org.junit.jupiter.api.Test;

class TableStoryTest {
  private final SmallWorld cliff = (SmallWorld) GameCatalog.load().find("cliff");
  private long mark;

  @Test
  void aTableGrowsUntilItsGreedyWayLeadsToTheEnd() {
    TableScreen table = new TableScreen(cliff, "q-learning", 1, Speed.MAX);
    new Story(table)
        .until("the way leads to the end", () -> table.map().pathEnds())
        .tap(Key.SPACE, "pause", table::paused)
        .check(() -> mark = table.study().steps())
        .tap(Key.PERIOD, "one step", () -> table.study().steps() == mark + 1)
        .check(() -> assertEquals(ValueMap.of(cliff.mdp(), table.study().q()), table.map()))
        .tap(Key.R, "anew", () -> table.study().steps() == 0)
        .tap(Key.DOWN, "another algorithm", () -> !table.study().algorithm().equals("q-learning"))
        .tap(Key.UP, "the first again", () -> table.study().algorithm().equals("q-learning"))
        .check(() -> assertTrue(table.paused()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }
}
