package ludus.games.maze;

import ludus.core.draw.Canvas;
import ludus.core.draw.Shade;

/**
 * The walls of a level as few rectangles, found once a level and drawn every frame. Walls in a row
 * make one rectangle, and so do rooms of solid stone. All lie on whole pixels.
 */
final class MazeWalls {
  private static final int SIDE = MazeLevel.SIDE;
  private static final int LINES = SIDE + 1;

  private final int margin;
  private final int wall;
  private final int pitch;

  // x, y, width and height of each rectangle. The most: every second wall of all, or every post.
  private final int[] walls = new int[4 * 2 * LINES * LINES];
  private final int[] stones = new int[4 * SIDE * SIDE];
  private final int[] doors = new int[4 * 16];
  private int wallsEnd;
  private int stonesEnd;
  private int doorsEnd;

  /**
   * @param margin empty border of the picture
   * @param wall thickness of walls
   * @param pitch from one wall's side to the same side of the next
   */
  MazeWalls(int margin, int wall, int pitch) {
    this.margin = margin;
    this.wall = wall;
    this.pitch = pitch;
  }

  void build(MazeLevel level) {
    wallsEnd = 0;
    stonesEnd = 0;
    doorsEnd = 0;
    for (int line = 0; line < LINES; line++) {
      addWalls(level, line, true);
      addWalls(level, line, false);
    }
    for (int row = 0; row < SIDE; row++) {
      addStones(level, row);
    }
    addPosts(level);
    addDoors(level);
  }

  /** Adds the walls of one horizontal or vertical line, those without a gap as one. */
  private void addWalls(MazeLevel level, int line, boolean horizontal) {
    int from = -1;
    for (int i = 0; i <= SIDE; i++) {
      boolean closed =
          i < SIDE && (horizontal ? wallAbove(level, i, line) : wallLeft(level, line, i));
      if (closed && from < 0) {
        from = i;
      }
      if (!closed && from >= 0) {
        int length = (i - from) * pitch + wall;
        if (horizontal) {
          wallsEnd = add(walls, wallsEnd, edge(from), edge(line), length, wall);
        } else {
          wallsEnd = add(walls, wallsEnd, edge(line), edge(from), wall, length);
        }
        from = -1;
      }
    }
  }

  /** Whether there is a wall to be seen above a room; row {@value #SIDE} is the lower border. */
  private static boolean wallAbove(MazeLevel level, int column, int row) {
    return row == 0
        || row == SIDE
        || wall(level, row * SIDE + column, Heading.UP, (row - 1) * SIDE + column);
  }

  /** Whether there is a wall to be seen on the left of a room. */
  private static boolean wallLeft(MazeLevel level, int column, int row) {
    return column == 0
        || column == SIDE
        || wall(level, row * SIDE + column, Heading.LEFT, row * SIDE + column - 1);
  }

  private static boolean wall(MazeLevel level, int room, int heading, int other) {
    boolean open = Heading.has(level.exits(room) | level.doors(room), heading);
    return !open && !(level.isSolid(room) && level.isSolid(other));
  }

  private void addStones(MazeLevel level, int row) {
    for (int column = 0; column < SIDE; column++) {
      int from = column;
      while (column < SIDE && level.isSolid(row * SIDE + column)) {
        column++;
      }
      if (column > from) {
        int length = (column - from) * pitch + wall;
        stonesEnd = add(stones, stonesEnd, edge(from), edge(row), length, pitch + wall);
      }
    }
  }

  /** Posts that stand alone. */
  private void addPosts(MazeLevel level) {
    for (int row = 1; row < SIDE; row++) {
      for (int column = 1; column < SIDE; column++) {
        int room = row * SIDE + column;
        if (!level.isSolid(room)
            && !level.isDen(room)
            && !wallAbove(level, column, row)
            && !wallAbove(level, column - 1, row)
            && !wallLeft(level, column, row)
            && !wallLeft(level, column, row - 1)) {
          wallsEnd = add(walls, wallsEnd, edge(column), edge(row), wall, wall);
        }
      }
    }
  }

  private void addDoors(MazeLevel level) {
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      int x = edge(room % SIDE);
      int y = edge(room / SIDE);
      if (Heading.has(level.doors(room), Heading.UP)) {
        doorsEnd = add(doors, doorsEnd, x + wall, y, pitch - wall, wall);
      }
      if (Heading.has(level.doors(room), Heading.LEFT)) {
        doorsEnd = add(doors, doorsEnd, x, y + wall, wall, pitch - wall);
      }
    }
  }

  private int edge(int line) {
    return margin + line * pitch;
  }

  private static int add(int[] to, int end, int x, int y, int width, int height) {
    to[end] = x;
    to[end + 1] = y;
    to[end + 2] = width;
    to[end + 3] = height;
    return end + 4;
  }

  void draw(Canvas canvas, Shade stone, Shade wall, Shade door) {
    draw(canvas, stones, stonesEnd, stone);
    draw(canvas, walls, wallsEnd, wall);
    draw(canvas, doors, doorsEnd, door);
  }

  private static void draw(Canvas canvas, int[] rectangles, int end, Shade shade) {
    for (int i = 0; i < end; i += 4) {
      canvas.rectangle(
          rectangles[i], rectangles[i + 1], rectangles[i + 2], rectangles[i + 3], shade);
    }
  }
}
