package ludus.games.tabular;

import java.util.List;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import ludus.core.mdp.GridLayout;

/**
 * A corridor of ten cells with two pits, which is walked by stepping one cell to the right or
 * jumping two.
 *
 * <p>An episode begins in cell 0 and ends in cell 9; a jump from cell 8 lands there too. Cells 3
 * and 6 are pits. Landing in a pit earns −10, and one goes on from it with the next action like
 * from any other cell; landing in cell 9 earns 10; landing elsewhere earns −1. In cell 0 both
 * actions earn the same, yet only the jump begins the best way, 0 2 4 5 7 9, which earns 6 in all.
 */
final class Corridor {
  static final int CELLS = 10;
  static final int STEP = 0;
  static final int JUMP = 1;

  private static final String CORRIDOR = "S..X..X..G";

  private Corridor() {}

  static FiniteMdp mdp() {
    FiniteMdpBuilder world =
        FiniteMdp.builder(
            "corridor",
            Moves.count(CELLS).stream().map(cell -> "cell " + cell).toList(),
            List.of("right", "jump"));
    int end = CELLS - 1;
    for (int cell = 0; cell < end; cell++) {
      for (int action = STEP; action <= JUMP; action++) {
        int next = Math.min(cell + (action == JUMP ? 2 : 1), end);
        world.outcome(cell, action, next, next == end ? 10 : pit(next) ? -10 : -1);
      }
    }
    return world
        .start(0, 1)
        .terminal(end)
        .layout(
            GridLayout.of(
                1, CELLS, Moves.count(CELLS), List.of(GridLayout.RIGHT, GridLayout.RIGHT)))
        .build();
  }

  private static boolean pit(int cell) {
    return CORRIDOR.charAt(cell) == WorldMap.PIT;
  }

  /** How it is drawn. */
  static WorldMap map() {
    return new WorldMap(List.of(CORRIDOR));
  }
}
