package ludus.games.tabular;

import java.util.List;

/**
 * A small world as a person draws it with letters: {@code .} floor, {@code S} start, {@code G}
 * goal, {@code X} pit, {@code A} and {@code B} teleports, {@code a} and {@code b} where they lead.
 */
record WorldMap(List<String> lines) {
  static final char PIT = 'X';

  int rows() {
    return lines.size();
  }

  int columns() {
    return lines.get(0).length();
  }

  char kind(int row, int column) {
    return lines.get(row).charAt(column);
  }

  /** The cell of this kind, or −1. */
  int find(char kind) {
    for (int cell = 0; cell < rows() * columns(); cell++) {
      if (kind(cell / columns(), cell % columns()) == kind) {
        return cell;
      }
    }
    return -1;
  }
}
