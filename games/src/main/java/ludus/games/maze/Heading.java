package ludus.games.maze;

/**
 * The four directions as small numbers: an action less one, a bit in a set of exits, an index into
 * the tables below. Opposites differ in the lowest bit.
 */
final class Heading {
  static final int NONE = -1;
  static final int UP = 0;
  static final int DOWN = 1;
  static final int LEFT = 2;
  static final int RIGHT = 3;

  /** How many there are. */
  static final int COUNT = 4;

  private static final int[] DX = {0, 0, -1, 1};
  private static final int[] DY = {-1, 1, 0, 0};

  private Heading() {}

  /** −1, 0 or 1, growing to the right; 0 for {@link #NONE}. */
  static int dx(int heading) {
    return heading < 0 ? 0 : DX[heading];
  }

  /** −1, 0 or 1, growing downwards; 0 for {@link #NONE}. */
  static int dy(int heading) {
    return heading < 0 ? 0 : DY[heading];
  }

  /** The number of the room next door, which the caller knows to be in the maze. */
  static int step(int room, int heading) {
    return room + DX[heading] + MazeLevel.SIDE * DY[heading];
  }

  static int opposite(int heading) {
    return heading ^ 1;
  }

  /** The set that holds just this heading. */
  static int bit(int heading) {
    return 1 << heading;
  }

  /** Whether a set of headings holds this one. */
  static boolean has(int set, int heading) {
    return (set >> heading & 1) != 0;
  }

  /** Whether the wall of a room in this direction is inside the maze. */
  static boolean inside(int room, int heading) {
    int column = room % MazeLevel.SIDE + DX[heading];
    int row = room / MazeLevel.SIDE + DY[heading];
    return column >= 0 && column < MazeLevel.SIDE && row >= 0 && row < MazeLevel.SIDE;
  }
}
