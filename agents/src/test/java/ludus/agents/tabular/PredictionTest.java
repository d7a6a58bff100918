package ludus.agents.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PredictionTest {
  @Test
  void tdZeroFindsTheValuesOfTheRandomWalk() {
    TdZero td = new TdZero(RandomWalk.halves(), 0.002, 1);
    RandomWalk.watch(50_000, 1, td);
    for (int s = 1; s < 6; s++) {
      assertEquals(s / 6.0, td.v()[s], 0.03, "state " + s);
    }
  }

  @Test
  void theMeanOfAllReturnsFindsThemToo() {
    for (boolean firstVisit : new boolean[] {true, false}) {
      Predictor mc = new MonteCarloPrediction(RandomWalk.halves(), 0, 1, firstVisit);
      RandomWalk.watch(50_000, 2, mc);
      for (int s = 1; s < 6; s++) {
        assertEquals(s / 6.0, mc.v()[s], 0.02, "state " + s);
      }
    }
  }

  @Test
  void afterOneEpisodeTdZeroHasMovedOneStateOnlyAsTheBookShows() {
    // Example 6.2: with α = 0.1 and a walk out of the left end, V(A) goes from 0.5 to 0.45.
    TdZero td = new TdZero(RandomWalk.halves(), 0.1, 1);
    td.begin(3);
    td.step(0, 2);
    td.step(0, 1);
    td.terminate(0);
    assertArrayEquals(new double[] {0, 0.45, 0.5, 0.5, 0.5, 0.5, 0}, td.v(), 1e-12);
  }

  @Test
  void overAHundredEpisodesTdZeroIsNearerThanMonteCarlo() {
    // The right picture of example 6.2, averaged over a hundred runs.
    double td = meanError(() -> new TdZero(RandomWalk.halves(), 0.05, 1));
    double mc = meanError(() -> new MonteCarloPrediction(RandomWalk.halves(), 0.02, 1, false));
    assertTrue(td < mc, td + " " + mc);
  }

  private static double meanError(Supplier<Predictor> make) {
    double sum = 0;
    for (int run = 0; run < 100; run++) {
      Predictor predictor = make.get();
      RandomWalk.watch(100, run, predictor);
      sum += RandomWalk.error(predictor) / 100;
    }
    return sum;
  }

  @Test
  void oneStepIsTdZeroAndMoreStepsThanAnEpisodeHasAreMonteCarlo() {
    TdZero td = new TdZero(RandomWalk.halves(), 0.1, 0.9);
    NStepTd one = new NStepTd(RandomWalk.halves(), 1, 0.1, 0.9);
    TdLambda none = new TdLambda(RandomWalk.halves(), 0.1, 0.9, 0, false);
    RandomWalk.watch(50, 3, td, one, none);
    assertArrayEquals(td.v(), one.v(), 1e-6);
    assertArrayEquals(td.v(), none.v(), 1e-12);

    // One episode without a state met twice: there "online" and "offline" are one.
    NStepTd all = new NStepTd(RandomWalk.halves(), 1_000, 0.1, 0.9);
    Predictor mc = new MonteCarloPrediction(RandomWalk.halves(), 0.1, 0.9, false);
    for (Predictor p : new Predictor[] {all, mc}) {
      p.begin(3);
      p.step(0, 4);
      p.step(0, 5);
      p.terminate(1);
    }
    assertArrayEquals(mc.v(), all.v(), 1e-12);
    assertEquals(0.5 + 0.1 * (0.9 * 0.9 - 0.5), mc.v()[3], 1e-12);
  }

  @Test
  void tdLambdaOfOneOfflineIsMonteCarlo() {
    TdLambda td = new TdLambda(RandomWalk.halves(), 0.1, 0.9, 1, true);
    Predictor mc = new MonteCarloPrediction(RandomWalk.halves(), 0.1, 0.9, false);
    RandomWalk.watch(200, 4, td, mc);
    assertArrayEquals(mc.v(), td.v(), 1e-9);
  }
}
