package ludus.agents.tabular;

import ludus.agents.explore.Schedule;
import ludus.core.random.Rng;

/**
 * ε-greedy behaviour over a table: with probability ε any action, each being as likely; otherwise
 * one of the best, equals sharing their chance. ε follows a schedule over the steps taken.
 */
public final class Exploration {
  private final QTable q;
  private final Schedule epsilon;
  private final Rng rng;
  private long steps;

  public Exploration(QTable q, Schedule epsilon, long seed) {
    this.q = q;
    this.epsilon = epsilon;
    rng = new Rng(seed);
  }

  /** Chooses an action and counts a step. */
  public int choose(int state) {
    double e = epsilon.at(steps++);
    if (e > 0 && rng.nextDouble() < e) {
      return rng.nextInt(q.actions());
    }
    int pick = rng.nextInt(best(state));
    double max = q.max(state);
    for (int a = 0; ; a++) {
      if (q.get(state, a) == max && pick-- == 0) {
        return a;
      }
    }
  }

  /** Any action, each being as likely; counts a step. */
  int any() {
    steps++;
    return rng.nextInt(q.actions());
  }

  /** Σₐ π(a|s) q(s, a): what the state is worth to one who behaves so. */
  public double expected(int state) {
    double e = epsilon.at(steps);
    double sum = 0;
    for (int a = 0; a < q.actions(); a++) {
      sum += q.get(state, a);
    }
    return e * sum / q.actions() + (1 - e) * q.max(state);
  }

  /** How many actions share the greatest value. */
  private int best(int state) {
    double max = q.max(state);
    int count = 0;
    for (int a = 0; a < q.actions(); a++) {
      count += q.get(state, a) == max ? 1 : 0;
    }
    return count;
  }

  /** The present ε. */
  public double epsilon() {
    return epsilon.at(steps);
  }

  /** Uniform in [0, bound): for those whose learning is random, too. */
  int draw(int bound) {
    return rng.nextInt(bound);
  }

  void keep(Archive archive) {
    steps = archive.number("exploration_steps", steps);
    rng.state(archive.number("exploration_rng", rng.state()));
  }
}
