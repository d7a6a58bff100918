package ludus.agents;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * Bounds on what a learner is told of a reward, after scaling (Mnih et al. 2015 clip to ± 1). What
 * must not happen may weigh more than what may be had: {@code -3..1} lets losses through to −3 and
 * gains to 1.
 *
 * <p>In presets it is written as {@code toString} writes it: {@code 0} is none, {@code 1} is ± 1.
 *
 * @param low the least, at most 0
 * @param high the greatest, at least 0
 */
public record RewardClip(float low, float high) {
  /** Rewards as they are. */
  public static final RewardClip NONE =
      new RewardClip(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

  private static final String WANTED =
      "reward_clip must be 0 for none, a bound such as 1, or two such as -3..1, was %s";

  /**
   * @throws IllegalArgumentException unless 0 lies between the two and they differ
   */
  public RewardClip {
    if (!(low <= 0 && high >= 0 && low < high)) {
      throw new IllegalArgumentException(WANTED.formatted(low + ".." + high));
    }
  }

  /** What is left of a reward. */
  public float of(float reward) {
    return Math.max(low, Math.min(high, reward));
  }

  /**
   * Reads what {@code toString} writes, from YAML as a text or a plain number.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RewardClip parse(Object value) {
    String text = String.valueOf(value).strip();
    try {
      int dots = text.indexOf("..");
      if (dots >= 0) {
        return new RewardClip(number(text.substring(0, dots)), number(text.substring(dots + 2)));
      }
      float bound = number(text);
      return bound == 0 ? NONE : new RewardClip(-bound, bound);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(WANTED.formatted("'" + text + "'"), e);
    }
  }

  private static float number(String text) {
    float number = Float.parseFloat(text);
    if (!Float.isFinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  @JsonValue
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "0";
    }
    return low == -high ? number(high) : number(low) + ".." + number(high);
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }
}
