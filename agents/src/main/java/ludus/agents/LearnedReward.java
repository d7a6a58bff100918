package ludus.agents;

/**
 * What a learner is told of a reward r: sgn(r) |scale · r|^power, clipped. Scores, evaluations and
 * recordings keep the game's own.
 *
 * <p>A power below 1 brings rewards of different sizes nearer to each other and keeps their order,
 * which clipping loses: with ½ what pays a hundred times as much counts ten times. A reward of
 * 1/scale counts 1 whatever the power. (Pohlen et al. 2018 and Kapturowski et al. 2019 press
 * together whole returns in this way, for the same reason.)
 *
 * @param scale factor, above 0
 * @param power above 0 and at most 4; 1 leaves proportions as they are
 */
public record LearnedReward(float scale, float power, RewardClip clip) {
  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public LearnedReward {
    if (!(scale > 0)) {
      throw new IllegalArgumentException("reward_scale must be above 0, was " + scale);
    }
    if (!(power > 0 && power <= 4)) {
      throw new IllegalArgumentException(
          "reward_power must be above 0 and at most 4, was " + power);
    }
  }

  /** What is told of this reward. */
  public float of(float reward) {
    float scaled = reward * scale;
    // StrictMath: the same digits on every machine.
    float told =
        power == 1
            ? scaled
            : Math.copySign((float) StrictMath.pow(Math.abs(scaled), power), scaled);
    return clip.of(told);
  }
}
