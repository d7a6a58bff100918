package ludus.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedRewardTest {
  @Test
  void withPowerOneRewardsAreOnlyScaled() {
    LearnedReward learned = new LearnedReward(0.3f, 1, RewardClip.NONE);
    assertEquals(0.3f * 7, learned.of(7));
    assertEquals(0.3f * -7, learned.of(-7));
  }

  @ParameterizedTest
  @CsvSource({"10, 0.3", "100, 0.948683", "800, 2.683282", "-1000, -3", "0, 0"})
  void aRootKeepsOrderAndSign(float reward, float told) {
    LearnedReward learned = new LearnedReward(0.009f, 0.5f, RewardClip.NONE);
    assertEquals(told, learned.of(reward), 1e-6);
  }

  @Test
  void clippingComesLast() {
    LearnedReward learned = new LearnedReward(4, 0.5f, RewardClip.parse("-1..3"));
    assertEquals(2, learned.of(1));
    assertEquals(3, learned.of(100));
    assertEquals(-1, learned.of(-100));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 'reward_scale must be above 0, was 0.0'",
    "NaN, 1, 'reward_scale must be above 0, was NaN'",
    "1, 0, 'reward_power must be above 0 and at most 4, was 0.0'",
    "1, -0.5, 'reward_power must be above 0 and at most 4, was -0.5'",
    "1, NaN, 'reward_power must be above 0 and at most 4, was NaN'"
  })
  void whatMakesNoSenseIsRefusedInOneSentence(float scale, float power, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new LearnedReward(scale, power, RewardClip.NONE));
    assertEquals(message, e.getMessage());
  }
}
