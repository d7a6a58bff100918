package ludus.games.pong;

import ludus.core.game.Expert;

/**
 * Works out where the ball will arrive, over the walls, and of all the places from which its paddle
 * can return it takes the one whose shot is furthest out of the other's reach.
 *
 * <p>It notices for how many ticks its actions are held and plans only what it can then do, so it
 * plays well at any frame skip, and at either side.
 */
final class PongExpert implements Expert {
  /** How much of the paddle's reach it uses, for fear of rounding. */
  private static final float SURE = 0.97f * Court.REACH;

  private final Pong game;
  private final Court court;
  private final int player;
  private int lastTick;
  private int hold = 1;

  PongExpert(Pong game, int player) {
    this.game = game;
    this.court = game.court();
    this.player = player;
  }

  @Override
  public int act() {
    int tick = game.ticks();
    if (tick > lastTick) {
      hold = Math.min(60, tick - lastTick);
    }
    lastTick = tick;
    float pace = Court.side(player) * court.velocityX();
    float distance = Court.FACE - Court.side(player) * court.ballX();
    if (pace <= 0) {
      return towards(0);
    }
    float ticks = Math.max(0, distance / pace);
    float arrival = Court.fold(court.ballY() + court.velocityY() * ticks);
    return plan((int) Math.ceil(ticks), arrival);
  }

  /** Towards a height, and no further. */
  private int towards(float y) {
    float way = y - court.paddle(player);
    float step = Court.PADDLE_SPEED * hold;
    return Math.abs(way) <= step / 2 ? Pong.STAY : way < 0 ? Pong.UP : Pong.DOWN;
  }

  /**
   * The first action of the best way to meet the ball: some whole holds up or down, and up, down or
   * nothing in what is left of the last one.
   */
  private int plan(int ticks, float arrival) {
    float paddle = court.paddle(player);
    int holds = ticks / hold;
    int left = ticks % hold;
    float step = Court.PADDLE_SPEED * hold;
    int least = Math.max(-holds, (int) Math.floor((arrival - SURE - paddle) / step) - 1);
    int most = Math.min(holds, (int) Math.ceil((arrival + SURE - paddle) / step) + 1);
    int best = -1;
    float bestWorth = Float.NEGATIVE_INFINITY;
    for (int whole = least; whole <= most; whole++) {
      for (int last = left == 0 ? 0 : -1; last <= (left == 0 ? 0 : 1); last++) {
        float y = paddle + whole * step + last * left * Court.PADDLE_SPEED;
        y = Math.max(-Court.PADDLE_LIMIT, Math.min(Court.PADDLE_LIMIT, y));
        if (Math.abs(arrival - y) <= SURE) {
          float worth = worth(arrival, y);
          if (worth > bestWorth) {
            bestWorth = worth;
            int first = holds == 0 ? last : whole;
            best = first < 0 ? Pong.UP : first > 0 ? Pong.DOWN : Pong.STAY;
          }
        }
      }
    }
    return best >= 0 ? best : towards(arrival);
  }

  /** How far out of the other's reach the ball will arrive that is hit at this height. */
  private float worth(float ball, float paddle) {
    double angle = (ball - paddle) / Court.REACH * Court.STEEPEST;
    float speed = court.speed() + Court.GAIN;
    float ticks = 2 * Court.FACE / (speed * (float) StrictMath.cos(angle));
    float arrival = Court.fold(ball + speed * (float) StrictMath.sin(angle) * ticks);
    float otherSpeed = player == 0 ? game.otherSpeed() : Court.PADDLE_SPEED;
    return Math.abs(arrival - court.paddle(1 - player)) - otherSpeed * ticks;
  }
}
