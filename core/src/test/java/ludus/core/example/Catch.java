package ludus.core.example;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * The smallest whole game, to copy from: catch a falling ball.
 *
 * <p><b>Rules.</b> A ball falls straight down from a column that the seed chooses; a tray moves
 * along the floor. <b>Actions.</b> 0 stay, 1 left, 2 right (3 units a tick). <b>Features.</b> Ball
 * x, ball y, tray x (units). <b>Reward.</b> 1 for a catch, −1 for a miss. <b>End.</b> When the ball
 * is down.
 */
public final class Catch implements Game {
  private static final GameInfo INFO =
      GameInfo.of("catch")
          .title("Catch")
          .summary("Catch the falling ball.")
          .actions("stay", "left", "right")
          .idle(0)
          .features(
              new Feature("ball x", "units", 0, Canvas.SIZE),
              new Feature("ball y", "units", 0, Canvas.SIZE),
              new Feature("tray x", "units", 0, Canvas.SIZE))
          .ticksPerSecond(30)
          .tickLimit(60)
          .build();

  private static final float FLOOR = 78;
  private static final float HALF_TRAY = 8;

  private final Rng rng = new Rng(0);
  private boolean running;
  private float ballX;
  private float ballY;
  private float trayX;

  /** The entrance to this game. */
  public static final class Provider implements GameProvider {
    @Override
    public GameInfo info() {
      return INFO;
    }

    @Override
    public Game create() {
      return new Catch();
    }

    @Override
    public Expert expert(Game game, int player) {
      Catch it = (Catch) game;
      return () -> Math.abs(it.ballX - it.trayX) < 3 ? 0 : it.ballX < it.trayX ? 1 : 2;
    }
  }

  @Override
  public GameInfo info() {
    return INFO;
  }

  @Override
  public void reset(long seed) {
    rng.state(seed);
    ballX = rng.uniform(4, Canvas.SIZE - 4);
    ballY = 4;
    trayX = Canvas.SIZE / 2f;
    running = true;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated()) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    int action = INFO.checkAction(actions[0]);
    float move = action == 1 ? -3 : action == 2 ? 3 : 0;
    trayX = Math.max(HALF_TRAY, Math.min(Canvas.SIZE - HALF_TRAY, trayX + move));
    ballY = Math.min(FLOOR, ballY + 3);
  }

  @Override
  public float reward(int player) {
    return !terminated() ? 0 : Math.abs(ballX - trayX) <= HALF_TRAY ? 1 : -1;
  }

  @Override
  public boolean terminated() {
    return ballY >= FLOOR;
  }

  @Override
  public void features(int player, float[] out) {
    out[0] = ballX;
    out[1] = ballY;
    out[2] = trayX;
  }

  @Override
  public void draw(Canvas canvas, int player) {
    canvas.clear(Palette.NIGHT);
    canvas.rectangle(trayX - HALF_TRAY, FLOOR, 2 * HALF_TRAY, 3, Palette.SKY);
    canvas.circle(ballX, ballY, 2, Palette.ORANGE);
  }
}
