package ludus.core.mdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueMapTest {
  /** Three cells in a row of four, the last of them the end; the fourth is a wall. */
  private static FiniteMdp row() {
    return FiniteMdp.builder("row", List.of("a", "b", "end"), List.of("left", "right"))
        .outcome(0, 0, 0, -1)
        .outcome(0, 1, 1, -1)
        .outcome(1, 0, 0, -1)
        .outcome(1, 1, 2, -1)
        .start(0, 1)
        .terminal(2)
        .layout(GridLayout.of(1, 4, List.of(0, 1, 2), List.of(GridLayout.LEFT, GridLayout.RIGHT)))
        .build();
  }

  @Test
  void theValueOfAStateIsThatOfItsBestAction() {
    ValueMap map = ValueMap.of(row(), new double[][] {{-3, -2}, {-3, -1}, {9, 9}});
    assertEquals(-2, map.spots().get(0).value());
    assertEquals(List.of(1), map.spots().get(0).greedy());
    assertEquals(-2, map.low());
    assertEquals(-1, map.high());
    assertEquals(0, map.share(-5));
    assertEquals(0.5, map.share(-1.5));
    assertEquals(0, map.spots().get(2).value(), "an end is worth nothing");
    assertTrue(map.spots().get(2).greedy().isEmpty());
    assertTrue(map.at(0, 3).isEmpty(), "a wall is no state");
  }

  @Test
  void thePathIsTheGreedyWayToTheEndOrIntoACircle() {
    ValueMap there = ValueMap.of(row(), new double[][] {{-3, -2}, {-3, -1}, {0, 0}});
    assertEquals(List.of(0, 1, 2), there.path());
    assertTrue(there.pathEnds());
    ValueMap round = ValueMap.of(row(), new double[][] {{-3, -2}, {0, -1}, {0, 0}});
    assertEquals(List.of(0, 1, 0), round.path());
    assertFalse(round.pathEnds());
  }

  @Test
  void equalsAreAllGreedy() {
    ValueMap map = ValueMap.of(row(), new double[][] {{-2, -2 + 1e-9}, {-3, -1}, {0, 0}});
    assertEquals(List.of(0, 1), map.spots().get(0).greedy());
  }

  @Test
  void anArrowTurnsWithTheHeading() {
    FiniteMdp mdp =
        FiniteMdp.builder("turner", List.of("east", "end"), List.of("turn", "ahead"))
            .outcome(0, 0, 0, -1)
            .outcome(0, 1, 1, -1)
            .start(0, 1)
            .terminal(1)
            .layout(
                new GridLayout(
                    1,
                    2,
                    List.of(0, 1),
                    List.of(GridLayout.RIGHT, GridLayout.RIGHT),
                    List.of(GridLayout.NONE, GridLayout.UP)))
            .build();
    ValueMap map = ValueMap.of(mdp, new double[2][2]);
    assertEquals(List.of(GridLayout.NONE, GridLayout.RIGHT), map.spots().get(0).arrows());
  }

  @Test
  void aTableOfAnotherSizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ValueMap.of(row(), new double[2][2]));
    assertThrows(IllegalArgumentException.class, () -> ValueMap.of(row(), new double[3][1]));
  }
}
