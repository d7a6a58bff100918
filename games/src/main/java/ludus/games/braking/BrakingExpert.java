package ludus.games.braking;

import ludus.core.game.Expert;

/**
 * Keeps going until a vehicle is in the way and the braking point has come, which it computes from
 * the true grip: where {@value #COMFORT} of the road's deceleration would just do, and at the
 * latest a reserve before the point where nothing less than all of it does. Then it brakes as much
 * as is needed to stop at the gap it wants, and drives on when the lane is free. It does not know
 * what the other vehicle will do next.
 */
final class BrakingExpert implements Expert {
  /** The share of the greatest possible deceleration that it likes to use. */
  static final double COMFORT = 0.7;

  /** The gap that it wants to the vehicle, m. */
  private static final double GAP = 2;

  /** Below this share, far from the vehicle, it has braked too much and drives on. */
  private static final double ENOUGH = 0.3;

  /** At the end it does not crawl: the least deceleration, in shares of the best, and from when. */
  private static final double LEAST = 0.3;

  private static final double CRAWLING = 3;

  /** From this share on it brakes as hard as it can. */
  private static final double EMERGENCY = 0.85;

  /** Deceleration under full line pressure without anti-lock, m/s². */
  private static final double FULL = 1.35 * Car.GRAVITY;

  private final Drive drive;
  private final boolean pedal;
  private final double tick;
  private boolean braking;

  BrakingExpert(Drive drive, boolean pedal, int ticksPerSecond) {
    this.drive = drive;
    this.pedal = pedal;
    this.tick = 1.0 / ticksPerSecond;
  }

  @Override
  public int act() {
    if (drive.time() == 0) {
      braking = false;
    }
    double needed = needed();
    if (!LatestBraking.inTheWay(drive)) {
      braking = false;
    } else if (needed > COMFORT * best() || LatestBraking.room(drive) < reserve()) {
      braking = true;
    } else if (needed < ENOUGH * best() && drive.gap() > 3 * GAP) {
      braking = false;
    }
    if (!braking) {
      return pedal ? Variant.LEVELS - 1 : Pedals.FORWARD;
    }
    return pedal ? place(needed) : choice(needed);
  }

  /** The constant deceleration that stops the car at the wanted gap, m/s². */
  private double needed() {
    double v = drive.car().speed();
    double needed = v * v / (2 * Math.max(0.1, drive.gap() - GAP - v * tick));
    return v < CRAWLING && braking ? Math.max(needed, LEAST * best()) : needed;
  }

  /** The greatest deceleration that this road gives, m/s². */
  private double best() {
    return drive.car().road().peak() * Car.GRAVITY;
  }

  private double reserve() {
    return drive.car().speed() * 2 * tick;
  }

  private int choice(double needed) {
    if (needed > EMERGENCY * best()) {
      return Pedals.BRAKE_HARD;
    }
    double line = drive.pedals().line();
    double wanted = needed / FULL;
    if (line > wanted + 0.12) {
      return Pedals.COAST;
    }
    return line < wanted ? Pedals.BRAKE_HARD : Pedals.BRAKE;
  }

  private int place(double needed) {
    double pressure = needed > EMERGENCY * best() ? 1 : needed / FULL;
    return Variant.PEDAL.action((float) -pressure, Variant.LEVELS);
  }
}
