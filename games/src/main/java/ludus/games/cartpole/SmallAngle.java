package ludus.games.cartpole;

/**
 * Sine and cosine of angles within ±1 rad, by their Taylor series; right to 10⁻⁸ at the ends and to
 * float precision where CartPole lives. Plain arithmetic, so the same bits on every machine, and
 * unlike {@code StrictMath} on newer JDKs it allocates nothing.
 */
final class SmallAngle {
  private SmallAngle() {}

  /** x − x³/3! + x⁵/5! − x⁷/7! + x⁹/9!. */
  static float sin(double x) {
    double s = x * x;
    return (float) (x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72)))));
  }

  /** 1 − x²/2! + x⁴/4! − x⁶/6! + x⁸/8! − x¹⁰/10!. */
  static float cos(double x) {
    double s = x * x;
    return (float) (1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56 * (1 - s / 90)))));
  }
}
