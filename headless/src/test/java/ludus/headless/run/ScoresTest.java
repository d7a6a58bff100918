package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScoresTest {
  @Test
  void theyAreThoseWorkedOutByHand() {
    Scores scores = Scores.of(new double[] {4, 1, 3, 2}, new int[] {10, 20, 30, 40});
    assertEquals(2.5, scores.mean());
    assertEquals(Math.sqrt(5 / 3.0), scores.std(), 1e-12);
    assertEquals(2.5, scores.iqm());
    assertEquals(1.96 * Math.sqrt(5 / 3.0) / 2, scores.ci95(), 1e-12);
    assertEquals(1, scores.min());
    assertEquals(4, scores.max());
    assertEquals(25, scores.meanLength());
  }

  @Test
  void theInterquartileMeanIgnoresOutliersAndSharesWhatItCuts() {
    assertEquals(5, Scores.of(new double[] {-1000, 5, 5, 1e6}, new int[4]).iqm());
    // n = 6: quartiles at 1.5 and 4.5, so the middle half is ½·b + c + d + ½·e, over 3.
    double iqm = Scores.of(new double[] {0, 1, 2, 4, 8, 100}, new int[6]).iqm();
    assertEquals((0.5 * 1 + 2 + 4 + 0.5 * 8) / 3, iqm, 1e-12);
  }

  @Test
  void oneEpisodeHasNoSpread() {
    Scores scores = Scores.of(new double[] {7}, new int[] {3});
    assertEquals(7, scores.mean());
    assertEquals(0, scores.std());
    assertEquals(7, scores.iqm());
  }

  @Test
  void chanceIsZeroAndTheExpertAHundred() {
    assertEquals(0, Scores.normalised(20, 20, 500));
    assertEquals(100, Scores.normalised(500, 20, 500));
    assertEquals(50, Scores.normalised(260, 20, 500));
  }
}
