package ludus.agents.tabular;

import java.util.List;
import java.util.stream.IntStream;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.FiniteMdpBuilder;
import ludus.core.random.Rng;

/**
 * The random walk of Sutton and Barto (2018), example 6.2: five states in a row between two ends,
 * each step to either side with equal probability; only the right end earns 1. State i, from 1 to
 * 5, is worth i / 6.
 */
final class RandomWalk {
  static final int STATES = 7;

  private RandomWalk() {}

  static FiniteMdp mdp() {
    FiniteMdpBuilder world =
        FiniteMdp.builder(
            "walk", IntStream.range(0, STATES).mapToObj(i -> "state " + i).toList(), List.of("on"));
    for (int s = 1; s < STATES - 1; s++) {
      world.outcome(s, 0, 0.5, s - 1, 0);
      world.outcome(s, 0, 0.5, s + 1, s + 1 == STATES - 1 ? 1 : 0);
    }
    return world.start(3, 1).terminal(0).terminal(STATES - 1).build();
  }

  /** Lets them all watch the same episodes. */
  static void watch(int episodes, long seed, Predictor... predictors) {
    FiniteMdp mdp = mdp();
    Rng rng = new Rng(seed);
    for (int e = 0; e < episodes; e++) {
      int s = mdp.sampleStart(rng);
      for (Predictor p : predictors) {
        p.begin(s);
      }
      while (!mdp.terminal(s)) {
        int k = mdp.sample(s, 0, rng);
        double reward = mdp.reward(s, 0, k);
        s = mdp.next(s, 0, k);
        for (Predictor p : predictors) {
          if (mdp.terminal(s)) {
            p.terminate(reward);
          } else {
            p.step(reward, s);
          }
        }
      }
    }
  }

  /** The root of the mean squared distance from the truth. */
  static double error(Predictor predictor) {
    double sum = 0;
    for (int s = 1; s < STATES - 1; s++) {
      double miss = predictor.v()[s] - s / 6.0;
      sum += miss * miss / (STATES - 2);
    }
    return Math.sqrt(sum);
  }

  /** The book's first guess. */
  static double[] halves() {
    return new double[] {0, 0.5, 0.5, 0.5, 0.5, 0.5, 0};
  }
}
