package ludus.games.braking;

import ludus.core.random.Rng;

/**
 * What the seed decides about one drive. It is always avoidable: when a vehicle begins to move, or
 * from the beginning where one stands in the lane, a driver who has kept the initial speed still
 * has the stopping distance on this road, the way of {@value #LEAST_SLACK} s at full speed, and
 * {@value #RESERVE} m.
 */
final class Scenario {
  /** What the other vehicle does. */
  enum Conflict {
    /** There is none. */
    EMPTY,
    /** It waits at the side and never moves. */
    WAITS,
    /** It pulls out into the lane and stays there. */
    PULLS_OUT,
    /** It crosses the road, with or without a pause in the lane. */
    CROSSES,
    /** It stands in the lane, lengthwise, and stays. */
    STANDS,
    /** It stands in the lane, lengthwise, and turns off to the side after a while. */
    TURNS_OFF
  }

  static final double LEAST_SLACK = 1;
  static final double RESERVE = 2;

  /** The longest way to the conflict that can come up, m, rounded up. */
  static final float FARTHEST = 170;

  static final double FASTEST = 27;

  private static final Road[] ROADS = Road.values();
  private static final Conflict[] CONFLICTS = Conflict.values();
  private static final double SLOWEST = 13;
  private static final double FASTEST_ON_ICE = 13;
  private static final double SLOWEST_ON_ICE = 8;

  // How many of a hundred drives hold each conflict, in the order of the enum.
  private static final int[] SHARES = {10, 12, 26, 26, 13, 13};

  Road road;
  Conflict conflict;

  /** The initial and cruising speed, m/s. */
  double speed;

  /** From the front bumper at the start to the near edge of where the other vehicle moves, m. */
  double distance;

  /** When the conflict begins: when a waiting vehicle would pull out, s. */
  double begins;

  /** How long a crossing vehicle pauses in the lane, or a standing one stands there, s. */
  double pause;

  /** 1 if the vehicle comes from the right, −1 if from the left. */
  int side;

  /** Draws a new scenario. */
  void draw(Rng rng) {
    road = ROADS[rng.nextInt(ROADS.length)];
    conflict = conflict(rng.nextInt(100));
    speed =
        road == Road.ICE
            ? between(rng, SLOWEST_ON_ICE, FASTEST_ON_ICE)
            : between(rng, SLOWEST, FASTEST);
    double slack = between(rng, LEAST_SLACK, 2.5);
    double lead = between(rng, 0.5, 2);
    distance = speed * (lead + slack) + StoppingDistance.of(road, speed) + RESERVE;
    boolean stands = conflict == Conflict.STANDS || conflict == Conflict.TURNS_OFF;
    begins = stands ? 0 : lead;
    side = rng.nextInt(2) == 0 ? 1 : -1;
    boolean straight = rng.nextInt(2) == 0;
    double length = between(rng, 0.5, 5);
    pause =
        switch (conflict) {
          case CROSSES -> straight ? 0 : length;
          case TURNS_OFF -> lead + slack * 0.5 + length;
          default -> 0;
        };
  }

  private static Conflict conflict(int percent) {
    int i = 0;
    while (percent >= SHARES[i]) {
      percent -= SHARES[i++];
    }
    return CONFLICTS[i];
  }

  private static double between(Rng rng, double low, double high) {
    return low + (high - low) * rng.nextDouble();
  }
}
