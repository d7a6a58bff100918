package ludus.games.breakout;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * The picture: a frame with the spare balls in its upper bar, the wall, the paddle, the ball. While
 * a ball waits for its serve two marks close in on it, which shows how long it still waits.
 */
final class BreakoutPicture {
  private static final Shade FRAME = Palette.SLATE;
  private static final Shade SPARE = Palette.WHITE.withGrey(200);
  private static final Shade MARK = Palette.MIST;
  private static final Shade PADDLE = Palette.SKY.withGrey(225);
  private static final Shade BALL = Palette.WHITE;

  /** The rows, from the lowest: what is worth more is brighter. */
  private static final Shade[] ROWS = {
    Palette.GREEN.withGrey(105),
    Palette.GREEN.withGrey(120),
    Palette.ORANGE.withGrey(145),
    Palette.ORANGE.withGrey(160),
    Palette.VERMILION.withGrey(185),
    Palette.VERMILION.withGrey(200)
  };

  private static final float SPARE_SIZE = 3;
  private static final float MARK_WIDTH = 2;
  private static final float MARK_NEAR = 2.5f;
  private static final float MARK_FAR = 14;

  private BreakoutPicture() {}

  /**
   * @param waiting the share of the pause that is left before the serve; 0 when the ball flies
   */
  static void draw(Canvas canvas, Rally rally, double paddle, int spares, float waiting) {
    canvas.clear(Palette.NIGHT);
    canvas.rectangle(0, 0, Canvas.SIZE, (float) Field.TOP, FRAME);
    canvas.rectangle(0, 0, (float) Field.LEFT, Canvas.SIZE, FRAME);
    canvas.rectangle((float) Field.RIGHT, 0, (float) Field.LEFT, Canvas.SIZE, FRAME);
    for (int i = 0; i < spares; i++) {
      canvas.rectangle((float) Field.LEFT + 2 * SPARE_SIZE * i, 1, SPARE_SIZE, SPARE_SIZE, SPARE);
    }
    Wall wall = rally.wall;
    for (int brick = 0; brick < Wall.BRICKS; brick++) {
      if (wall.stands(brick)) {
        int row = Wall.row(brick);
        int x = Wall.x(brick % Wall.COLUMNS);
        canvas.rectangle(x, Wall.y(row), Wall.BRICK_WIDTH, Wall.BRICK_HEIGHT, ROWS[row]);
      }
    }
    canvas.rectangle(
        (float) (paddle - Field.HALF_PADDLE),
        (float) Field.PADDLE_TOP,
        (float) (2 * Field.HALF_PADDLE),
        (float) Field.PADDLE_HEIGHT,
        PADDLE);
    float half = (float) Field.HALF_BALL;
    float x = (float) rally.ball.x;
    float y = (float) rally.ball.y;
    if (waiting > 0) {
      float gap = MARK_NEAR + (MARK_FAR - MARK_NEAR) * waiting;
      canvas.rectangle(x - gap - MARK_WIDTH, y - half, MARK_WIDTH, 2 * half, MARK);
      canvas.rectangle(x + gap, y - half, MARK_WIDTH, 2 * half, MARK);
    }
    canvas.rectangle(x - half, y - half, 2 * half, 2 * half, BALL);
  }
}
