package ludus.core.mdp;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the states of a small world lie on a page, so that values and arrows can be drawn. Cells
 * are counted row by row from the upper left; directions are {@link #UP}, {@link #RIGHT}, {@link
 * #DOWN} and {@link #LEFT}, or {@link #NONE}.
 *
 * @param rows how many rows of cells there are
 * @param columns how many columns
 * @param cells by state: its cell; several states may share one
 * @param headings by state: the direction in which it looks, where a cell has one state for each;
 *     otherwise {@link #NONE}
 * @param moves by action: the direction in which it moves (relative to the heading where states
 *     have one, {@link #UP} being ahead), or {@link #NONE}
 */
public record GridLayout(
    int rows, int columns, List<Integer> cells, List<Integer> headings, List<Integer> moves) {
  public static final int NONE = -1;
  public static final int UP = 0;
  public static final int RIGHT = 1;
  public static final int DOWN = 2;
  public static final int LEFT = 3;

  /**
   * @throws IllegalArgumentException if there is no cell, a cell is outside of the grid, or a
   *     direction does not exist
   */
  public GridLayout {
    cells = List.copyOf(cells);
    headings = List.copyOf(headings);
    moves = List.copyOf(moves);
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("a grid of %d × %d has no cell".formatted(rows, columns));
    }
    if (headings.size() != cells.size()) {
      throw new IllegalArgumentException(
          "%d states want as many headings, got %d".formatted(cells.size(), headings.size()));
    }
    for (int cell : cells) {
      if (cell < 0 || cell >= rows * columns) {
        throw new IllegalArgumentException(
            "a grid of %d × %d has no cell %d".formatted(rows, columns, cell));
      }
    }
    headings.forEach(GridLayout::checkDirection);
    moves.forEach(GridLayout::checkDirection);
  }

  private static void checkDirection(int direction) {
    if (direction < NONE || direction > LEFT) {
      throw new IllegalArgumentException("a direction is -1 to 3, got " + direction);
    }
  }

  /** A grid in which every state has a cell of its own and looks nowhere. */
  public static GridLayout of(int rows, int columns, List<Integer> cells, List<Integer> moves) {
    return new GridLayout(rows, columns, cells, Collections.nCopies(cells.size(), NONE), moves);
  }

  /** All states in one row, and actions without a direction. */
  static GridLayout row(int states, int actions) {
    return of(
        1, states, IntStream.range(0, states).boxed().toList(), Collections.nCopies(actions, NONE));
  }

  /** The row of a state's cell. */
  public int row(int state) {
    return cells.get(state) / columns;
  }

  /** The column of a state's cell. */
  public int column(int state) {
    return cells.get(state) % columns;
  }
}
