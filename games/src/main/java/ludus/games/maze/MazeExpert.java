package ludus.games.maze;

import ludus.core.game.Expert;

/**
 * Plays by looking ahead: at every room it tries the ways of up to {@value #DEPTH} rooms in copies
 * of the game (with dice of its own, so that it does not know what the ghosts do at random) and
 * takes the one that earns most, what comes later counting less. A lost life counts more than it
 * costs, and power pips are kept for when ghosts are near enough to be eaten. Where the ways end,
 * the distance to the nearest pip decides.
 */
final class MazeExpert implements Expert {
  private static final int DEPTH = 12;

  /** How many ways it tries at most: where there are many crossings it sees less far. */
  private static final int WAYS = 100;

  /** What a gain is worth one tick later. */
  private static final double FADE = 0.995;

  private static final int LONGEST = (DEPTH + 1) * Walker.PITCH / Player.SPEED + 1;

  /** What a lost life costs beyond its reward, and what a cleared level earns. */
  private static final double LIFE = -2000;

  private static final double CLEARED = 500;

  /** What a power pip costs that frightens nobody who is eaten. */
  private static final double WASTE = -60;

  private static final double NEAREST_PIP = 10;
  private static final double NEAREST_FADE = 0.96;

  private final MazeWorld world;
  private final MazeWorld[] copies = new MazeWorld[DEPTH + 1];
  private final double[] fade = new double[LONGEST + 1];
  private final double[] nearestFade = new double[MazeRoutes.FAR + 1];

  // The last decision: on which way the player is, and which exit to take at its end.
  private int plannedRoom = -1;
  private int plannedHeading;
  private int plannedExit;
  private int bestExit;

  MazeExpert(MazeWorld world) {
    this.world = world;
    for (int i = 0; i < copies.length; i++) {
      copies[i] = new MazeWorld();
    }
    fill(fade, FADE);
    fill(nearestFade, NEAREST_FADE);
  }

  private static void fill(double[] powers, double base) {
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * base;
    }
  }

  @Override
  public int act() {
    Player player = world.player();
    if (world.pause() > 0) {
      return Maze.STAY;
    }
    if (player.progress == 0) {
      decideInRoom(player);
      return plannedHeading + 1;
    }
    if (player.room != plannedRoom || player.heading != plannedHeading) {
      decideOnTheWay(player);
    }
    // A wish to turn back would not wait for the room.
    return (plannedExit == Heading.opposite(player.heading) ? plannedHeading : plannedExit) + 1;
  }

  private void decideInRoom(Player player) {
    plannedRoom = player.room;
    double best = Double.NEGATIVE_INFINITY;
    int exits = world.level().exits(player.room);
    for (int h = 0; h < Heading.COUNT; h++) {
      if (Heading.has(exits, h)) {
        double value = follow(world, h, 0, 0, WAYS);
        if (value > best) {
          best = value;
          plannedHeading = h;
          plannedExit = bestExit;
        }
      }
    }
  }

  private void decideOnTheWay(Player player) {
    double on = follow(world, player.heading, 0, 0, WAYS);
    plannedRoom = player.room;
    plannedHeading = player.heading;
    plannedExit = bestExit;
    if (follow(world, Heading.opposite(player.heading), 0, 0, WAYS) > on + 1) {
      plannedHeading = Heading.opposite(player.heading);
      plannedExit = plannedHeading;
      plannedRoom = player.next();
    }
  }

  /**
   * The worth of going from a world into a direction up to the next room, and then the best way;
   * {@link #bestExit} is where that leaves the next room.
   */
  private double follow(MazeWorld from, int heading, int depth, int ticks, int share) {
    MazeWorld copy = copies[depth];
    copy.copy(from, 31L * depth + ticks);
    int lives = copy.lives();
    int eaten = copy.ghostsEaten();
    int fright = copy.clock().fright();
    double value = 0;
    do {
      copy.tick(heading, Heading.NONE);
      ticks++;
      value += copy.reward() * fade[ticks];
    } while (copy.player().progress != 0 && copy.lives() == lives && !copy.over());
    bestExit = heading;
    if (copy.lives() < lives) {
      return value + LIFE * fade[ticks];
    }
    if (copy.over()) {
      return value + CLEARED * fade[ticks];
    }
    if (copy.clock().fright() > fright && copy.ghostsEaten() == eaten) {
      value += WASTE * fade[ticks];
    }
    if (depth == DEPTH || share == 0) {
      return value + outlook(copy) * fade[ticks];
    }
    int room = copy.player().room;
    int ways = copy.level().exits(room) & ~Heading.bit(Heading.opposite(heading));
    if (ways == 0) {
      ways = copy.level().exits(room);
    }
    int shares = share / Integer.bitCount(ways);
    double best = Double.NEGATIVE_INFINITY;
    int exit = heading;
    for (int h = 0; h < Heading.COUNT; h++) {
      if (Heading.has(ways, h)) {
        double further = follow(copy, h, depth + 1, ticks, shares);
        if (further > best) {
          best = further;
          exit = h;
        }
      }
    }
    bestExit = exit;
    return value + best;
  }

  /** What the end of a way promises: a little for a pip nearby. */
  private double outlook(MazeWorld at) {
    int nearest = MazeRoutes.FAR;
    for (int room = 0; room < MazeLevel.ROOMS; room++) {
      if (at.content(room) != MazeLevel.NOTHING) {
        nearest = Math.min(nearest, at.level().routes().distance(at.player().room, room));
      }
    }
    return NEAREST_PIP * nearestFade[nearest];
  }
}
