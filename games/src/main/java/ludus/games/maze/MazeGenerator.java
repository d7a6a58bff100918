package ludus.games.maze;

import java.util.Arrays;
import ludus.core.random.Rng;

/**
 * Makes levels from seeds: the right half mirrors the left, every room can be reached, and every
 * passage lies on a loop, so that there are no dead ends and nobody can be shut in by one ghost.
 *
 * <p>A random spanning tree of the left half is joined to its mirror image; then every bridge (a
 * passage whose loss would cut the maze in two) gets a second way round it. A maze without bridges
 * has no dead end, since the passage into a dead end is a bridge.
 *
 * <p>The mazes of the two {@link Split}s never meet: which of them a maze belongs to is a bit of
 * its own layout. After construction it allocates nothing.
 */
final class MazeGenerator {
  /** Generated mazes to learn from, and others to be tested on. */
  enum Split {
    TRAINING,
    TEST
  }

  private static final int SIDE = MazeLevel.SIDE;
  private static final int HALF = SIDE / 2;
  private static final int ROOMS = MazeLevel.ROOMS;
  private static final int DEN_ROW = 4;

  private final Rng rng = new Rng(0);
  private final int[] stack = new int[ROOMS];
  private final boolean[] seen = new boolean[ROOMS];
  private final int[] order = new int[ROOMS];
  private final int[] size = new int[ROOMS];
  private int visited;
  private int bridge;

  /** The level that belongs to a seed and a split, written into {@code level}. */
  void generate(long seed, Split split, MazeLevel level) {
    rng.state(seed);
    do {
      layOut(level);
    } while (splitOf(level) != split);
    furnish(level);
    level.finish();
  }

  /** The split of a maze: a bit of its passages, well mixed. */
  static Split splitOf(MazeLevel level) {
    long hash = 0;
    for (int room = 0; room < ROOMS; room++) {
      hash = 31 * hash + level.exits(room);
    }
    return (Rng.derive(hash, 0) & 1) == 0 ? Split.TRAINING : Split.TEST;
  }

  private void layOut(MazeLevel level) {
    level.begin("generated");
    for (int column = HALF - 1; column <= HALF; column++) {
      level.den(room(column, DEN_ROW));
      level.den(room(column, DEN_ROW + 1));
      level.open(room(column, DEN_ROW), Heading.DOWN);
      level.door(room(column, DEN_ROW), Heading.UP);
    }
    level.open(room(HALF - 1, DEN_ROW), Heading.RIGHT);
    level.open(room(HALF - 1, DEN_ROW + 1), Heading.RIGHT);
    growTree(level);
    level.open(room(HALF - 1, rng.nextInt(DEN_ROW)), Heading.RIGHT);
    level.open(room(HALF - 1, SIDE - 1 - rng.nextInt(DEN_ROW)), Heading.RIGHT);
    while (findBridge(level)) {
      bypass(level);
    }
  }

  private static int room(int column, int row) {
    return row * SIDE + column;
  }

  /** Opens a passage and its mirror image. */
  private static void openBoth(MazeLevel level, int room, int heading) {
    level.open(room, heading);
    int mirrored = heading < Heading.LEFT ? heading : Heading.opposite(heading);
    level.open(room / SIDE * SIDE + SIDE - 1 - room % SIDE, mirrored);
  }

  /** Joins the rooms of the left half by a random depth-first search. */
  private void growTree(MazeLevel level) {
    Arrays.fill(seen, false);
    int top = 0;
    stack[0] = room(rng.nextInt(HALF - 1), rng.nextInt(SIDE));
    seen[stack[0]] = true;
    while (top >= 0) {
      int room = stack[top];
      int chosen = Heading.NONE;
      int candidates = 0;
      for (int h = 0; h < Heading.COUNT; h++) {
        if (Heading.inside(room, h)) {
          int next = Heading.step(room, h);
          if (next % SIDE < HALF && !level.isDen(next) && !seen[next]) {
            chosen = rng.nextInt(++candidates) == 0 ? h : chosen;
          }
        }
      }
      if (chosen == Heading.NONE) {
        top--;
      } else {
        openBoth(level, room, chosen);
        int next = Heading.step(room, chosen);
        seen[next] = true;
        stack[++top] = next;
      }
    }
  }

  /**
   * Finds a bridge by the order in which a depth-first search comes to the rooms (Tarjan 1974), one
   * of those with the fewest rooms behind them on its way; {@link #bridge} is the first room behind
   * it, and the rooms behind are those with orders from its own on, as many as its size.
   */
  private boolean findBridge(MazeLevel level) {
    Arrays.fill(order, 0);
    visited = 0;
    bridge = -1;
    visit(level, 0, Heading.NONE);
    return bridge >= 0;
  }

  /** Returns the earliest order that is reached from this room and those behind it. */
  private int visit(MazeLevel level, int room, int back) {
    order[room] = ++visited;
    size[room] = 1;
    int low = visited;
    for (int h = 0; h < Heading.COUNT; h++) {
      if (h == back || !Heading.has(level.exits(room), h)) {
        continue;
      }
      int next = Heading.step(room, h);
      if (order[next] != 0) {
        low = Math.min(low, order[next]);
        continue;
      }
      int reached = visit(level, next, Heading.opposite(h));
      size[room] += size[next];
      low = Math.min(low, reached);
      if (reached > order[room] && bridge < 0) {
        bridge = next;
      }
    }
    return low;
  }

  /** Opens a second way from the rooms behind the bridge, if possible without a bare post. */
  private void bypass(MazeLevel level) {
    int chosenRoom = -1;
    int chosenHeading = Heading.NONE;
    int candidates = 0;
    boolean bare = true;
    for (int room = 0; room < ROOMS; room++) {
      if (!behindBridge(room)) {
        continue;
      }
      for (int h = 0; h < Heading.COUNT; h++) {
        if (!Heading.inside(room, h) || Heading.has(level.exits(room), h)) {
          continue;
        }
        int next = Heading.step(room, h);
        if (level.isDen(next) || behindBridge(next)) {
          continue;
        }
        boolean bares = baresPost(level, room, h);
        if (bares && !bare) {
          continue;
        }
        if (!bares && bare) {
          bare = false;
          candidates = 0;
        }
        if (rng.nextInt(++candidates) == 0) {
          chosenRoom = room;
          chosenHeading = h;
        }
      }
    }
    openBoth(level, chosenRoom, chosenHeading);
  }

  private boolean behindBridge(int room) {
    return order[room] >= order[bridge] && order[room] < order[bridge] + size[bridge];
  }

  /** Whether opening this passage would leave one of its two posts without a wall. */
  private static boolean baresPost(MazeLevel level, int room, int heading) {
    int side = heading < Heading.LEFT ? Heading.LEFT : Heading.UP;
    return ringIsOpen(level, room, heading, side)
        || ringIsOpen(level, room, heading, Heading.opposite(side));
  }

  /** Whether the other three passages round the post between a heading and a side are open. */
  private static boolean ringIsOpen(MazeLevel level, int room, int heading, int side) {
    return Heading.has(level.exits(room), side)
        && Heading.has(level.exits(Heading.step(room, heading)), side)
        && Heading.has(level.exits(Heading.step(room, side)), heading);
  }

  /** Puts start, pips and four power pips into their rooms. */
  private void furnish(MazeLevel level) {
    for (int room = 0; room < ROOMS; room++) {
      if (!level.isDen(room)) {
        level.put(room, MazeLevel.PIP);
      }
    }
    int upper = rng.nextInt(3);
    int lower = SIDE - 1 - rng.nextInt(3);
    for (int column = 0; column < SIDE; column += SIDE - 1) {
      level.put(room(column, upper), MazeLevel.POWER);
      level.put(room(column, lower), MazeLevel.POWER);
    }
    int start = room(HALF - 1, 7);
    level.put(start, MazeLevel.NOTHING);
    level.start(start);
    level.fruit(room(HALF, 7));
    level.put(room(HALF, 7), MazeLevel.NOTHING);
  }
}
