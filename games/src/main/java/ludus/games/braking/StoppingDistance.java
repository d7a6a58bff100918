package ludus.games.braking;

/**
 * How far the car still goes when the driver brakes as hard as possible, by road and speed: from
 * the same physics, with foot off the brake at the beginning, braking harder and harder to the end.
 * Braking begun at this distance from an obstacle is the latest that is safe.
 */
final class StoppingDistance {
  /** The greatest speed in the table, m/s. */
  static final int FASTEST = 30;

  private static final double[][] METRES = tabulate();

  private StoppingDistance() {}

  private static double[][] tabulate() {
    double[][] metres = new double[Road.values().length][FASTEST + 1];
    Car car = new Car();
    Pedals pedals = new Pedals();
    for (Road road : Road.values()) {
      for (int speed = 1; speed <= FASTEST; speed++) {
        car.place(road, speed);
        pedals.release();
        while (car.speed() > 0) {
          pedals.act(Pedals.BRAKE_HARD);
          car.step(0, 0, pedals.line());
        }
        metres[road.ordinal()][speed] = car.travelled();
      }
    }
    return metres;
  }

  /** In metres, from a speed in m/s up to {@value #FASTEST}. */
  static double of(Road road, double speed) {
    double[] table = METRES[road.ordinal()];
    int i = Math.min(FASTEST - 1, (int) speed);
    return table[i] + (speed - i) * (table[i + 1] - table[i]);
  }
}
