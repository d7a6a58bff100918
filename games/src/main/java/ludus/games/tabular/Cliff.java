package ludus.games.tabular;

import java.util.ArrayList;
import java.util.List;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import ludus.core.mdp.GridLayout;

/**
 * The cliff of Sutton and Barto (2018), example 6.6: 4 × 12 cells, the start in the lower left
 * corner, the goal in the lower right, and the cliff between them.
 *
 * <p>Every move earns −1, a move against the edge too, which leads nowhere. A move into the cliff
 * earns −100 and leads back to the start; the episode goes on. It ends at the goal. There is no
 * discount. The ten cells of the cliff are no states, for one is never in them.
 */
final class Cliff {
  static final int ROWS = 4;
  static final int COLUMNS = 12;

  private static final List<String> MAP =
      List.of(
          "............", //
          "............",
          "............",
          "SXXXXXXXXXXG");

  private Cliff() {}

  static FiniteMdp mdp() {
    List<Integer> cells = new ArrayList<>(Moves.count(ROWS * COLUMNS));
    cells.removeIf(cell -> kind(cell) == WorldMap.PIT);
    List<String> names = Moves.cellNames(ROWS, COLUMNS);
    FiniteMdpBuilder world =
        FiniteMdp.builder("cliff", cells.stream().map(names::get).toList(), Moves.COMPASS);
    int start = cells.indexOf((ROWS - 1) * COLUMNS);
    int goal = cells.indexOf(ROWS * COLUMNS - 1);
    for (int state = 0; state < cells.size(); state++) {
      if (state == goal) {
        continue;
      }
      for (int action = 0; action < Moves.COMPASS.size(); action++) {
        int cell = Moves.next(cells.get(state), Moves.DIRECTIONS.get(action), ROWS, COLUMNS);
        if (kind(cell) == WorldMap.PIT) {
          world.outcome(state, action, start, -100);
        } else {
          world.outcome(state, action, cells.indexOf(cell), -1);
        }
      }
    }
    return world
        .start(start, 1)
        .terminal(goal)
        .layout(GridLayout.of(ROWS, COLUMNS, cells, Moves.DIRECTIONS))
        .build();
  }

  private static char kind(int cell) {
    return MAP.get(cell / COLUMNS).charAt(cell % COLUMNS);
  }

  /** How it is drawn. */
  static WorldMap map() {
    return new WorldMap(MAP);
  }
}
