package ludus.games.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.mdp.Bandit;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class BanditTest {
  private static double meanOfPulls(Bandit bandit, int arm, int pulls) {
    Rng rng = new Rng(7);
    double sum = 0;
    for (int i = 0; i < pulls; i++) {
      sum += bandit.pull(arm, rng);
    }
    return sum / pulls;
  }

  @Test
  void armsEarnTheirMeansOnAverage() {
    GaussianBandit gaussian = new GaussianBandit(new double[] {0.3, -1.5, 2}, 1);
    BernoulliBandit bernoulli = new BernoulliBandit(0, 0.25, 1);
    for (int arm = 0; arm < 3; arm++) {
      // Five standard errors of 40,000 pulls.
      assertEquals(gaussian.mean(arm), meanOfPulls(gaussian, arm, 40_000), 0.025);
      assertEquals(bernoulli.mean(arm), meanOfPulls(bernoulli, arm, 40_000), 0.012);
    }
    assertEquals(2, gaussian.best());
    assertEquals(3.5, gaussian.regret(1));
    assertEquals(0, bernoulli.regret(2));
  }

  @Test
  void theTestbedIsStandardNormalAndRepeats() {
    double sum = 0;
    double squares = 0;
    double best = 0;
    int bandits = 2_000;
    for (int seed = 0; seed < bandits; seed++) {
      GaussianBandit bandit = GaussianBandit.testbed(10, seed);
      for (int arm = 0; arm < 10; arm++) {
        sum += bandit.mean(arm);
        squares += bandit.mean(arm) * bandit.mean(arm);
      }
      best += bandit.mean(bandit.best());
    }
    assertEquals(0, sum / bandits / 10, 0.035);
    assertEquals(1, squares / bandits / 10, 0.05);
    // The greatest of ten standard normal numbers is 1.54 on average.
    assertEquals(1.54, best / bandits, 0.07);
    assertEquals(GaussianBandit.testbed(10, 3).mean(9), GaussianBandit.testbed(10, 3).mean(9));
  }

  @Test
  void bernoulliBanditsEarnZeroOrOneAndDrawTheirMeansFromTheSeed() {
    BernoulliBandit bandit = BernoulliBandit.uniform(5, 1);
    Rng rng = new Rng(2);
    for (int i = 0; i < 1_000; i++) {
      double reward = bandit.pull(i % 5, rng);
      assertTrue(reward == 0 || reward == 1);
    }
    assertEquals(bandit.mean(4), BernoulliBandit.uniform(5, 1).mean(4));
  }

  @Test
  void aBanditThatMakesNoSenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BernoulliBandit());
    assertThrows(IllegalArgumentException.class, () -> new BernoulliBandit(1.1));
    assertThrows(IllegalArgumentException.class, () -> new BernoulliBandit(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> new GaussianBandit(new double[] {Double.NaN}, 1));
    assertThrows(IllegalArgumentException.class, () -> new GaussianBandit(new double[0], 1));
    assertThrows(IllegalArgumentException.class, () -> new GaussianBandit(new double[] {0}, -1));
  }
}
