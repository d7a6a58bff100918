package ludus.games.robot;

import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;

/**
 * Robot navigation: a robot that looks in one of four directions finds its way over a grid, round
 * obstacles, to a target.
 *
 * <p><b>Rules.</b> The plain game is an 8 × 8 grid whose obstacles, target and start come from the
 * seed and can always be solved ({@link RobotLevels}); the start is any other pose. {@code
 * robot/3x3} has no obstacles and its target in the upper right corner, so that 36 poses are all
 * there is; {@code robot/12x12} is larger; both are seen from above. For the study of
 * generalisation, {@code robot/levels-1}, {@code -10}, {@code -100} and {@code -1000} repeat that
 * many maps (the start still comes from the seed), and {@code robot/test} has only maps that occur
 * in none of these, nor in the plain game, and starts at least six moves away.
 *
 * <p><b>Actions.</b> 0 turn left, 1 turn right, 2 forward by one cell. Forward against an obstacle
 * or the edge is a bump: the robot stays and the picture shows where it hit. Every action takes one
 * tick; without one, time stands still.
 *
 * <p><b>Features.</b> Row and column (cells, from the upper left); heading east and south (−1, 0,
 * 1); where the target is as the robot sees it, ahead and to the right (cells, negative for behind
 * and left); whether the way is blocked ahead, left and right (0, 1); then for each cell, row by
 * row, whether there is an obstacle (0, 1).
 *
 * <p><b>Reward.</b> −1 for every action, another −4 for a bump, +100 for reaching the target. So
 * the shortest way is the best one, discounted or not.
 *
 * <p><b>End.</b> On the target, whatever the heading. An env truncates after as many ticks as the
 * grid has poses (4 × rows × columns).
 *
 * <p><b>Figures.</b> Success (1 on the target, else 0); path ratio, the actions taken over the
 * fewest that would do from the start (breadth-first search over poses; only for successes); bumps.
 */
public final class Robot implements Game {
  static final int LEFT = 0;
  static final int RIGHT = 1;
  static final int FORWARD = 2;

  static final float STEP = -1;
  static final float BUMP = -4;
  static final float GOAL = 100;

  private final GameInfo info;
  private final RobotMap map;
  private final RobotLevels levels;
  private final RobotPicture picture;

  private boolean running;
  private boolean terminated;
  private boolean bumped;
  private int pose;
  private int shortest;
  private int steps;
  private int bumps;
  private float reward;

  Robot(RobotVariant variant, GameInfo info) {
    this.info = info;
    map = new RobotMap(variant.size());
    levels = new RobotLevels(variant, map);
    picture = new RobotPicture(variant);
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public void reset(long seed) {
    place(levels.make(seed));
  }

  /** Begins an episode on the present map from this pose; {@link #reset} and tests use it. */
  void place(int pose) {
    this.pose = pose;
    shortest = map.distance(pose);
    steps = 0;
    bumps = 0;
    reward = 0;
    bumped = false;
    terminated = false;
    running = true;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    int next = map.next(pose, info.checkAction(actions[0]));
    bumped = next == pose;
    pose = next;
    terminated = pose / RobotMap.HEADINGS == map.target();
    steps++;
    bumps += bumped ? 1 : 0;
    reward = STEP + (bumped ? BUMP : 0) + (terminated ? GOAL : 0);
  }

  @Override
  public float reward(int player) {
    return reward;
  }

  @Override
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void features(int player, float[] out) {
    int size = map.size();
    int cell = pose / RobotMap.HEADINGS;
    int heading = pose % RobotMap.HEADINGS;
    int east = RobotMap.east(heading);
    int south = RobotMap.south(heading);
    int targetEast = map.target() % size - cell % size;
    int targetSouth = map.target() / size - cell / size;
    out[0] = cell / size;
    out[1] = cell % size;
    out[2] = east;
    out[3] = south;
    out[4] = targetEast * east + targetSouth * south;
    // To the right of (east, south) is (−south, east).
    out[5] = targetSouth * east - targetEast * south;
    out[6] = blocked(cell, heading);
    out[7] = blocked(cell, heading + 3 & 3);
    out[8] = blocked(cell, heading + 1 & 3);
    for (int i = 0; i < map.cells(); i++) {
      out[9 + i] = map.obstacle(i) ? 1 : 0;
    }
  }

  private float blocked(int cell, int heading) {
    return map.ahead(cell, heading) == RobotMap.NONE ? 1 : 0;
  }

  @Override
  public void figures(float[] out) {
    out[0] = terminated ? 1 : 0;
    out[1] = terminated ? (float) steps / shortest : Float.NaN;
    out[2] = bumps;
  }

  @Override
  public void draw(Canvas canvas, int player) {
    picture.draw(canvas, map, pose, bumped);
  }

  @Override
  public void close() {
    running = false;
  }

  RobotMap map() {
    return map;
  }

  int pose() {
    return pose;
  }
}
