package ludus.games.robot;

import java.util.Arrays;

/**
 * A square grid with obstacles and a target, and the number of moves from every pose to the target.
 *
 * <p>Cells are counted row by row from the upper left. A <em>pose</em> is 4 · cell + heading, with
 * the headings 0 north (up), 1 east, 2 south, 3 west. The edge of the grid is an obstacle.
 */
final class RobotMap {
  static final int HEADINGS = 4;

  /** What {@link #ahead} says where the way is blocked, and {@link #distance} where none leads. */
  static final int NONE = -1;

  private static final int[] EAST = {0, 1, 0, -1};
  private static final int[] SOUTH = {-1, 0, 1, 0};

  private final int size;
  private final boolean[] obstacle;
  private final int[] distance;
  private final int[] queue;
  private int target;

  /** A grid without obstacles, whose target is the first cell. */
  RobotMap(int size) {
    this.size = size;
    obstacle = new boolean[size * size];
    distance = new int[poses(size)];
    queue = new int[poses(size)];
  }

  /** How many poses a grid of this many rows has, obstacles included. */
  static int poses(int size) {
    return HEADINGS * size * size;
  }

  /** By how many columns a step in this direction leads to the right: −1, 0 or 1. */
  static int east(int heading) {
    return EAST[heading];
  }

  /** By how many rows a step in this direction leads down: −1, 0 or 1. */
  static int south(int heading) {
    return SOUTH[heading];
  }

  /** Removes all obstacles. */
  void clear() {
    Arrays.fill(obstacle, false);
  }

  /** Puts an obstacle there; cells outside of the grid are left alone. */
  void block(int row, int column) {
    if (inside(row, column)) {
      obstacle[row * size + column] = true;
    }
  }

  void target(int cell) {
    target = cell;
  }

  int size() {
    return size;
  }

  int cells() {
    return obstacle.length;
  }

  int target() {
    return target;
  }

  boolean obstacle(int cell) {
    return obstacle[cell];
  }

  /** The cell next to this one in a direction, or {@link #NONE} where the way is blocked. */
  int ahead(int cell, int heading) {
    int row = cell / size + SOUTH[heading];
    int column = cell % size + EAST[heading];
    int next = row * size + column;
    return inside(row, column) && !obstacle[next] ? next : NONE;
  }

  private boolean inside(int row, int column) {
    return row >= 0 && row < size && column >= 0 && column < size;
  }

  /** The pose after an action, which is the same pose after a bump. */
  int next(int pose, int action) {
    int cell = pose / HEADINGS;
    int heading = pose % HEADINGS;
    return switch (action) {
      case Robot.LEFT -> cell * HEADINGS + (heading + 3 & 3);
      case Robot.RIGHT -> cell * HEADINGS + (heading + 1 & 3);
      default -> {
        int ahead = ahead(cell, heading);
        yield ahead == NONE ? pose : ahead * HEADINGS + heading;
      }
    };
  }

  /** Measures all distances anew: breadth first, backwards from the target's four poses. */
  void measure() {
    Arrays.fill(distance, NONE);
    int tail = 0;
    for (int heading = 0; heading < HEADINGS; heading++) {
      tail = reach(target * HEADINGS + heading, 0, tail);
    }
    for (int head = 0; head < tail; head++) {
      int pose = queue[head];
      int cell = pose / HEADINGS;
      int heading = pose % HEADINGS;
      int further = distance[pose] + 1;
      tail = reach(cell * HEADINGS + (heading + 1 & 3), further, tail);
      tail = reach(cell * HEADINGS + (heading + 3 & 3), further, tail);
      int behind = ahead(cell, heading + 2 & 3);
      if (behind != NONE) {
        tail = reach(behind * HEADINGS + heading, further, tail);
      }
    }
  }

  private int reach(int pose, int moves, int tail) {
    if (distance[pose] != NONE) {
      return tail;
    }
    distance[pose] = moves;
    queue[tail] = pose;
    return tail + 1;
  }

  /** The fewest actions that lead from a pose to the target, or {@link #NONE} if none do. */
  int distance(int pose) {
    return distance[pose];
  }
}
