package ludus.headless.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a chart: its range, and ticks at 1, 2 or 5 times a power of ten.
 *
 * @param low where the axis begins
 * @param high where it ends, above {@code low}
 * @param step from tick to tick
 */
record Axis(double low, double high, double step) {
  private static final double[] STEPS = {1, 2, 5, 10};

  /**
   * An axis from {@code low} to {@code high}; a range without width gets some.
   *
   * @param most how many steps there may be
   */
  static Axis between(double low, double high, int most) {
    // Below this the ticks would differ only in digits that a double no longer has.
    double least = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    if (!(high - low > least)) {
      double half = low == 0 ? 1 : Math.abs(low) / 10;
      return between(low - half, low + half, most);
    }
    double rough = (high - low) / most;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 0;
    for (int i = 0; step < rough * (1 - 1e-9); i++) {
      step = STEPS[i] * power;
    }
    return new Axis(low, high, step);
  }

  /** The same with whole steps only, for what is counted. */
  static Axis counting(long high, int most) {
    Axis axis = between(0, Math.max(1, high), most);
    return axis.step < 1 ? new Axis(axis.low, axis.high, 1) : axis;
  }

  /** The values with a tick. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    double first = Math.ceil(low / step - 1e-6);
    double last = Math.floor(high / step + 1e-6);
    for (double i = first; i <= last; i++) {
      ticks.add(i == 0 ? 0 : i * step); // no "-0"
    }
    return ticks;
  }

  /** Where a value lies: 0 at the beginning of the axis, 1 at its end. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  /** A tick in words, as short as all of them allow: 0, 50k, 100k; 0.25; −21. */
  String label(double tick) {
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (tick == 0) {
      return "0";
    }
    if (largest >= 1e12 || largest < 1e-4) {
      return minus(String.format(Locale.ROOT, "%.3g", tick));
    }
    double unit = largest >= 1e9 ? 1e9 : largest >= 1e6 ? 1e6 : largest >= 1e4 ? 1e3 : 1;
    String suffix = unit == 1e9 ? "G" : unit == 1e6 ? "M" : unit == 1e3 ? "k" : "";
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9));
    return minus(String.format(Locale.ROOT, "%." + decimals + "f", tick / unit)) + suffix;
  }

  /** A value with at most four digits that tell something: 2.5M, 50k, 487, 21.35, −0.5. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e9 || size > 0 && size < 1e-3) {
      return minus(String.format(Locale.ROOT, "%.3g", value));
    }
    if (size >= 1e4) {
      return size < 1e6 ? number(value / 1e3) + "k" : number(value / 1e6) + "M";
    }
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    if (decimals > 0) {
      text = text.replaceFirst("\\.?0+$", "");
    }
    return text.equals("-0") ? "0" : minus(text);
  }

  private static String minus(String text) {
    return text.replace('-', '\u2212');
  }
}
