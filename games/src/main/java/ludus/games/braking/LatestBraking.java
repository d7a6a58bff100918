package ludus.games.braking;

/**
 * The driver who knows the road's true grip and uses all of it: keeps going until the latest safe
 * braking point before a vehicle that is in the way, then brakes as hard as possible, and drives on
 * when the lane is free. The time lost in a drive is counted against this one.
 */
final class LatestBraking {
  /** The gap that is left to the vehicle, m. */
  static final double GAP = 1;

  /** No drive takes longer, s. */
  private static final double LONGEST = 60;

  private final Drive drive;

  LatestBraking(Scenario scenario) {
    drive = new Drive(scenario);
  }

  /**
   * When it is this many metres from the start in the scenario as it now is, s; or if it never gets
   * so far, when it stands.
   */
  double arrival(double metres) {
    drive.begin();
    while (drive.end() == Drive.End.UNDER_WAY
        && drive.car().travelled() < metres
        && drive.time() < LONGEST) {
      drive.pedals().act(action(drive));
      drive.step();
    }
    return drive.arrival();
  }

  private static int action(Drive drive) {
    if (!inTheWay(drive)) {
      return Pedals.FORWARD;
    }
    boolean braking = drive.pedals().line() > 0;
    return braking || room(drive) <= 0 ? Pedals.BRAKE_HARD : Pedals.FORWARD;
  }

  /** Whether the other vehicle would be in the way at this speed. */
  static boolean inTheWay(Drive drive) {
    double gap = drive.gap();
    return gap > 0 && drive.other().threatens(gap / Math.max(1, drive.car().speed()));
  }

  /** How far the latest safe braking point still is, m. */
  static double room(Drive drive) {
    Car car = drive.car();
    return drive.gap() - GAP - StoppingDistance.of(car.road(), car.speed());
  }
}
