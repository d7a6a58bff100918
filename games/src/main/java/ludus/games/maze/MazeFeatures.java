package ludus.games.maze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ludus.core.game.GameInfo.Feature;

/**
 * The state in numbers, the same for both players. Places are in rooms from the upper left one;
 * headings are −1, 0 or 1 along x and y; distances are counted in rooms along the passages, from
 * the room where the player is or which it comes to next, over its exit in that direction, and are
 * 30 where there is nothing of the kind or it is farther away.
 *
 * <ul>
 *   <li>0–5: the player's column and row, its heading (x, y), its wish (x, y)
 *   <li>6–12: lives left; share of pips left; 1 while the ghosts hunt, 0 while they scatter;
 *       seconds left of this turn (0 for ever); seconds of fright left; what the next ghost is
 *       worth; seconds until the fruit goes (0 without fruit)
 *   <li>13–36, for up, down, left, right: whether there is an exit; distances to the nearest pip,
 *       power pip, hunting ghost, frightened ghost, and the fruit
 *   <li>37–56, for the chaser, the ambusher, the shy one and the wanderer: column, row, heading (x,
 *       y), and 1 if it hunts or scatters, −1 if it is frightened, 0 if it is eaten or in the den
 * </ul>
 */
final class MazeFeatures {
  private static final int MOST = 30;
  private static final float SECOND = Maze.TICKS_PER_SECOND;
  private static final float LAST = MazeLevel.SIDE - 1;

  static final List<Feature> LIST = list();

  private final MazeWorld world;

  MazeFeatures(MazeWorld world) {
    this.world = world;
  }

  private static List<Feature> list() {
    List<Feature> list = new ArrayList<>();
    list.add(new Feature("player column", "rooms", 0, LAST));
    list.add(new Feature("player row", "rooms", 0, LAST));
    for (String what : new String[] {"heading x", "heading y", "wish x", "wish y"}) {
      list.add(new Feature("player " + what, "", -1, 1));
    }
    list.add(new Feature("lives left", "lives", 0, MazeWorld.LIVES));
    list.add(new Feature("pips left", "", 0, 1));
    list.add(new Feature("ghosts hunt", "", 0, 1));
    list.add(new Feature("turn ends in", "s", 0, 20));
    list.add(new Feature("fright ends in", "s", 0, 6));
    list.add(new Feature("next ghost", "reward", 100, 1600));
    list.add(new Feature("fruit goes in", "s", 0, 9));
    for (String way : new String[] {"up", "down", "left", "right"}) {
      list.add(new Feature(way + " open", "", 0, 1));
      for (String what : new String[] {"pip", "power pip", "hunter", "prey", "fruit"}) {
        list.add(new Feature(way + " to " + what, "rooms", 1, MOST));
      }
    }
    for (Ghost.Mind mind : Ghost.Mind.values()) {
      String name = mind.name().toLowerCase(Locale.ROOT);
      list.add(new Feature(name + " column", "rooms", 0, LAST));
      list.add(new Feature(name + " row", "rooms", 0, LAST));
      list.add(new Feature(name + " heading x", "", -1, 1));
      list.add(new Feature(name + " heading y", "", -1, 1));
      list.add(new Feature(name + " danger", "", -1, 1));
    }
    return List.copyOf(list);
  }

  void write(float[] out) {
    Player player = world.player();
    GhostClock clock = world.clock();
    int n = 0;
    out[n++] = (float) player.x() / Walker.PITCH;
    out[n++] = (float) player.y() / Walker.PITCH;
    out[n++] = Heading.dx(player.heading);
    out[n++] = Heading.dy(player.heading);
    out[n++] = Heading.dx(player.wish);
    out[n++] = Heading.dy(player.wish);
    out[n++] = world.lives();
    out[n++] = (float) world.pipsLeft() / world.level().pips();
    out[n++] = clock.hunting() ? 1 : 0;
    out[n++] = clock.left() / SECOND;
    out[n++] = clock.fright() / SECOND;
    out[n++] = world.ghostReward();
    out[n++] = world.fruitLeft() / SECOND;
    int from = player.progress == 0 ? player.room : player.next();
    for (int way = 0; way < Heading.COUNT; way++) {
      n = writeWay(from, way, out, n);
    }
    for (int i = 0; i < world.ghosts(); i++) {
      Ghost ghost = world.ghost(i);
      out[n++] = (float) ghost.x() / Walker.PITCH;
      out[n++] = (float) ghost.y() / Walker.PITCH;
      out[n++] = Heading.dx(ghost.heading);
      out[n++] = Heading.dy(ghost.heading);
      out[n++] = ghost.hunts() ? 1 : ghost.isPrey() ? -1 : 0;
    }
  }

  private int writeWay(int from, int way, float[] out, int n) {
    boolean open = Heading.has(world.level().exits(from), way);
    int pip = MOST;
    int power = MOST;
    int hunter = MOST;
    int prey = MOST;
    int fruit = MOST;
    if (open) {
      int via = Heading.step(from, way);
      MazeRoutes routes = world.level().routes();
      for (int room = 0; room < MazeLevel.ROOMS; room++) {
        byte content = world.content(room);
        if (content != MazeLevel.NOTHING) {
          int distance = 1 + routes.distance(via, room);
          pip = Math.min(pip, distance);
          power = content == MazeLevel.POWER ? Math.min(power, distance) : power;
        }
      }
      for (int i = 0; i < world.ghosts(); i++) {
        Ghost ghost = world.ghost(i);
        if (ghost.state == Ghost.State.OUT) {
          int distance = 1 + routes.distance(via, ghost.nearest());
          if (ghost.frightened) {
            prey = Math.min(prey, distance);
          } else {
            hunter = Math.min(hunter, distance);
          }
        }
      }
      if (world.fruitLeft() > 0) {
        fruit = Math.min(fruit, 1 + routes.distance(via, world.level().fruit()));
      }
    }
    out[n++] = open ? 1 : 0;
    out[n++] = pip;
    out[n++] = power;
    out[n++] = hunter;
    out[n++] = prey;
    out[n++] = fruit;
    return n;
  }
}
