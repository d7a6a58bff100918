package ludus.agents.bandit;

import java.util.function.IntFunction;
import java.util.function.LongFunction;
import ludus.core.mdp.Bandit;
import ludus.core.random.Rng;

/**
 * Many games of one player against as many bandits. Bandit i and its noise come from the seed and i
 * alone, so that different players meet the same bandits.
 *
 * @param regret by pull: what the pulls up to it have given away, Σ q*(best) − q*(arm), averaged
 *     over the bandits
 * @param deviation by pull: the standard deviation of that over the bandits
 * @param optimal by pull: the share of bandits whose best arm this pull has found
 */
public record BanditTrial(double[] regret, double[] deviation, double[] optimal) {
  /**
   * Plays.
   *
   * @param bandit makes a bandit from a seed
   * @param player makes a player for a number of arms
   * @param bandits how many games
   * @param pulls how many pulls a game
   */
  public static BanditTrial play(
      LongFunction<Bandit> bandit,
      IntFunction<BanditPlayer> player,
      int bandits,
      int pulls,
      long seed) {
    double[] sum = new double[pulls];
    double[] squares = new double[pulls];
    double[] optimal = new double[pulls];
    for (int i = 0; i < bandits; i++) {
      Bandit world = bandit.apply(Rng.derive(seed, i, 0));
      BanditPlayer agent = player.apply(world.arms());
      Rng noise = new Rng(Rng.derive(seed, i, 1));
      Rng choice = new Rng(Rng.derive(seed, i, 2));
      double given = 0;
      for (int t = 0; t < pulls; t++) {
        int arm = agent.choose(choice);
        agent.learn(arm, world.pull(arm, noise));
        double regret = world.regret(arm);
        given += regret;
        sum[t] += given / bandits;
        squares[t] += given * given / bandits;
        optimal[t] += regret == 0 ? 1.0 / bandits : 0;
      }
    }
    for (int t = 0; t < pulls; t++) {
      squares[t] = Math.sqrt(Math.max(0, squares[t] - sum[t] * sum[t]));
    }
    return new BanditTrial(sum, squares, optimal);
  }
}
