package ludus.games.breakout;

/**
 * Six rows of nine bricks of 8 × 3 units, one unit apart. Row 0 is the lowest; brick {@code row * 9
 * + column} is a bit of a {@code long}, so that a wall is copied by one assignment.
 */
final class Wall {
  static final int ROWS = 6;
  static final int COLUMNS = 9;
  static final int BRICKS = ROWS * COLUMNS;

  static final int BRICK_WIDTH = 8;
  static final int BRICK_HEIGHT = 3;
  static final int PITCH_X = 9;
  static final int PITCH_Y = 4;

  /** The left edge of column 0 and the upper edge of the highest row. */
  static final int LEFT = 2;

  static final int TOP = 13;

  /** The lower edge of row 0. */
  static final int BOTTOM = TOP + (ROWS - 1) * PITCH_Y + BRICK_HEIGHT;

  private static final long WHOLE = (1L << BRICKS) - 1;

  private long bricks;

  /** Puts every brick in its place. */
  void build() {
    bricks = WHOLE;
  }

  void copy(Wall other) {
    bricks = other.bricks;
  }

  boolean stands(int brick) {
    return (bricks >>> brick & 1) != 0;
  }

  void remove(int brick) {
    bricks &= ~(1L << brick);
  }

  /** Leaves nothing but the given bricks, bit by bit; tests use it. */
  void leave(long only) {
    bricks = only & WHOLE;
  }

  boolean cleared() {
    return bricks == 0;
  }

  /** How many bricks stand. */
  int standing() {
    return Long.bitCount(bricks);
  }

  /** What a brick of a row is worth: 1, 1, 4, 4, 7, 7 from the bottom to the top. */
  static int value(int row) {
    return 1 + 3 * band(row);
  }

  /** Which pair of rows a row belongs to: 0 low, 1 middle, 2 high. */
  static int band(int row) {
    return row / 2;
  }

  static int row(int brick) {
    return brick / COLUMNS;
  }

  /** The left edge of a column. */
  static int x(int column) {
    return LEFT + column * PITCH_X;
  }

  /** The upper edge of a row. */
  static int y(int row) {
    return TOP + (ROWS - 1 - row) * PITCH_Y;
  }
}
