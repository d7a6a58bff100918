package ludus.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewardClipTest {
  @Test
  void zeroLeavesRewardsAsTheyAre() {
    assertEquals(-30, RewardClip.parse(0).of(-30));
    assertEquals(24, RewardClip.parse("0").of(24));
  }

  @Test
  void oneNumberBoundsBothWays() {
    RewardClip clip = RewardClip.parse(0.5);
    assertEquals(-0.5f, clip.of(-30));
    assertEquals(0.5f, clip.of(24));
    assertEquals(0.3f, clip.of(0.3f));
  }

  @Test
  void twoNumbersBoundEachWay() {
    RewardClip clip = RewardClip.parse("-3..1");
    assertEquals(-3, clip.of(-30));
    assertEquals(1, clip.of(24));
    assertEquals(-2.5f, clip.of(-2.5f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "0.6", "-3..1", "-0.25..2", "-1..0"})
  void whatIsWrittenIsRead(String text) {
    assertEquals(text, RewardClip.parse(text).toString());
    assertEquals(RewardClip.parse(text), RewardClip.parse(RewardClip.parse(text).toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1..3", "2..1", "0..0", "-3..", "much", "NaN", "-inf..1", ""})
  void whatBoundsNothingIsRefusedInOneSentence(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RewardClip.parse(text));
    assertTrue(e.getMessage().startsWith("reward_clip must be"), e.getMessage());
    assertTrue(e.getMessage().endsWith("was '" + text + "'"), e.getMessage());
  }
}
