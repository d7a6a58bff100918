package ludus.games.robot;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * Draws the grid from above, every cell on whole pixels. The robot is a disc with a white wedge
 * that points where it looks; the target is a bright frame, obstacles are blocks, and a bar on the
 * obstacle shows where the robot has just bumped.
 */
final class RobotPicture {
  private static final Shade WALL = Palette.SLATE.withGrey(90);
  private static final Shade FLOOR = Palette.NIGHT;
  private static final Shade TILE = new Shade(0x1B212D, 14);
  private static final Shade TARGET = Palette.ORANGE;
  private static final Shade BODY = Palette.BLUE.withGrey(60);
  private static final Shade NOSE = Palette.WHITE;
  private static final Shade SPARK = Palette.YELLOW;

  private final int size;
  private final int cell;
  private final int margin;

  RobotPicture(int size) {
    this.size = size;
    // At least two pixels of wall are left all round, for the bar of a bump.
    cell = (Canvas.SIZE - 4) / size;
    margin = (Canvas.SIZE - size * cell) / 2;
  }

  void draw(Canvas canvas, RobotMap map, int pose, boolean bumped) {
    canvas.clear(WALL);
    canvas.rectangle(margin, margin, size * cell, size * cell, FLOOR);
    for (int i = 0; i < map.cells(); i++) {
      float x = margin + i % size * cell;
      float y = margin + i / size * cell;
      if (map.obstacle(i)) {
        canvas.rectangle(x, y, cell, cell, WALL);
      } else if ((i % size + i / size & 1) == 0) {
        canvas.rectangle(x, y, cell, cell, TILE);
      }
    }
    target(canvas, margin + map.target() % size * cell, margin + map.target() / size * cell);
    robot(canvas, pose / RobotMap.HEADINGS, pose % RobotMap.HEADINGS, bumped);
  }

  private void target(Canvas canvas, float x, float y) {
    int rim = cell / 4;
    canvas.rectangle(x, y, cell, cell, TARGET);
    canvas.rectangle(x + rim, y + rim, cell - 2 * rim, cell - 2 * rim, FLOOR);
  }

  private void robot(Canvas canvas, int at, int heading, boolean bumped) {
    float half = cell / 2f;
    float x = margin + at % size * cell + half;
    float y = margin + at / size * cell + half;
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
