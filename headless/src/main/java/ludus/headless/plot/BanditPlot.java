package ludus.headless.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import ludus.agents.bandit.BanditPlayer;
import ludus.agents.bandit.BanditTrial;
import ludus.agents.bandit.EpsilonGreedyPlayer;
import ludus.agents.bandit.NormalThompsonPlayer;
import ludus.agents.bandit.ThompsonPlayer;
import ludus.agents.bandit.Ucb1Player;
import ludus.core.mdp.Bandit;
import ludus.games.tabular.BernoulliBandit;
import ludus.games.tabular.GaussianBandit;
import ludus.headless.picture.LineChart;
import ludus.headless.picture.LineChart.Line;

/** What the usual ways of exploring give away on bandits, pull by pull. */
public final class BanditPlot {
  private static final int MOST_PLACES = 500;

  private BanditPlot() {}

  /** What the arms pay. */
  public enum Rewards {
    /** A normal mean, and normal noise of deviation 1 (Sutton and Barto 2018, section 2.3). */
    NORMAL,
    /** 1 with a probability that is uniform from 0 to 1, and else 0. */
    COINS
  }

  /** What goes up. */
  public enum Shown {
    /** Regret so far, with a band of twice its standard error over the bandits. */
    REGRET,
    /** The share of bandits whose best arm is pulled. */
    OPTIMAL
  }

  /**
   * Plays all of them against the same bandits.
   *
   * @param bandits how many
   * @param pulls how many pulls each
   */
  public static LineChart of(
      Rewards rewards, Shown shown, int arms, int bandits, int pulls, long seed) {
    LongFunction<Bandit> maker =
        rewards == Rewards.NORMAL
            ? s -> GaussianBandit.testbed(arms, s)
            : s -> BernoulliBandit.uniform(arms, s);
    List<Line> lines = new ArrayList<>();
    players(rewards)
        .forEach(
            (name, player) -> {
              BanditTrial trial = BanditTrial.play(maker, player, bandits, pulls, seed);
              lines.add(line(name, trial, shown, bandits));
            });
    String title =
        "%d bandits of %d arms with %s rewards"
            .formatted(bandits, arms, rewards == Rewards.NORMAL ? "normal" : "0 or 1");
    String up = shown == Shown.REGRET ? "regret, mean over the bandits" : "best arm pulled, share";
    return new LineChart(title, "pulls", up, false, lines);
  }

  private static Map<String, IntFunction<BanditPlayer>> players(Rewards rewards) {
    boolean normal = rewards == Rewards.NORMAL;
    Map<String, IntFunction<BanditPlayer>> players = new LinkedHashMap<>();
    players.put("greedy", n -> new EpsilonGreedyPlayer(n, 0, 0, 0));
    players.put("ε-greedy 0.01", n -> new EpsilonGreedyPlayer(n, 0.01, 0, 0));
    players.put("ε-greedy 0.1", n -> new EpsilonGreedyPlayer(n, 0.1, 0, 0));
    players.put(
        "greedy, optimistic start",
        n -> new EpsilonGreedyPlayer(n, 0, normal ? 5 : 1, normal ? 0.1 : 0));
    players.put("UCB1", n -> new Ucb1Player(n, Math.sqrt(2)));
    players.put(
        "Thompson sampling", normal ? n -> new NormalThompsonPlayer(n, 1, 1) : ThompsonPlayer::new);
    return players;
  }

  private static Line line(String name, BanditTrial trial, Shown shown, int bandits) {
    double[] values = shown == Shown.REGRET ? trial.regret() : trial.optimal();
    int stride = 1 + (values.length - 1) / MOST_PLACES;
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int from = 0; from < values.length; from += stride) {
      int to = Math.min(from + stride, values.length);
      double sum = 0;
      for (int t = from; t < to; t++) {
        sum += values[t];
      }
      // Shares of single pulls are noisy: their mean over the places that one point stands for.
      double value = shown == Shown.REGRET ? values[to - 1] : sum / (to - from);
      double error = 2 * trial.deviation()[to - 1] / Math.sqrt(bandits);
      x.add((double) to);
      y.add(value);
      low.add(value - error);
      high.add(value + error);
    }
    return shown == Shown.REGRET ? new Line(name, x, y, low, high) : Line.of(name, x, y);
  }
}
