package ludus.games.maze;

import java.util.Arrays;

/**
 * The shortest ways through a level, found once by breadth-first search: between all rooms outside
 * of the den, from everywhere home into the den, and out of the den.
 */
final class MazeRoutes {
  /** A distance that means: there is no way. */
  static final int FAR = 127;

  private static final int ROOMS = MazeLevel.ROOMS;

  private final byte[] distance = new byte[ROOMS * ROOMS];
  private final byte[] homeward = new byte[ROOMS];
  private final byte[] homeSteps = new byte[ROOMS];
  private final byte[] outward = new byte[ROOMS];
  private final byte[] outSteps = new byte[ROOMS];
  private final int[] queue = new int[ROOMS];

  void find(MazeLevel level) {
    for (int room = 0; room < ROOMS; room++) {
      between(level, room);
    }
    denWays(level, homeward, homeSteps, true);
    denWays(level, outward, outSteps, false);
  }

  /** Fills the distances from one room over open passages. */
  private void between(MazeLevel level, int from) {
    int row = from * ROOMS;
    Arrays.fill(distance, row, row + ROOMS, (byte) FAR);
    distance[row + from] = 0;
    queue[0] = from;
    int end = 1;
    for (int head = 0; head < end; head++) {
      int room = queue[head];
      int exits = level.exits(room);
      for (int h = 0; h < Heading.COUNT; h++) {
        if (Heading.has(exits, h)) {
          int next = Heading.step(room, h);
          if (distance[row + next] == FAR) {
            distance[row + next] = (byte) (distance[row + room] + 1);
            queue[end++] = next;
          }
        }
      }
    }
  }

  /** Fills in where a ghost turns, and how many steps it has, to get into the den or out of it. */
  private void denWays(MazeLevel level, byte[] way, byte[] steps, boolean home) {
    Arrays.fill(way, (byte) Heading.NONE);
    Arrays.fill(steps, (byte) FAR);
    int end = 0;
    for (int room = 0; room < ROOMS; room++) {
      if (level.isDen(room) == home && !level.isSolid(room)) {
        steps[room] = 0;
        queue[end++] = room;
      }
    }
    for (int head = 0; head < end; head++) {
      int room = queue[head];
      int exits = level.exits(room) | level.doors(room);
      for (int h = 0; h < Heading.COUNT; h++) {
        if (Heading.has(exits, h)) {
          int next = Heading.step(room, h);
          if (steps[next] == FAR) {
            steps[next] = (byte) (steps[room] + 1);
            way[next] = (byte) Heading.opposite(h);
            queue[end++] = next;
          }
        }
      }
    }
  }

  /** Steps on the shortest way between two rooms outside of the den, or {@link #FAR}. */
  int distance(int from, int to) {
    return distance[from * ROOMS + to];
  }

  /** Where to turn for the den; none in it. */
  int homeward(int room) {
    return homeward[room];
  }

  /** Steps to the nearest room of the den. */
  int homeSteps(int room) {
    return homeSteps[room];
  }

  /** Where to turn in the den to get out; none outside. */
  int outward(int room) {
    return outward[room];
  }

  /** Steps from a room of the den to the first room outside. */
  int outSteps(int room) {
    return outSteps[room];
  }
}
