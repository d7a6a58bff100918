package ludus.games.braking;

/**
 * The driver's foot: turns an action into throttle and line pressure, step by step, so that it
 * means the same at every sampling rate. The line pressure is a state: 0 to 1, the share of full
 * pressure.
 */
final class Pedals {
  /** Foot on the throttle: holds the cruising speed. */
  static final int FORWARD = 0;

  /** Foot off: the engine's drag alone. */
  static final int COAST = 1;

  /** Foot on the brake. */
  static final int BRAKE = 2;

  /** Foot pressing harder. */
  static final int BRAKE_HARD = 3;

  /** The pressure that {@link #BRAKE} applies, or holds where it is greater. */
  static final double BASE = 0.3;

  /** Full pressures a second: up to the base or a pedal's place, beyond it, and back. */
  static final double PRESS_RATE = 4;

  static final double HARDER_RATE = 1.2;
  static final double RELEASE_RATE = 4;

  private double throttle;
  private double line;

  void release() {
    throttle = 0;
    line = 0;
  }

  /** One step of a discrete action. */
  void act(int action) {
    switch (action) {
      case BRAKE -> press(Math.max(line, BASE));
      case BRAKE_HARD -> {
        if (line < BASE) {
          press(BASE);
        } else {
          line = Math.min(1, line + HARDER_RATE * Car.STEP);
        }
      }
      default -> press(0);
    }
    throttle = action == FORWARD ? 1 : 0;
  }

  /** One step of a pedal in [−1, 1]: the throttle's opening, or the pressure to go to, negated. */
  void pedal(double value) {
    press(Math.max(0, -value));
    throttle = Math.max(0, value);
  }

  private void press(double wanted) {
    if (line < wanted) {
      line = Math.min(wanted, line + PRESS_RATE * Car.STEP);
    } else {
      line = Math.max(wanted, line - RELEASE_RATE * Car.STEP);
    }
  }

  /** 0 to 1. */
  double throttle() {
    return line > 0 ? 0 : throttle;
  }

  /** The pressure asked for, 0 to 1. */
  double line() {
    return line;
  }
}
