package ludus.games.braking;

/**
 * One drive: the car, the driver's foot and the other vehicle, advanced together in steps of {@link
 * Car#STEP} until it is over. It knows nothing of rewards, pictures and sampling rates.
 */
final class Drive {
  /** How a drive ended. */
  enum End {
    UNDER_WAY,
    /** The car has left the place of the conflict behind it. */
    PASSED,
    /** It stands before a vehicle that will not go away. */
    STOOD,
    COLLIDED
  }

  /** Standing counts when it has lasted so long, no farther from the vehicle than this. */
  static final double STAND_TIME = 1;

  static final double STAND_GAP = 20;

  /** How fast a passenger feels a change of acceleration, s. */
  private static final double BODY_TIME = 0.2;

  private final Scenario scenario;
  private final Car car = new Car();
  private final Pedals pedals = new Pedals();
  private final OtherVehicle other = new OtherVehicle();
  private End end = End.UNDER_WAY;
  private int steps;
  private double stood;
  private double felt;
  private double discomfort;

  /**
   * @param scenario what happens; may change between drives
   */
  Drive(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Begins the scenario as it now is. */
  void begin() {
    car.place(scenario.road, scenario.speed);
    pedals.release();
    other.begin(scenario);
    end = End.UNDER_WAY;
    steps = 0;
    stood = 0;
    felt = 0;
    discomfort = 0;
  }

  /** Advances by one step with the pedals as they are. */
  void step() {
    car.step(pedals.throttle(), scenario.speed, pedals.line());
    other.step();
    steps++;

    double jerk = (car.acceleration() - felt) / BODY_TIME;
    felt += jerk * Car.STEP;
    discomfort += jerk * jerk * Car.STEP;

    double gap = gap();
    stood = car.speed() == 0 ? stood + Car.STEP : 0;
    if (gap <= 0 && gap > -courseEnd() && other.blocks()) {
      end = End.COLLIDED;
    } else if (gap <= -courseEnd()) {
      end = End.PASSED;
    } else if (stood >= STAND_TIME && gap <= STAND_GAP && other.stays() && other.blocks()) {
      end = End.STOOD;
    }
  }

  /** How far beyond the near edge of the conflict the front is when the rear has left it, m. */
  private double courseEnd() {
    return other.along() + Car.LENGTH;
  }

  /** From the front bumper to the near edge of the conflict, m; negative beyond it. */
  double gap() {
    return scenario.distance - car.travelled();
  }

  /** The whole way to drive, m. */
  double course() {
    return scenario.distance + courseEnd();
  }

  Scenario scenario() {
    return scenario;
  }

  Car car() {
    return car;
  }

  Pedals pedals() {
    return pedals;
  }

  OtherVehicle other() {
    return other;
  }

  End end() {
    return end;
  }

  /** Seconds since it began. */
  double time() {
    return steps * Car.STEP;
  }

  /** When the car arrived where it is, s: now, or if it stands, when it came to stand. */
  double arrival() {
    return time() - stood;
  }

  /**
   * The square of the jerk that a passenger feels, summed over time, m²/s⁵: the acceleration's
   * change through a low-pass filter of 0.2 s.
   */
  double discomfort() {
    return discomfort;
  }
}
