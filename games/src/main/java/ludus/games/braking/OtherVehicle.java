package ludus.games.braking;

import ludus.games.braking.Scenario.Conflict;

/**
 * The vehicle that may be in the way. It moves only across the road: its place is where its centre
 * is, in metres to the right of the middle of the own lane. The own lane reaches from −1.75 to 1.75
 * m, the oncoming one from there to −5.25 m. It does not watch the own car.
 */
final class OtherVehicle {
  static final double LANE_RIGHT = 1.75;
  static final double ROAD_LEFT = -5.25;

  /** Where a vehicle that is not there is said to be. */
  static final double AWAY = 15;

  static final double LENGTH = 4.6;
  static final double WIDTH = 1.9;
  static final double TOP_SPEED = 5;

  /** A waiting vehicle keeps this far from the road's edge. */
  private static final double KERB = 1.2;

  private static final double ACCELERATION = 3;
  private static final double DECELERATION = 4;

  private enum Phase {
    STILL,
    COMING,
    PAUSING,
    LEAVING,
    AWAY
  }

  private Scenario scenario;
  private Phase phase = Phase.AWAY;
  private boolean lengthwise;
  private double place;
  private double speed;
  private int heading;
  private double time;
  private double paused;

  /** Takes its first place in this scenario. */
  void begin(Scenario scenario) {
    this.scenario = scenario;
    Conflict conflict = scenario.conflict;
    lengthwise = conflict == Conflict.STANDS || conflict == Conflict.TURNS_OFF;
    heading = lengthwise ? 1 : -scenario.side; // a standing one turns off to the right
    speed = 0;
    time = 0;
    paused = 0;
    if (conflict == Conflict.EMPTY) {
      phase = Phase.AWAY;
      place = AWAY;
    } else if (lengthwise) {
      phase = Phase.PAUSING;
      place = 0;
    } else {
      phase = Phase.STILL;
      double edge = scenario.side > 0 ? LANE_RIGHT : -ROAD_LEFT;
      place = scenario.side * (edge + KERB + LENGTH / 2);
    }
  }

  /** Advances by one step of the car's. */
  void step() {
    time += Car.STEP;
    switch (phase) {
      case STILL -> {
        if (scenario.conflict != Conflict.WAITS && time >= scenario.begins) {
          phase = Phase.COMING;
        }
      }
      case COMING -> come();
      case PAUSING -> {
        paused += Car.STEP;
        boolean stays = stays();
        if (!stays && paused >= scenario.pause) {
          phase = Phase.LEAVING;
        }
      }
      case LEAVING -> leave();
      case AWAY -> {}
    }
  }

  private void come() {
    double left = -place * heading; // to the middle of the lane
    boolean through = scenario.conflict == Conflict.CROSSES && scenario.pause == 0;
    if (through) {
      accelerate();
      if (left <= 0) {
        phase = Phase.LEAVING;
      }
    } else if (left <= speed * speed / (2 * DECELERATION)) {
      speed = Math.max(0, speed - DECELERATION * Car.STEP);
      if (speed == 0) {
        phase = Phase.PAUSING;
      }
    } else {
      accelerate();
    }
    place += heading * speed * Car.STEP;
  }

  private void leave() {
    accelerate();
    place += heading * speed * Car.STEP;
    if (place * heading >= AWAY) {
      phase = Phase.AWAY;
      place = AWAY;
      speed = 0;
    }
  }

  private void accelerate() {
    speed = Math.min(TOP_SPEED, speed + ACCELERATION * Car.STEP);
  }

  /** Whether it is to be seen at all. */
  boolean present() {
    return phase != Phase.AWAY;
  }

  /** Whether it points along the own lane. */
  boolean lengthwise() {
    return lengthwise;
  }

  /** Its centre, m to the right of the middle of the own lane; {@link #AWAY} if it is not there. */
  double place() {
    return place;
  }

  /** m/s to the right. */
  double velocity() {
    return heading * speed;
  }

  /** How wide it is across the road, m. */
  double across() {
    return lengthwise ? WIDTH : LENGTH;
  }

  /** How long it is along the road, m. */
  double along() {
    return lengthwise ? LENGTH : WIDTH;
  }

  /** Whether it will never free the lane again. */
  boolean stays() {
    return scenario.conflict == Conflict.PULLS_OUT || scenario.conflict == Conflict.STANDS;
  }

  /** Whether some of it is where the own car drives. */
  boolean blocks() {
    return phase != Phase.AWAY && Math.abs(place) < across() / 2 + Car.WIDTH / 2;
  }

  /**
   * Whether, as far as one can see, it will be in the way of who comes in this many seconds: it is
   * in the lane or on its way there, and not about to have left.
   */
  boolean threatens(double seconds) {
    return switch (phase) {
      case STILL, AWAY -> false;
      case COMING, PAUSING -> true;
      case LEAVING -> {
        double left = across() / 2 + Car.WIDTH / 2 - place * heading;
        // Its speed grows yet, so this is the latest that it has left.
        yield left > 0 && left > seconds * Math.max(speed, 0.1);
      }
    };
  }
}
