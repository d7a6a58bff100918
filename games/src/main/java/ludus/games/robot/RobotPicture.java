package ludus.games.robot;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * Draws the grid, every cell on whole pixels. The robot is a disc with a white wedge that points
 * where it looks; the target is a bright frame, obstacles are blocks, and a bar on the obstacle
 * shows where the robot has just bumped.
 *
 * <p>Seen from the robot, it is always in the middle and looks up, and the grid turns and moves
 * round it, as on a car's navigator. Seen from above, the grid lies still.
 */
final class RobotPicture {
  private static final Shade WALL = Palette.SLATE.withGrey(90);
  private static final Shade FLOOR = Palette.NIGHT;
  private static final Shade TILE = new Shade(0x1B212D, 14);
  private static final Shade TARGET = Palette.ORANGE;
  private static final Shade BODY = Palette.BLUE.withGrey(60);
  private static final Shade NOSE = Palette.WHITE;
  private static final Shade SPARK = Palette.YELLOW;

  private final RobotVariant.View view;
  private final int size;
  private final int cell;
  private final int margin;

  RobotPicture(RobotVariant variant) {
    view = variant.view();
    size = variant.size();
    // From the robot, all cells that could be on either side have room. At least two pixels of wall
    // are left all round, for the bar of a bump.
    int across = view == RobotVariant.View.ROBOT ? 2 * size - 1 : size;
    cell = (Canvas.SIZE - 4) / across;
    margin = (Canvas.SIZE - across * cell + 1) / 2;
  }

  void draw(Canvas canvas, RobotMap map, int pose, boolean bumped) {
    canvas.clear(WALL);
    for (int i = 0; i < map.cells(); i++) {
      if (!map.obstacle(i)) {
        float x = x(i, pose);
        float y = y(i, pose);
        canvas.rectangle(x, y, cell, cell, (i % size + i / size & 1) == 0 ? TILE : FLOOR);
        if (i == map.target()) {
          target(canvas, x, y);
        }
      }
    }
    robot(canvas, pose, bumped);
  }

  /** The left edge of a cell. */
  private float x(int i, int pose) {
    return margin + (view == RobotVariant.View.ROBOT ? size - 1 + right(i, pose) : i % size) * cell;
  }

  /** The upper edge of a cell. */
  private float y(int i, int pose) {
    return margin + (view == RobotVariant.View.ROBOT ? size - 1 - ahead(i, pose) : i / size) * cell;
  }

  /** How many cells one is ahead of the robot. */
  private int ahead(int i, int pose) {
    int heading = pose % RobotMap.HEADINGS;
    return easterly(i, pose) * RobotMap.east(heading)
        + southerly(i, pose) * RobotMap.south(heading);
  }

  /** How many cells one is to the robot's right, which for (east, south) is (−south, east). */
  private int right(int i, int pose) {
    int heading = pose % RobotMap.HEADINGS;
    return southerly(i, pose) * RobotMap.east(heading)
        - easterly(i, pose) * RobotMap.south(heading);
  }

  private int easterly(int i, int pose) {
    return i % size - pose / RobotMap.HEADINGS % size;
  }

  private int southerly(int i, int pose) {
    return i / size - pose / RobotMap.HEADINGS / size;
  }

  private void target(Canvas canvas, float x, float y) {
    int rim = cell / 4;
    canvas.rectangle(x, y, cell, cell, TARGET);
    canvas.rectangle(x + rim, y + rim, cell - 2 * rim, cell - 2 * rim, FLOOR);
  }

  private void robot(Canvas canvas, int pose, boolean bumped) {
    int heading = view == RobotVariant.View.ROBOT ? 0 : pose % RobotMap.HEADINGS;
    float half = cell / 2f;
    float x = x(pose / RobotMap.HEADINGS, pose) + half;
    float y = y(pose / RobotMap.HEADINGS, pose) + half;
    float east = RobotMap.east(heading);
    float south = RobotMap.south(heading);
    canvas.circle(x, y, half, BODY);
    // A triangle: the fourth corner lies in the middle of its back.
    float tip = 0.48f * cell;
    float back = -0.34f * cell;
    float wide = 0.38f * cell;
    canvas.quad(
        x + tip * east,
        y + tip * south,
        x + back * east - wide * south,
        y + back * south + wide * east,
        x + back * east,
        y + back * south,
        x + back * east + wide * south,
        y + back * south - wide * east,
        NOSE);
    if (bumped) {
      float front = half + 1; // the middle of two pixels beyond the cell
      float along = half - 1;
      canvas.segment(
          x + front * east - along * south,
          y + front * south + along * east,
          x + front * east + along * south,
          y + front * south - along * east,
          2,
          SPARK);
    }
  }
}
