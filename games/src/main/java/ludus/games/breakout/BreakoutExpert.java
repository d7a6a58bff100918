package ludus.games.breakout;

import ludus.core.game.Expert;

/**
 * Rehearses. At every serve and return it flies a copy of the rally to where the ball lands, then
 * tries every place from which the paddle could return it there, and goes where the next flight
 * earns most points a tick; where no return meets a brick, it looks one return further. It never
 * goes where the ball after next would be out of reach.
 *
 * <p>It sees how many ticks its actions last from how many pass between them, and only plans for
 * places that it can reach in such strides.
 */
final class BreakoutExpert implements Expert {
  /** Share of the paddle that it uses: at the very end a ball could be missed by rounding. */
  private static final double SAFE = 0.93;

  /** What points of the second return are worth beside those of the first. */
  private static final double LATER = 0.01;

  /** A flight longer than this is none: a ball comes down in far less. */
  private static final double LONGEST = 2000;

  private final Breakout game;
  private final Rally landed = new Rally();
  private final Rally first = new Rally();
  private final Rally second = new Rally();
  private int flight = -1;
  private int seen;
  private int stride = 1;
  private double target;

  BreakoutExpert(Breakout game) {
    this.game = game;
  }

  @Override
  public int act() {
    int passed = game.ticks() - seen;
    seen = game.ticks();
    if (passed < 0) {
      flight = -1; // another episode
    } else if (passed > 0 && passed != stride) {
      stride = passed;
      flight = -1;
    }
    if (game.waiting()) {
      target = game.rally().ball.x;
    } else if (flight != game.flights()) {
      flight = game.flights();
      target = plan();
    }
    double way = target - game.paddle();
    if (Math.abs(way) <= stride * Breakout.PADDLE_SPEED / 2) {
      return Breakout.STAY;
    }
    return way < 0 ? Breakout.LEFT : Breakout.RIGHT;
  }

  /** Where the paddle should be when the ball lands. */
  private double plan() {
    landed.copy(game.rally());
    double time = land(landed);
    double paddle = game.paddle();
    double best = Double.NEGATIVE_INFINITY;
    double place = landed.ball.x;
    double step = stride * Breakout.PADDLE_SPEED;
    int reach = (int) (time / stride);
    for (int steps = -reach; steps <= reach; steps++) {
      double at = within(paddle + steps * step);
      double offset = (landed.ball.x - at) / Field.REACH;
      if (Math.abs(offset) > SAFE) {
        continue;
      }
      double value = value(offset, at);
      // Of two equal places the nearer one.
      if (value > best || value == best && Math.abs(at - paddle) < Math.abs(place - paddle)) {
        best = value;
        place = at;
      }
    }
    return place;
  }

  /** What a return at this offset earns a tick; less than nothing if the ball would be lost. */
  private double value(double offset, double paddle) {
    first.copy(landed);
    first.hit(offset, 0);
    int before = first.points();
    double time = land(first);
    int points = first.points() - before;
    double away = Math.abs(first.ball.x - paddle) - SAFE * Field.REACH;
    if (away > (time - 2 * stride) * Breakout.PADDLE_SPEED) {
      return points / time - 100;
    }
    return points > 0 ? points / time : LATER * further();
  }

  /** The most that the return after a fruitless one could earn a tick, wherever it is hit. */
  private double further() {
    double best = 0;
    for (int i = -9; i <= 9; i++) {
      second.copy(first);
      second.hit(i / 10.0, 0);
      int before = second.points();
      double time = land(second);
      best = Math.max(best, (second.points() - before) / time);
    }
    return best;
  }

  /** Flies until the ball is down at the paddle, and returns how many ticks that took. */
  private static double land(Rally rally) {
    double time = 0;
    while (time < LONGEST) {
      Contact contact = rally.fly(LONGEST);
      time += rally.ball.flown();
      if (contact == Contact.PADDLE_LINE || contact == Contact.FLOOR) {
        break;
      }
    }
    return time;
  }

  private static double within(double x) {
    return Math.max(Field.PADDLE_LEFT, Math.min(Field.PADDLE_RIGHT, x));
  }
}
