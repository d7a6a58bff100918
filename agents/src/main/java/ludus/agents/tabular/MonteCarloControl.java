package ludus.agents.tabular;

/**
 * First-visit Monte Carlo control (Sutton and Barto 2018, sections 5.3 and 5.4): learns from whole
 * episodes, and from nothing but what they earned.
 *
 * <ol>
 *   <li>Play an episode: ε-greedily, or, with exploring starts, with any first action and greedily
 *       from then on.
 *   <li>Go through it backwards: G ← R + γ G
 *   <li>Where (S, A) is met for the first time in the episode: Q(S, A) ← Q(S, A) + α [G − Q(S, A)],
 *       or with α = 1/n the mean of all such returns.
 * </ol>
 *
 * <p>Exploring starts want a world that begins anywhere; where it always begins in one place, only
 * the first action explores. An episode that a time limit cuts off continues with what the table
 * says.
 */
public final class MonteCarloControl extends TabularAgent {
  private final boolean exploringStarts;
  private final Steps episode = new Steps();
  private final int[] first;

  public MonteCarloControl(int states, int actions, TabularOptions options, long seed) {
    super(states, actions, options, options.afterStart(), seed);
    exploringStarts = options.exploringStarts();
    first = new int[states * actions];
  }

  @Override
  public int begin(int state) {
    episode.clear();
    s = state;
    a = exploringStarts ? behaviour.any() : behaviour.choose(s);
    return a;
  }

  @Override
  public int step(double reward, int next) {
    episode.add(s, a, reward);
    return go(next);
  }

  @Override
  public void terminate(double reward) {
    end(reward, 0);
  }

  @Override
  public void truncate(double reward, int next) {
    end(reward, behaviour.expected(next));
  }

  private void end(double reward, double tail) {
    episode.add(s, a, reward);
    for (int t = episode.size() - 1; t >= 0; t--) {
      first[q.index(episode.state(t), episode.action(t))] = t;
    }
    double g = tail;
    for (int t = episode.size() - 1; t >= 0; t--) {
      g = episode.reward(t) + gamma * g;
      int entry = q.index(episode.state(t), episode.action(t));
      if (first[entry] == t) {
        learn(entry, g);
      }
    }
  }

  @Override
  public void keep(Archive archive) {
    super.keep(archive);
    episode.keep(archive);
  }
}
