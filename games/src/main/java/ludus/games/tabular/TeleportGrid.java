package ludus.games.tabular;

import java.util.List;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import ludus.core.mdp.GridLayout;

/**
 * The 5 × 5 grid with two teleports of Sutton and Barto (2018), examples 3.5 and 3.8.
 *
 * <p>Every action in A (row 0, column 1) earns 10 and leads to A′ (row 4, column 1), every action
 * in B (row 0, column 3) earns 5 and leads to B′ (row 2, column 3). Elsewhere an action moves by
 * one cell and earns nothing, or against the edge leaves the state as it is and earns −1. The task
 * never ends; the book discounts it with γ = 0.9. An episode begins anywhere, each cell being as
 * likely.
 */
final class TeleportGrid {
  static final int SIZE = 5;
  static final int A = 1;
  static final int A_EXIT = 21;
  static final int B = 3;
  static final int B_EXIT = 13;

  /** The discount of the book. */
  static final double GAMMA = 0.9;

  private TeleportGrid() {}

  static FiniteMdp mdp() {
    FiniteMdpBuilder world =
        FiniteMdp.builder("gridworld", Moves.cellNames(SIZE, SIZE), Moves.COMPASS);
    for (int cell = 0; cell < SIZE * SIZE; cell++) {
      world.start(cell, 1.0 / (SIZE * SIZE));
      for (int action = 0; action < Moves.COMPASS.size(); action++) {
        if (cell == A) {
          world.outcome(cell, action, A_EXIT, 10);
        } else if (cell == B) {
          world.outcome(cell, action, B_EXIT, 5);
        } else {
          int next = Moves.next(cell, Moves.DIRECTIONS.get(action), SIZE, SIZE);
          world.outcome(cell, action, next, next == cell ? -1 : 0);
        }
      }
    }
    return world
        .layout(GridLayout.of(SIZE, SIZE, Moves.count(SIZE * SIZE), Moves.DIRECTIONS))
        .build();
  }

  /** How it is drawn. */
  static WorldMap map() {
    return new WorldMap(
        List.of(
            ".A.B.", //
            ".....", "...b.", ".....", ".a..."));
  }
}
