package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameCatalog;
import org.junit.jupiter.api.Test;

/** The default preset of CartPole evaluates every 2,500 steps and stops at two good means. */
class StandingTest {
  private final TrainingConfig config =
      Presets.of(GameCatalog.load().find("cartpole").info()).resolve("default", 1).withSteps(9000);
  private final Standing first = Standing.first(config);

  private Standing after(Standing standing, long steps, double mean) {
    return after(standing, steps, mean, 0);
  }

  private Standing after(Standing standing, long steps, double mean, double ci95) {
    return standing.after(config, steps, steps / 1000.0, mean, ci95);
  }

  @Test
  void theMarkMustBeReachedTwiceInARowToStopEarly() {
    Standing once = after(first, 2500, 500);
    assertFalse(once.done());
    Standing fallen = after(once, 5000, 300);
    Standing again = after(fallen, 7500, 500);
    assertFalse(again.done());
    assertTrue(after(again, 8000, 500).done());
    assertTrue(after(once, 5000, 500).done());
  }

  @Test
  void theFirstTimeThatReachesTheMarkIsRemembered() {
    Standing standing = after(after(after(first, 2500, 30), 5000, 500), 7500, 300);
    assertEquals(5000, standing.reachedSteps());
    assertEquals(5, standing.reachedSeconds());
    assertNull(first.reachedSteps());
  }

  @Test
  void ofEqualMeansTheLaterIsTheBest() {
    Standing standing = after(after(after(first, 2500, 300), 5000, 300), 7500, 200);
    assertEquals(300, standing.bestMean());
    assertEquals(5000, standing.bestSteps());
  }

  @Test
  void ofMeansWithinTheHighestOnesIntervalTheLatestIsTheBest() {
    Standing lucky = after(after(first, 2500, 300, 20), 5000, 290, 5);
    assertEquals(290, lucky.bestMean());
    assertEquals(5000, lucky.bestSteps());
    assertFalse(lucky.keeps(284));
    Standing worse = after(lucky, 6000, 284, 1);
    assertEquals(5000, worse.bestSteps());
  }

  @Test
  void manySmallLossesDoNotAddUp() {
    Standing standing = after(first, 100, 300, 20);
    for (int mean = 290; mean > 100; mean -= 10) {
      standing = after(standing, 200, mean, 20);
    }
    assertEquals(280, standing.bestMean());
  }

  @Test
  void theNextEvaluationIsDueAtTheNextWholeMultipleOrTheEnd() {
    Standing standing = after(first, 2504, 30);
    assertFalse(standing.due(config, 4999));
    assertTrue(standing.due(config, 5000));
    assertTrue(standing.due(config, 9000));
    assertTrue(after(standing, 9000, 30).done());
  }

  @Test
  void anEndedRunGoesOnWithALargerBudgetUnlessItReachedTheMark() {
    Standing ended = after(after(first, 7500, 30), 9000, 30);
    assertTrue(ended.resumed(config, 9000).done());
    assertFalse(ended.resumed(config.withSteps(20_000), 9000).done());
    Standing reached = after(after(first, 2500, 500), 5000, 500);
    assertTrue(reached.resumed(config.withSteps(20_000), 5000).done());
  }
}
