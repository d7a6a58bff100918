package ludus.desktop.screen;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a game runs: so many times its own pace, or as fast as the machine can.
 *
 * @param factor 1 is the game's own pace; {@link Double#POSITIVE_INFINITY} is as fast as it goes
 */
public record Speed(double factor) {
  private static final double[] LADDER = {1 / 8.0, 1 / 4.0, 1 / 2.0, 1, 2, 4, 8, 16};

  public static final Speed NORMAL = new Speed(1);
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  private static final Pattern FRACTION = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

  /**
   * @throws IllegalArgumentException unless it is 1/8 to 16 or infinite
   */
  public Speed {
    if (!(factor >= LADDER[0]) || factor > 16 && factor != Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("speed must be 1/8 to 16, or max, was " + factor);
    }
  }

  /**
   * Reads "2", "0.5", "1/4", "2x" or "max".
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Speed parse(String text) {
    String word = text.trim().toLowerCase(Locale.ROOT);
    if (word.equals("max")) {
      return MAX;
    }
    word = word.replaceFirst("[x×]$", "");
    Matcher fraction = FRACTION.matcher(word);
    double factor;
    try {
      factor =
          fraction.matches()
              ? Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2))
              : Double.parseDouble(word);
    } catch (NumberFormatException e) {
      factor = Double.NaN;
    }
    if (!(factor >= LADDER[0] && factor <= 16)) {
      throw new IllegalArgumentException("speed must be 1/8 to 16, or max, was '" + text + "'");
    }
    return new Speed(factor);
  }

  /** Whether the game runs as fast as the machine can. */
  public boolean isMax() {
    return factor == Double.POSITIVE_INFINITY;
  }

  /** The next rung up. */
  public Speed faster() {
    for (double rung : LADDER) {
      if (rung > factor) {
        return new Speed(rung);
      }
    }
    return MAX;
  }

  /** The next rung down. */
  public Speed slower() {
    for (int i = LADDER.length - 1; i >= 0; i--) {
      if (LADDER[i] < factor) {
        return new Speed(LADDER[i]);
      }
    }
    return this;
  }

  /** For people: "1/8×", "2×", "max". */
  @Override
  public String toString() {
    if (isMax()) {
      return "max";
    }
    if (factor < 1 && 1 / factor == Math.rint(1 / factor)) {
      return "1/" + Math.round(1 / factor) + "×";
    }
    return (factor == Math.rint(factor)
            ? Long.toString(Math.round(factor))
            : String.format(Locale.ROOT, "%.2f", factor).replaceFirst("0+$", ""))
        + "×";
  }
}
