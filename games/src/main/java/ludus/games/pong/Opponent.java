package ludus.games.pong;

import ludus.core.random.Rng;

/**
 * The built-in opponent, on the left. It sees the ball as it was some ticks ago, moves its paddle
 * no faster than it can, and is a little off each time. While the ball flies away from it, it
 * strolls back to the middle.
 */
final class Opponent {
  /**
   * How well an opponent plays.
   *
   * <p>{@code speed} is how far its paddle moves in a tick, {@code reaction} how many ticks old its
   * view of the ball is, {@code error} how far it is off at most, and {@code foresees} whether it
   * works out where the ball will arrive, over the walls, instead of following it.
   */
  enum Strength {
    WEAK(0.7f, 12, 6, false),
    MIDDLE(1.1f, 8, 7, false),
    STRONG(1.3f, 8, 8, true);

    final float speed;
    final int reaction;
    final float error;
    final boolean foresees;

    Strength(float speed, int reaction, float error, boolean foresees) {
      this.speed = speed;
      this.reaction = reaction;
      this.error = error;
      this.foresees = foresees;
    }
  }

  private static final int PLAYER = 1;
  private static final int MEMORY = 16; // ticks, a power of two and more than any reaction

  private final Strength strength;
  private final Rng rng = new Rng(0);
  private final float[] x = new float[MEMORY];
  private final float[] y = new float[MEMORY];
  private final float[] velocityX = new float[MEMORY];
  private final float[] velocityY = new float[MEMORY];
  private int now;
  private boolean coming;
  private float error;

  Opponent(Strength strength) {
    this.strength = strength;
  }

  Strength strength() {
    return strength;
  }

  /** Forgets the last match. */
  void reset(long seed, Court court) {
    rng.state(seed);
    coming = false;
    for (int i = 0; i < MEMORY; i++) {
      see(court);
    }
  }

  private void see(Court court) {
    now = now + 1 & MEMORY - 1;
    x[now] = court.ballX();
    y[now] = court.ballY();
    velocityX[now] = court.velocityX();
    velocityY[now] = court.velocityY();
  }

  /** Moves its paddle for one tick. */
  void move(Court court) {
    see(court);
    int then = now - strength.reaction & MEMORY - 1;
    float pace = strength.speed;
    float target = 0;
    if (velocityX[then] < 0) {
      if (!coming) {
        coming = true;
        error = rng.uniform(-strength.error, strength.error);
      }
      target = error + (strength.foresees ? arrival(then) : y[then]);
    } else {
      coming = false;
      pace /= 2;
    }
    float paddle = court.paddle(PLAYER);
    court.paddle(PLAYER, paddle + Math.max(-pace, Math.min(pace, target - paddle)));
  }

  /** Where the ball seen then will reach the paddle. */
  private float arrival(int then) {
    float ticks = (x[then] + Court.FACE) / -velocityX[then];
    return Court.fold(y[then] + velocityY[then] * Math.max(0, ticks));
  }
}
