package ludus.agents.explore;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How schedules are written and read. */
final class ScheduleText {
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?)";
  private static final String STEPS = "(\\d{1,15})";
  private static final Pattern CONSTANT = Pattern.compile("(?:constant )?" + NUMBER);
  private static final Pattern LINEAR =
      Pattern.compile("linear " + NUMBER + " to " + NUMBER + " over " + STEPS);
  private static final Pattern EXPONENTIAL =
      Pattern.compile("exponential " + NUMBER + " to " + NUMBER + " halving " + STEPS);
  private static final Pattern SINUSOIDAL =
      Pattern.compile(
          "sinusoidal "
              + NUMBER
              + " to "
              + NUMBER
              + " period "
              + STEPS
              + "(?: over "
              + STEPS
              + ")?");

  private ScheduleText() {}

  static Schedule parse(String text) {
    Matcher m = CONSTANT.matcher(text);
    if (m.matches()) {
      return new Schedule.Constant(Float.parseFloat(m.group(1)));
    }
    m = LINEAR.matcher(text);
    if (m.matches()) {
      return new Schedule.Linear(from(m), to(m), steps(m, 3));
    }
    m = EXPONENTIAL.matcher(text);
    if (m.matches()) {
      return new Schedule.Exponential(from(m), to(m), steps(m, 3));
    }
    m = SINUSOIDAL.matcher(text);
    if (m.matches()) {
      return new Schedule.Sinusoidal(from(m), to(m), steps(m, 3), steps(m, 4));
    }
    throw new IllegalArgumentException(
        "a schedule is written '0.05', 'linear 1 to 0.05 over 60000',"
            + " 'exponential 1 to 0.05 halving 20000' or"
            + " 'sinusoidal 1 to 0.05 period 20000 over 60000', not '"
            + text
            + "'");
  }

  private static float from(Matcher m) {
    return Float.parseFloat(m.group(1));
  }

  private static float to(Matcher m) {
    return Float.parseFloat(m.group(2));
  }

  private static long steps(Matcher m, int group) {
    return m.group(group) == null ? 0 : Long.parseLong(m.group(group));
  }

  /** A number without a needless ".0". */
  static String number(float value) {
    String text = Float.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String span(float from, float to) {
    return number(from) + " to " + number(to);
  }

  static List<Float> ordered(float a, float b) {
    return List.of(Math.min(a, b), Math.max(a, b));
  }

  static void requirePositive(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "the %s of a schedule must be at least 1 step, was %d".formatted(what, value));
    }
  }
}
