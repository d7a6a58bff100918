package ludus.games.braking;

/**
 * A middle-sized car with front-wheel drive, driving straight ahead: one mass, two axles, and the
 * load that braking moves from the rear axle to the front one.
 *
 * <p>m dv/dt = −(F₁ + F₂ + rolling resistance + air resistance), where F₁ and F₂ are the road's
 * forces on the axles ({@link Axle}); the load on the front axle is m (g b − h dv/dt) / L. It knows
 * nothing of the traffic.
 */
final class Car {
  /** Seconds of one step, whatever the game's sampling rate. */
  static final double STEP = 0.001;

  static final double LENGTH = 4.4;
  static final double WIDTH = 1.8;
  static final double GRAVITY = 9.81;

  private static final double MASS = 1500;
  private static final double WHEELBASE = 2.7;

  /** Centre of mass: this far before the rear axle, and this high, m. */
  private static final double TO_REAR = 1.5;

  private static final double HEIGHT = 0.53;

  /** Springs let the load follow the deceleration with this delay, s. */
  private static final double PITCH_TIME = 0.05;

  /** What all brakes pull under full pressure, in units of the car's weight: more than any road. */
  private static final double FULL_BRAKES = 1.35;

  private static final double FRONT_SHARE = 0.72;

  private static final double ROLLING = 0.012;

  /** Half the air's density, 1.2 kg/m³, times drag coefficient 0.3 times frontal area 2.2 m². */
  private static final double AIR = 0.5 * 1.2 * 0.3 * 2.2;

  // Engine: greatest force and power at the wheels; drag when the throttle is closed (N, N s/m),
  // fading out where the clutch opens; how fast it follows the throttle; the slip at which the
  // traction control has taken all force away.
  private static final double DRIVE_FORCE = 4500;
  private static final double DRIVE_POWER = 90_000;
  private static final double DRAG = 250;
  private static final double DRAG_BY_SPEED = 16;
  private static final double CLUTCH_SPEED = 3;
  private static final double ENGINE_TIME = 0.12;
  private static final double TRACTION_SLIP = 0.1;

  /** Gain of the driver who holds a speed, 1/s. */
  private static final double CRUISE_GAIN = 1;

  /** A braked or rolling car slower than this stands, m/s. */
  private static final double STANDSTILL = 0.02;

  private final Axle front;
  private final Axle rear;
  private Road road = Road.DRY;
  private double travelled;
  private double speed;
  private double acceleration;
  private double pitch;
  private double engine;

  Car() {
    this(true);
  }

  /** A car with or without anti-lock brakes. */
  Car(boolean antiLock) {
    double full = FULL_BRAKES * MASS * GRAVITY;
    front = new Axle(FRONT_SHARE * full, antiLock);
    rear = new Axle((1 - FRONT_SHARE) * full, antiLock);
  }

  /** Drives steadily at this speed (m/s) from here on. */
  void place(Road road, double speed) {
    this.road = road;
    this.speed = speed;
    travelled = 0;
    acceleration = 0;
    pitch = 0;
    engine = resistance();
    front.place(speed);
    rear.place(speed);
  }

  /**
   * Advances by {@link #STEP}.
   *
   * @param throttle 0 (closed) to 1; what it may add to hold {@code cruise}
   * @param cruise the speed that an open throttle holds and never exceeds, m/s
   * @param line the brake pressure that the driver asks for, 0 to 1
   */
  void step(double throttle, double cruise, double line) {
    engine += (engineTarget(throttle, cruise) - engine) * (STEP / ENGINE_TIME);
    double drive = engine;
    if (drive > 0 && front.slip() < 0) {
      drive *= Math.max(0, 1 + front.slip() / TRACTION_SLIP);
    }
    double frontLoad = MASS * (GRAVITY * TO_REAR - HEIGHT * pitch) / WHEELBASE;
    double force = front.step(road, speed, acceleration, frontLoad, drive, line);
    force += rear.step(road, speed, acceleration, MASS * GRAVITY - frontLoad, 0, line);

    double before = speed;
    speed = Math.max(0, speed - STEP * (force + resistance()) / MASS);
    if (speed < STANDSTILL && throttle <= 0) {
      speed = 0;
    }
    acceleration = (speed - before) / STEP;
    if (speed == 0 && before < 2 * STANDSTILL) {
      acceleration = 0;
    }
    pitch += (acceleration - pitch) * (STEP / PITCH_TIME);
    travelled += STEP * (before + speed) / 2;
  }

  private double engineTarget(double throttle, double cruise) {
    double drag = -(DRAG + DRAG_BY_SPEED * speed) * Math.min(1, front.rimSpeed() / CLUTCH_SPEED);
    if (throttle <= 0) {
      return drag;
    }
    double most = throttle * Math.min(DRIVE_FORCE, DRIVE_POWER / Math.max(1, speed));
    double wanted = resistance() + MASS * CRUISE_GAIN * (cruise - speed);
    return Math.max(drag, Math.min(most, wanted));
  }

  /** Rolling and air resistance, N. */
  private double resistance() {
    return MASS * GRAVITY * ROLLING * Math.min(1, speed) + AIR * speed * speed;
  }

  Road road() {
    return road;
  }

  /** Where the front bumper is, m from where it began. */
  double travelled() {
    return travelled;
  }

  /** m/s, never negative. */
  double speed() {
    return speed;
  }

  /** dv/dt of the last step, m/s². */
  double acceleration() {
    return acceleration;
  }

  Axle front() {
    return front;
  }

  Axle rear() {
    return rear;
  }

  /** Whether the anti-lock lamp is lit. */
  boolean antiLockActive() {
    return front.antiLockActive() || rear.antiLockActive();
  }
}
