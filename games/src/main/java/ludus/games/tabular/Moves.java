package ludus.games.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import ludus.core.mdp.GridLayout;

/** Steps on a grid whose cells are counted row by row from the upper left. */
final class Moves {
  /** Names of the four actions. */
  static final List<String> COMPASS = List.of("north", "east", "south", "west");

  /** Their directions. */
  static final List<Integer> DIRECTIONS =
      List.of(GridLayout.UP, GridLayout.RIGHT, GridLayout.DOWN, GridLayout.LEFT);

  private Moves() {}

  /** The cell next to this one, or this one itself at the edge. */
  static int next(int cell, int direction, int rows, int columns) {
    int row = cell / columns;
    int column = cell % columns;
    return switch (direction) {
      case GridLayout.UP -> row > 0 ? cell - columns : cell;
      case GridLayout.RIGHT -> column < columns - 1 ? cell + 1 : cell;
      case GridLayout.DOWN -> row < rows - 1 ? cell + columns : cell;
      case GridLayout.LEFT -> column > 0 ? cell - 1 : cell;
      default -> throw new IllegalArgumentException("no direction: " + direction);
    };
  }

  /** "row 0, column 0" and so on. */
  static List<String> cellNames(int rows, int columns) {
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < rows * columns; cell++) {
      names.add("row %d, column %d".formatted(cell / columns, cell % columns));
    }
    return names;
  }

  /** 0, 1, … */
  static List<Integer> count(int n) {
    return IntStream.range(0, n).boxed().toList();
  }
}
