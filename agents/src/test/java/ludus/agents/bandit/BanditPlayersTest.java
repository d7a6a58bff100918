package ludus.agents.bandit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import ludus.core.mdp.Bandit;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class BanditPlayersTest {
  private static final int PULLS = 2_000;

  /** Ten arms that earn 0 or 1; the best, arm 3, earns 0.8 on average, the next 0.65. */
  private static final Bandit COINS =
      new Bandit() {
        private final double[] means = {0.1, 0.5, 0.3, 0.8, 0.65, 0.2, 0.4, 0.6, 0.55, 0.05};

        @Override
        public int arms() {
          return means.length;
        }

        @Override
        public double mean(int arm) {
          return means[arm];
        }

        @Override
        public double pull(int arm, Rng rng) {
          return rng.nextDouble() < means[arm] ? 1 : 0;
        }
      };

  private static BanditTrial play(IntFunction<BanditPlayer> player) {
    return BanditTrial.play(seed -> COINS, player, 30, PULLS, 1);
  }

  @Test
  void regretsAreOrderedAsInTheLiterature() {
    double greedy = last(play(n -> new EpsilonGreedyPlayer(n, 0, 0, 0)));
    double tenth = last(play(n -> new EpsilonGreedyPlayer(n, 0.1, 0, 0)));
    double ucb = last(play(n -> new Ucb1Player(n, Math.sqrt(2))));
    double thompson = last(play(ThompsonPlayer::new));
    assertTrue(thompson < ucb, thompson + " " + ucb);
    assertTrue(ucb < greedy, ucb + " " + greedy);
    assertTrue(thompson < tenth && tenth < greedy, thompson + " " + tenth + " " + greedy);
  }

  @Test
  void theRegretOfUcb1AndThompsonGrowsSlowerThanLinearly() {
    for (IntFunction<BanditPlayer> player :
        List.<IntFunction<BanditPlayer>>of(
            n -> new Ucb1Player(n, Math.sqrt(2)), ThompsonPlayer::new)) {
      double[] regret = play(player).regret();
      double early = regret[PULLS / 4 - 1];
      double late = regret[PULLS - 1] - regret[3 * PULLS / 4 - 1];
      assertTrue(late < 0.5 * early, early + " " + late);
    }
  }

  @Test
  void theRegretOfConstantExplorationGrowsLinearly() {
    // In the long run ε/n · Σ (q*(best) − q*(a)) a pull.
    double[] regret = play(n -> new EpsilonGreedyPlayer(n, 0.2, 0, 0)).regret();
    double slope = (regret[PULLS - 1] - regret[PULLS / 2 - 1]) / (PULLS / 2.0);
    double sum = 0;
    for (int arm = 0; arm < COINS.arms(); arm++) {
      sum += COINS.regret(arm);
    }
    assertEquals(0.2 / COINS.arms() * sum, slope, 0.15 * slope);
  }

  @Test
  void optimismMakesAGreedyPlayerTryEverything() {
    double plain = last(play(n -> new EpsilonGreedyPlayer(n, 0, 0, 0)));
    double optimistic = last(play(n -> new EpsilonGreedyPlayer(n, 0, 5, 0.05)));
    assertTrue(optimistic < plain / 2, optimistic + " " + plain);
  }

  @Test
  void withNormalRewardsThompsonBeatsUcbAndGreed() {
    IntFunction<BanditPlayer> thompson = n -> new NormalThompsonPlayer(n, 1, 1);
    double[] regrets = {
      testbed(thompson),
      testbed(n -> new Ucb1Player(n, 1)),
      testbed(n -> new EpsilonGreedyPlayer(n, 0, 0, 0))
    };
    assertTrue(regrets[0] < regrets[2] && regrets[1] < regrets[2], Arrays.toString(regrets));
  }

  private static double testbed(IntFunction<BanditPlayer> player) {
    return last(BanditTrial.play(BanditPlayersTest::normal, player, 200, 1_000, 3));
  }

  private static Bandit normal(long seed) {
    Rng rng = new Rng(seed);
    double[] means = new double[10];
    Arrays.setAll(means, i -> rng.nextGaussian());
    return new Bandit() {
      @Override
      public int arms() {
        return means.length;
      }

      @Override
      public double mean(int arm) {
        return means[arm];
      }

      @Override
      public double pull(int arm, Rng noise) {
        return means[arm] + noise.nextGaussian();
      }
    };
  }

  private static double last(BanditTrial trial) {
    return trial.regret()[trial.regret().length - 1];
  }

  @Test
  void ucb1PullsEveryArmOnceBeforeAnyTwice() {
    Ucb1Player player = new Ucb1Player(5, 1);
    boolean[] pulled = new boolean[5];
    Rng rng = new Rng(1);
    for (int i = 0; i < 5; i++) {
      int arm = player.choose(rng);
      assertTrue(!pulled[arm], "arm " + arm);
      pulled[arm] = true;
      player.learn(arm, 1 - i * 0.2);
    }
  }

  @Test
  void betaDrawsHaveTheRightMeanAndSpread() {
    Rng rng = new Rng(5);
    double sum = 0;
    double squares = 0;
    int n = 20_000;
    for (int i = 0; i < n; i++) {
      double x = ThompsonPlayer.beta(3, 5, rng);
      sum += x / n;
      squares += x * x / n;
    }
    assertEquals(3.0 / 8, sum, 0.005);
    assertEquals(15.0 / (64 * 9), squares - sum * sum, 0.001);
  }

  @Test
  void theSameSeedGivesTheSameCurve() {
    assertArrayEquals(play(ThompsonPlayer::new).regret(), play(ThompsonPlayer::new).regret());
  }

  @Test
  void aRewardThatBetaCannotHoldIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ThompsonPlayer(2).learn(0, 1.5));
  }
}
