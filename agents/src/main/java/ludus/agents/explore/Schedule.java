package ludus.agents.explore;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * A number that changes as training goes on, as a pure function of the steps taken, so that a
 * resumed run goes on where it was.
 *
 * <p>In presets it is written as {@code toString} writes it:
 *
 * <pre>
 * 0.05
 * linear 1 to 0.05 over 60000
 * exponential 1 to 0.05 halving 20000
 * sinusoidal 1 to 0.05 period 20000 over 60000
 * </pre>
 */
public sealed interface Schedule {
  /** The value after this many env steps. */
  float at(long step);

  /** The smallest and the largest value that {@link #at} may give. */
  List<Float> range();

  /** As presets write it; {@link #parse} reads it. */
  @JsonValue
  @Override
  String toString();

  /** Always the same. */
  record Constant(float value) implements Schedule {
    @Override
    public float at(long step) {
      return value;
    }

    @Override
    public List<Float> range() {
      return List.of(value, value);
    }

    @Override
    public String toString() {
      return ScheduleText.number(value);
    }
  }

  /**
   * In a straight line from {@code from} to {@code to} over the first {@code steps}, then {@code
   * to}.
   */
  record Linear(float from, float to, long steps) implements Schedule {
    @Override
    public float at(long step) {
      if (step >= steps) {
        return to;
      }
      return (float) (from + (double) (to - from) * step / steps);
    }

    @Override
    public List<Float> range() {
      return ScheduleText.ordered(from, to);
    }

    @Override
    public String toString() {
      return "linear %s over %d".formatted(ScheduleText.span(from, to), steps);
    }
  }

  /** From {@code from} towards {@code to}, the distance halving every {@code halfLife} steps. */
  record Exponential(float from, float to, long halfLife) implements Schedule {
    /**
     * @throws IllegalArgumentException if the half-life is not positive
     */
    public Exponential {
      ScheduleText.requirePositive("half-life", halfLife);
    }

    @Override
    public float at(long step) {
      return (float) (to + (from - to) * StrictMath.pow(0.5, (double) step / halfLife));
    }

    @Override
    public List<Float> range() {
      return ScheduleText.ordered(from, to);
    }

    @Override
    public String toString() {
      return "exponential %s halving %d".formatted(ScheduleText.span(from, to), halfLife);
    }
  }

  /**
   * A wave between {@code from}, where it begins, and {@code to}, where it is after half a period.
   * Its crests come down to {@code to} in a straight line over the first {@code steps}; with 0
   * steps they never do. So an agent explores anew from time to time, less and less.
   */
  record Sinusoidal(float from, float to, long period, long steps) implements Schedule {
    /**
     * @throws IllegalArgumentException if the period is not positive
     */
    public Sinusoidal {
      ScheduleText.requirePositive("period", period);
    }

    @Override
    public float at(long step) {
      double left = steps == 0 ? 1 : Math.max(0, 1 - (double) step / steps);
      double turn = 2 * Math.PI * (step % period) / period;
      return (float) (to + (double) (from - to) * left * (1 + StrictMath.cos(turn)) / 2);
    }

    @Override
    public List<Float> range() {
      return ScheduleText.ordered(from, to);
    }

    @Override
    public String toString() {
      String end = steps == 0 ? "" : " over " + steps;
      return "sinusoidal %s period %d%s".formatted(ScheduleText.span(from, to), period, end);
    }
  }

  /**
   * Reads what {@code toString} writes.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  static Schedule parse(String text) {
    return ScheduleText.parse(text.strip());
  }

  /** A schedule as YAML gives it: a text, or a plain number. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Schedule of(Object value) {
    return parse(String.valueOf(value));
  }

  /**
   * Checks that a schedule suits Adam's step size, which may fall to 0 but must not always be 0.
   *
   * @throws IllegalArgumentException if it does not
   */
  static Schedule requireStepSize(Schedule schedule) {
    require(schedule, "learning_rate", 0, 1);
    if (schedule.range().get(1) == 0) {
      throw new IllegalArgumentException("learning_rate must be above 0, to 1, was " + schedule);
    }
    return schedule;
  }

  /**
   * Checks that a schedule stays within bounds.
   *
   * @param name what the schedule is of, for the message
   * @throws IllegalArgumentException if it does not
   */
  static Schedule require(Schedule schedule, String name, float least, float most) {
    if (schedule == null) {
      throw new IllegalArgumentException(
          "%s is missing: write for example '%s: linear 1 to 0.05 over 60000'"
              .formatted(name, name));
    }
    for (float value : schedule.range()) {
      if (!(value >= least && value <= most)) {
        throw new IllegalArgumentException(
            "%s must stay from %s to %s, was %s"
                .formatted(name, ScheduleText.number(least), ScheduleText.number(most), schedule));
      }
    }
    return schedule;
  }
}
