package ludus.games.braking;

/**
 * The two wheels of an axle, their brakes and their anti-lock system. The wheels' state is their
 * rim speed (m/s): angular velocity times radius.
 *
 * <p><b>Anti-lock.</b> Above {@value #ABS_SPEED} m/s, a slip that will be more than {@value
 * #ABS_DUMP} in {@value #ABS_AHEAD} s, as it now grows, lets pressure out of the brakes; otherwise
 * a slip above {@value #ABS_APPLY} holds the pressure; below, it is built up again, slowly while
 * the system is active, and never above the line's. The system stays active, and its lamp lit, for
 * {@value #ABS_LAMP} s after it last let pressure out.
 */
final class Axle {
  static final double ABS_SPEED = 1.5;
  static final double ABS_DUMP = 0.15;
  static final double ABS_AHEAD = 0.01;
  static final double ABS_APPLY = 0.09;
  static final double ABS_LAMP = 0.3;

  /**
   * How fast the anti-lock lets pressure out, and builds it up again, in full pressures a second.
   */
  private static final double DUMP_RATE = 12;

  private static final double REAPPLY_RATE = 1.5;

  /** How fast the pressure at the wheels follows the line while nothing modulates it. */
  private static final double FOLLOW_RATE = 10;

  /** Two wheels of 1.2 kg m² and 0.3 m, as a mass at the rim, kg. */
  private static final double RIM_MASS = 2 * 1.2 / (0.3 * 0.3);

  /**
   * Below this speed slip is measured against it, so that it stays defined at a standstill, m/s.
   */
  private static final double CREEP = 0.5;

  private final double brakeForce;
  private final boolean antiLock;
  private double rimSpeed;
  private double pressure;
  private double slip;
  private double active;

  /**
   * @param brakeForce what the brakes pull at the rim under full pressure, N
   * @param antiLock whether it has an anti-lock system
   */
  Axle(double brakeForce, boolean antiLock) {
    this.brakeForce = brakeForce;
    this.antiLock = antiLock;
  }

  /** Rolls freely at this speed, the brakes released. */
  void place(double speed) {
    rimSpeed = speed;
    pressure = 0;
    slip = 0;
    active = 0;
  }

  /**
   * Advances by one step.
   *
   * @param speed the car's, m/s
   * @param acceleration the car's in the step before, m/s²
   * @param load on the axle, N
   * @param drive the engine's force at the rim, N, negative where it drags
   * @param line the pressure that the driver asks for, 0 to 1
   * @return the road's force on the car, N, positive against its motion
   */
  double step(
      Road road, double speed, double acceleration, double load, double drive, double line) {
    double base = Math.max(Math.max(speed, rimSpeed), CREEP);
    double before = slip;
    slip = (speed - rimSpeed) / base;
    modulate(speed, line, slip + (slip - before) * ABS_AHEAD / Car.STEP);
    double force = load * road.grip(slip);
    // J dω/dt = r F − T by a linearly implicit Euler step, F ≈ F₀ + k (Δv − Δ(r ω)), because the
    // slope k of F over the slip makes the equation stiff at low speed. Past the peak the slope
    // counts as 0, and the wheel may run away into lock, as it should.
    double slope = load * Math.max(0, road.slope(slip)) / base;
    double push = force + drive - brakeForce * pressure + slope * Car.STEP * acceleration;
    rimSpeed += Car.STEP * push / (RIM_MASS + Car.STEP * slope);
    rimSpeed = Math.max(0, rimSpeed);
    return force;
  }

  private void modulate(double speed, double line, double ahead) {
    active = Math.max(0, active - Car.STEP);
    if (antiLock && speed > ABS_SPEED && ahead > ABS_DUMP && line > 0) {
      pressure -= DUMP_RATE * Car.STEP;
      active = ABS_LAMP;
    } else if (active == 0) {
      pressure += FOLLOW_RATE * Car.STEP;
    } else if (slip < ABS_APPLY) {
      pressure += REAPPLY_RATE * Car.STEP;
    }
    pressure = Math.max(0, Math.min(line, pressure));
  }

  /** Rim speed, m/s. */
  double rimSpeed() {
    return rimSpeed;
  }

  /** Pressure at the brakes, 0 to 1. */
  double pressure() {
    return pressure;
  }

  /** Slip in [−1, 1]; 1 is a locked wheel on a moving car, negative where the engine pulls. */
  double slip() {
    return slip;
  }

  /** Whether the anti-lock system works. */
  boolean antiLockActive() {
    return active > 0;
  }
}
