package ludus.agents.tabular;

import ludus.agents.explore.Exploration;
import ludus.core.random.Rng;

/** How an agent explores while it learns a table, with the chance and the count of steps for it. */
final class Behaviour {
  private final QTable q;
  private final Exploration rule;
  private final Rng rng;
  private final int[] chosen = new int[1];
  private final float[] row;
  private final float[] probabilities;
  private long steps;

  Behaviour(QTable q, Exploration rule, long seed) {
    this.q = q;
    this.rule = rule;
    rng = new Rng(seed);
    row = new float[q.actions()];
    probabilities = new float[q.actions()];
  }

  /** Chooses an action and counts a step. */
  int choose(int state) {
    rule.ahead(steps, q.actions(), rng, chosen);
    int action =
        chosen[0] == Exploration.BY_VALUE
            ? rule.byValue(steps, q.values(), q.index(state, 0), q.actions(), rng)
            : chosen[0];
    steps++;
    return action;
  }

  /** Any action, each being as likely; counts a step. */
  int any() {
    steps++;
    return rng.nextInt(q.actions());
  }

  /** Σₐ π(a|s) q(s, a): what the state is worth to one who behaves so. */
  double expected(int state) {
    System.arraycopy(q.values(), q.index(state, 0), row, 0, row.length);
    rule.probabilities(steps, row, probabilities);
    double sum = 0;
    for (int a = 0; a < row.length; a++) {
      sum += (double) probabilities[a] * row[a];
    }
    return sum;
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
