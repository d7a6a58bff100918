package ludus.games.maze;

/** A text is no playable level; the message, for people, begins with the place to blame. */
public final class MazeLevelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  MazeLevelException(String level, int line, int column, String problem) {
    super("%s, line %d, column %d: %s".formatted(level, line, column, problem));
    this.line = line;
    this.column = column;
  }

  /** The line to blame, counted from 1 with all remarks. */
  public int line() {
    return line;
  }

  /** The column to blame, counted from 1. */
  public int column() {
    return column;
  }
}
