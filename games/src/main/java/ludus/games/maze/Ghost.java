package ludus.games.maze;

import ludus.core.random.Rng;

/**
 * One ghost. Outside of the den it never turns back of its own will; at every room it takes, of the
 * other ways, the one whose next room lies nearest to its target in a straight line (up, down,
 * left, right where two are equal). Its {@link Mind} chooses the target.
 */
final class Ghost extends Walker {
  /** What a ghost is after while the ghosts hunt; while they scatter each goes to its corner. */
  enum Mind {
    /** Goes for the room where the player is. */
    CHASER(9, 0, 0),
    /** Goes for the third room ahead of the player. */
    AMBUSHER(0, 0, 120),
    /** Goes for the player from afar, and for its own corner when within four rooms. */
    SHY(0, 9, 300),
    /** Turns at random. */
    WANDERER(9, 9, 480);

    /** The corner where it scatters. */
    final int cornerColumn;

    final int cornerRow;

    /** Ticks that it waits in the den at the beginning of a life. */
    final int wait;

    Mind(int cornerColumn, int cornerRow, int wait) {
      this.cornerColumn = cornerColumn;
      this.cornerRow = cornerRow;
      this.wait = wait;
    }
  }

  /** Where a ghost is in its life. */
  enum State {
    /** In the den, until its time comes. */
    WAITING,
    /** On its way out of the den. */
    LEAVING,
    /** In the maze. */
    OUT,
    /** Eaten: a pair of eyes on its way home. */
    EATEN
  }

  /** Steps a tick. */
  static final int LEAVING_SPEED = 8;

  static final int SPEED = 12;
  static final int FRIGHTENED_SPEED = 8;
  static final int EATEN_SPEED = 32;

  private static final int AHEAD = 3;
  private static final int SHYNESS = 4;

  final Mind mind;
  State state;
  boolean frightened;
  int wait;

  Ghost(Mind mind) {
    this.mind = mind;
  }

  /** Waits in its room of the den. */
  void begin(MazeLevel level) {
    stand(level.denRoom(mind.ordinal()));
    state = State.WAITING;
    frightened = false;
    wait = mind.wait;
  }

  /** Becomes the same as another ghost of the same mind. */
  void copy(Ghost other) {
    copyPlace(other);
    state = other.state;
    frightened = other.frightened;
    wait = other.wait;
  }

  /** Whether it would take the player's life on contact. */
  boolean hunts() {
    return state == State.OUT && !frightened;
  }

  /** Whether the player may eat it. */
  boolean isPrey() {
    return state == State.OUT && frightened;
  }

  /** A power pip was eaten. */
  void frighten() {
    if (state == State.OUT) {
      frightened = true;
      turnBack();
    }
  }

  void calm() {
    frightened = false;
  }

  /** Turns back because the ghosts change their mind together. */
  void reverse() {
    if (state == State.OUT) {
      turnBack();
    }
  }

  void eaten() {
    state = State.EATEN;
    frightened = false;
  }

  /** Steps that it walks in a tick. */
  int speed() {
    return switch (state) {
      case WAITING -> 0;
      case LEAVING -> LEAVING_SPEED;
      case OUT -> frightened ? FRIGHTENED_SPEED : SPEED;
      case EATEN -> EATEN_SPEED;
    };
  }

  /**
   * Walks for one tick.
   *
   * @param hunting whether the ghosts hunt, not scatter
   * @param order where the chief wants this ghost to turn, or none
   */
  void tick(MazeLevel level, Player player, boolean hunting, int order, Rng rng) {
    if (state == State.WAITING) {
      if (wait > 0) {
        wait--;
        return;
      }
      state = State.LEAVING;
      heading = level.routes().outward(room);
    }
    progress += speed();
    if (progress >= PITCH) {
      progress -= PITCH;
      room = Heading.step(room, heading);
      arrive(level, player, hunting, order, rng);
    }
  }

  private void arrive(MazeLevel level, Player player, boolean hunting, int order, Rng rng) {
    boolean home = level.isDen(room);
    if (state == State.EATEN && home) {
      state = State.LEAVING;
    } else if (state == State.LEAVING && !home) {
      state = State.OUT;
    }
    heading =
        switch (state) {
          case LEAVING -> level.routes().outward(room);
          case EATEN -> level.routes().homeward(room);
          default -> turn(level, player, hunting, order, rng);
        };
  }

  /** Where to go from this room of the maze. */
  private int turn(MazeLevel level, Player player, boolean hunting, int order, Rng rng) {
    int exits = level.exits(room);
    if (order != Heading.NONE && Heading.has(exits, order)) {
      return order;
    }
    int ways = exits & ~Heading.bit(Heading.opposite(heading));
    if (ways == 0) {
      ways = exits;
    }
    if (Integer.bitCount(ways) == 1) {
      return Integer.numberOfTrailingZeros(ways);
    }
    if (frightened || hunting && mind == Mind.WANDERER) {
      return anyOf(ways, rng);
    }
    int column = mind.cornerColumn;
    int row = mind.cornerRow;
    if (hunting) {
      int near = player.nearest();
      int playerColumn = near % MazeLevel.SIDE;
      int playerRow = near / MazeLevel.SIDE;
      if (mind == Mind.AMBUSHER) {
        playerColumn += AHEAD * Heading.dx(player.heading);
        playerRow += AHEAD * Heading.dy(player.heading);
      }
      if (mind != Mind.SHY || square(playerColumn, playerRow, room) > SHYNESS * SHYNESS) {
        column = playerColumn;
        row = playerRow;
      }
    }
    int best = Heading.NONE;
    int least = Integer.MAX_VALUE;
    for (int h = 0; h < Heading.COUNT; h++) {
      if (Heading.has(ways, h)) {
        int square = square(column, row, Heading.step(room, h));
        if (square < least) {
          least = square;
          best = h;
        }
      }
    }
    return best;
  }

  /** The square of the straight distance between a place and a room. */
  private static int square(int column, int row, int room) {
    int dx = column - room % MazeLevel.SIDE;
    int dy = row - room / MazeLevel.SIDE;
    return dx * dx + dy * dy;
  }

  private static int anyOf(int ways, Rng rng) {
    int skip = rng.nextInt(Integer.bitCount(ways));
    for (int i = 0; i < skip; i++) {
      ways &= ways - 1;
    }
    return Integer.numberOfTrailingZeros(ways);
  }
}
