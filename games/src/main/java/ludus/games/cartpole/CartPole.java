package ludus.games.cartpole;

import ludus.core.draw.Canvas;
import ludus.core.draw.Palette;
import ludus.core.draw.Shade;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import ludus.core.random.Rng;

/**
 * CartPole: keep a pole upright on a cart by pushing the cart left or right.
 *
 * <p><b>Rules.</b> The classic task of Barto, Sutton and Anderson (1983) in its frictionless form,
 * simulated by Box2D ({@link CartPolePhysics}): a cart of 1 kg on a track, a pole of 0.1 kg and 1 m
 * (half length 0.5 m) hinged on it, 50 ticks a second.
 *
 * <p><b>Actions.</b> 0 left, 1 right: a push of 10 N for one tick. There is no rest; a person who
 * touches nothing pushes left and right in turn.
 *
 * <p><b>Features.</b> Cart position (m), cart velocity (m/s), pole angle (rad, positive to the
 * right), angular velocity (rad/s).
 *
 * <p><b>Reward.</b> 1 for every tick, the last one too.
 *
 * <p><b>Start and end.</b> Every feature starts uniform in ±0.05. The episode terminates when the
 * cart is beyond ±2.4 m or the pole beyond ±12°; an env truncates it after 500 ticks.
 */
public final class CartPole implements Game {
  static final int LEFT = 0;
  static final int RIGHT = 1;
  static final int TICKS_PER_SECOND = 50;

  /** How far the cart may go, in metres from the middle. */
  static final float TRACK = 2.4f;

  /** How far the pole may lean, in radians: 12 degrees. */
  static final float LEAN = (float) (12 * Math.PI / 180);

  private static final float PUSH = 10;
  private static final float START = 0.05f;

  static final GameInfo INFO =
      GameInfo.of("cartpole")
          .title("CartPole")
          .summary("Keep the pole upright by pushing the cart left or right.")
          .actions("left", "right")
          .idle(LEFT, RIGHT)
          .features(
              new Feature("cart position", "m", -3, 3),
              new Feature("cart velocity", "m/s", -12, 12),
              new Feature("pole angle", "rad", -0.6f, 0.6f),
              new Feature("pole angular velocity", "rad/s", -12, 12))
          .ticksPerSecond(TICKS_PER_SECOND)
          .tickLimit(500)
          .build();

  // The picture: 15 units a metre, so that ±2.4 m and half a cart fill the width. The pole is drawn
  // longer than it is, because a lean of one degree must show.
  private static final float SCALE = 15;
  private static final float TRACK_Y = 70;
  private static final float CART_WIDTH = 12;
  private static final float CART_HEIGHT = 7;
  private static final float POLE = 46;
  private static final float POLE_WIDTH = 3;
  private static final Shade RAIL = Palette.SLATE;
  private static final Shade STOP = Palette.MIST;
  private static final Shade CART = Palette.SKY;
  private static final Shade ROD = Palette.ORANGE.withGrey(255);
  private static final Shade HINGE = Palette.NIGHT;

  private final CartPolePhysics physics = new CartPolePhysics(1f / TICKS_PER_SECOND);
  private final Rng rng = new Rng(0);
  private boolean running;
  private boolean terminated;
  private float reward;

  @Override
  public GameInfo info() {
    return INFO;
  }

  @Override
  public void reset(long seed) {
    rng.state(seed);
    float x = rng.uniform(-START, START);
    float velocity = rng.uniform(-START, START);
    float angle = rng.uniform(-START, START);
    float spin = rng.uniform(-START, START);
    place(x, velocity, angle, spin);
  }

  /** Begins an episode in a given state; {@link #reset} and tests use it. */
  void place(float x, float velocity, float angle, float spin) {
    physics.place(x, velocity, angle, spin);
    running = true;
    terminated = false;
    reward = 0;
  }

  @Override
  public void tick(int[] actions) {
    if (!running || terminated) {
      throw new IllegalStateException("the episode has ended or not begun: reset the game first");
    }
    physics.step(INFO.checkAction(actions[0]) == RIGHT ? PUSH : -PUSH);
    reward = 1;
    terminated = Math.abs(physics.x()) > TRACK || Math.abs(physics.angle()) > LEAN;
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
    out[0] = physics.x();
    out[1] = physics.velocity();
    out[2] = physics.angle();
    out[3] = physics.spin();
  }

  @Override
  public void draw(Canvas canvas, int player) {
    float middle = Canvas.SIZE / 2f;
    float x = middle + SCALE * physics.x();
    float hinge = TRACK_Y - CART_HEIGHT;
    float topX = x + POLE * SmallAngle.sin(physics.angle());
    float topY = hinge - POLE * SmallAngle.cos(physics.angle());
    float reach = SCALE * TRACK;

    canvas.clear(Palette.NIGHT);
    canvas.rectangle(0, TRACK_Y, Canvas.SIZE, 2, RAIL);
    canvas.rectangle(middle - reach - 1, TRACK_Y + 2, 2, 6, STOP);
    canvas.rectangle(middle + reach - 1, TRACK_Y + 2, 2, 6, STOP);
    canvas.rectangle(x - CART_WIDTH / 2, hinge, CART_WIDTH, CART_HEIGHT, CART);
    canvas.segment(x, hinge, topX, topY, POLE_WIDTH, ROD);
    canvas.circle(topX, topY, 2.5f, ROD);
    canvas.circle(x, hinge, 1.5f, HINGE);
  }

  @Override
  public void close() {
    running = false;
    physics.close();
  }

  CartPolePhysics physics() {
    return physics;
  }
}
