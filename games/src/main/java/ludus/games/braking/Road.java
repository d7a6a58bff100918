package ludus.games.braking;

/**
 * What the tyres run on: the longitudinal force that a tyre passes on, as a share of its load, over
 * its slip. Pacejka's magic formula,
 *
 * <p>μ(s) = D sin(C arctan(B s − E (B s − arctan(B s)))),
 *
 * <p>with the front tyre's longitudinal parameters for dry asphalt, wet asphalt and smooth ice of
 * Olofsson, Lundahl, Berntorp and Nielsen, "An investigation of optimal vehicle maneuvers for
 * different road conditions" (IFAC Symposium on Advances in Automotive Control, 2013). Their grip
 * is greatest at a slip of 0.13, 0.11 and 0.05; a locked wheel keeps 77 %, 53 % and 51 % of it.
 *
 * <p>The curve is tabulated once with {@link StrictMath}, so that it is fast and the same bits on
 * every machine.
 */
enum Road {
  DRY(11.7, 1.69, 1.20, 0.377),
  WET(12.0, 1.80, 1.06, 0.313),
  ICE(31.1, 1.77, 0.172, 0.710);

  private static final int CELLS = 1024;

  private final double b;
  private final double c;
  private final double d;
  private final double e;
  private final double[] grips = new double[CELLS + 1];

  Road(double b, double c, double d, double e) {
    this.b = b;
    this.c = c;
    this.d = d;
    this.e = e;
    for (int i = 0; i <= CELLS; i++) {
      grips[i] = formula((double) i / CELLS);
    }
  }

  /** The magic formula itself. */
  double formula(double slip) {
    double bs = b * slip;
    return d * StrictMath.sin(c * StrictMath.atan(bs - e * (bs - StrictMath.atan(bs))));
  }

  /**
   * Force over load at a slip in [−1, 1]: positive, against the motion, where the wheel turns too
   * slowly.
   */
  double grip(double slip) {
    double cell = (slip < 0 ? -slip : slip) * CELLS;
    int i = Math.min(CELLS - 1, (int) cell);
    double grip = grips[i] + (cell - i) * (grips[i + 1] - grips[i]);
    return slip < 0 ? -grip : grip;
  }

  /** How fast {@link #grip} grows with the slip. */
  double slope(double slip) {
    int i = Math.min(CELLS - 1, (int) ((slip < 0 ? -slip : slip) * CELLS));
    return (grips[i + 1] - grips[i]) * CELLS;
  }

  /** The greatest grip there is. */
  double peak() {
    return d;
  }
}
