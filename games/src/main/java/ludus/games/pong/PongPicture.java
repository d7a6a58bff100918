package ludus.games.pong;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;

/**
 * What a player sees: always themselves on the right, in blue, and the other on the left, in
 * orange. A ball that waits to be served is large and shrinks to its size, so that the picture
 * tells when it will go.
 */
final class PongPicture {
  private static final float MIDDLE = Canvas.SIZE / 2f;
  private static final float PADDLE_WIDTH = 3;
  private static final float FRONT = Court.FACE + Court.BALL_RADIUS;
  private static final float WALL_HEIGHT = MIDDLE - Court.WALL - Court.BALL_RADIUS;
  private static final float DASH = 4;

  private static final Shade GROUND = Palette.NIGHT;
  private static final Shade NET = Palette.SLATE.withGrey(50);
  private static final Shade WALL = Palette.MIST.withGrey(110);
  private static final Shade OWN = Palette.SKY.withGrey(200);
  private static final Shade OTHER = Palette.ORANGE.withGrey(150);
  private static final Shade BALL = Palette.WHITE;

  private PongPicture() {}

  static void draw(Court court, Canvas canvas, int player) {
    canvas.clear(GROUND);
    for (float y = DASH; y < Canvas.SIZE - DASH; y += 2 * DASH) {
      canvas.rectangle(MIDDLE - 1, y, 2, DASH, NET);
    }
    canvas.rectangle(0, 0, Canvas.SIZE, WALL_HEIGHT, WALL);
    canvas.rectangle(0, Canvas.SIZE - WALL_HEIGHT, Canvas.SIZE, WALL_HEIGHT, WALL);
    paddle(canvas, MIDDLE + FRONT, court.paddle(player), OWN);
    paddle(canvas, MIDDLE - FRONT - PADDLE_WIDTH, court.paddle(1 - player), OTHER);
    canvas.circle(
        MIDDLE + Court.side(player) * court.ballX(),
        MIDDLE + court.ballY(),
        Court.BALL_RADIUS * (1 + (float) court.pause() / Court.PAUSE),
        BALL);
  }

  private static void paddle(Canvas canvas, float left, float y, Shade shade) {
    canvas.rectangle(
        left, MIDDLE + y - Court.HALF_PADDLE, PADDLE_WIDTH, 2 * Court.HALF_PADDLE, shade);
  }
}
