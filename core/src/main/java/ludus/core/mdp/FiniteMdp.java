package ludus.core.mdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ludus.core.random.Rng;

/**
 * A small world that is known completely: a finite Markov decision process with its exact table
 * p(s′, r | s, a), as in Sutton and Barto (2018), equation 3.2. States and actions are indices from
 * 0; every action exists in every state.
 *
 * <p>For each state that is not terminal and each action there is a list of <em>outcomes</em>: a
 * probability, a next state and a reward. A terminal state has no outcomes; nothing is earned in
 * it, so its value is 0. Discounting is no part of the world, but of those who value it.
 *
 * <p>It never changes, and any number of threads may use it. It is made by {@link #builder}, which
 * refuses tables that make no sense.
 */
public final class FiniteMdp {
  /** By how much the probabilities of a sum may miss 1: rounding errors, nothing more. */
  static final double TOLERANCE = 1e-9;

  private final String name;
  private final List<String> stateNames;
  private final List<String> actionNames;
  private final GridLayout layout;
  private final boolean[] terminal;
  private final double[] start;
  // Outcomes of (s, a) lie in [first[s·A + a], first[s·A + a + 1]).
  private final int[] first;
  private final double[] probability;
  private final int[] next;
  private final double[] reward;

  FiniteMdp(FiniteMdpBuilder parts) {
    name = parts.name;
    stateNames = List.copyOf(parts.stateNames);
    actionNames = List.copyOf(parts.actionNames);
    layout = parts.layout;
    terminal = parts.terminal.clone();
    start = parts.start.clone();
    List<FiniteMdpBuilder.Outcome> all = new ArrayList<>();
    first = new int[states() * actions() + 1];
    for (int i = 0; i < states() * actions(); i++) {
      first[i] = all.size();
      all.addAll(parts.outcomes.get(i));
    }
    first[states() * actions()] = all.size();
    probability = all.stream().mapToDouble(FiniteMdpBuilder.Outcome::probability).toArray();
    next = all.stream().mapToInt(FiniteMdpBuilder.Outcome::next).toArray();
    reward = all.stream().mapToDouble(FiniteMdpBuilder.Outcome::reward).toArray();
  }

  /**
   * Begins a world.
   *
   * @param name lower-case name
   * @param states names of the states, each once
   * @param actions names of the actions, each once
   */
  public static FiniteMdpBuilder builder(String name, List<String> states, List<String> actions) {
    return new FiniteMdpBuilder(name, states, actions);
  }

  public String name() {
    return name;
  }

  /** How many states there are. */
  public int states() {
    return stateNames.size();
  }

  /** How many actions there are. */
  public int actions() {
    return actionNames.size();
  }

  /** Names of the states, in the order of their indices. */
  public List<String> stateNames() {
    return stateNames;
  }

  /** Names of the actions, in the order of their indices. */
  public List<String> actionNames() {
    return actionNames;
  }

  /** Where the states lie on a page, for drawing. */
  public GridLayout layout() {
    return layout;
  }

  /** Whether an episode ends in this state. */
  public boolean terminal(int state) {
    return terminal[state];
  }

  /** Whether there is any terminal state; without one the task goes on for ever. */
  public boolean episodic() {
    for (boolean end : terminal) {
      if (end) {
        return true;
      }
    }
    return false;
  }

  /** The probability that an episode begins in this state. */
  public double start(int state) {
    return start[state];
  }

  /** How many outcomes this action has in this state; none in a terminal state. */
  public int outcomes(int state, int action) {
    int row = row(state, action);
    return first[row + 1] - first[row];
  }

  /** The probability of outcome {@code k}, over 0. */
  public double probability(int state, int action, int k) {
    return probability[outcome(state, action, k)];
  }

  /** Where outcome {@code k} leads. */
  public int next(int state, int action, int k) {
    return next[outcome(state, action, k)];
  }

  /** What outcome {@code k} earns. */
  public double reward(int state, int action, int k) {
    return reward[outcome(state, action, k)];
  }

  /** r(s, a) = Σ p r: what the action earns on average; 0 in a terminal state. */
  public double expectedReward(int state, int action) {
    int row = row(state, action);
    double sum = 0;
    for (int i = first[row]; i < first[row + 1]; i++) {
      sum += probability[i] * reward[i];
    }
    return sum;
  }

  /** Σ p (r + γ v(s′)): the value of an action if states have the values {@code v}. */
  public double backup(int state, int action, double gamma, double[] v) {
    int row = row(state, action);
    double sum = 0;
    for (int i = first[row]; i < first[row + 1]; i++) {
      sum += probability[i] * (reward[i] + gamma * v[next[i]]);
    }
    return sum;
  }

  /** The same for all actions, a row a state: q(s, a); 0 in terminal states. */
  public double[][] backups(double gamma, double[] v) {
    double[][] q = new double[states()][actions()];
    for (int s = 0; s < q.length; s++) {
      for (int a = 0; a < actions(); a++) {
        q[s][a] = backup(s, a, gamma, v); // a terminal state has no outcomes
      }
    }
    return q;
  }

  /** Draws the state in which an episode begins; one random number. */
  public int sampleStart(Rng rng) {
    double u = rng.nextDouble();
    int last = 0;
    for (int s = 0; s < start.length; s++) {
      if (start[s] > 0) {
        last = s;
        u -= start[s];
        if (u < 0) {
          return s;
        }
      }
    }
    return last; // the sum may miss 1 by a rounding error
  }

  /**
   * Draws an outcome; one random number, whatever the table says.
   *
   * @return an index for {@link #next} and {@link #reward}
   * @throws IllegalArgumentException if the state is terminal
   */
  public int sample(int state, int action, Rng rng) {
    int row = row(state, action);
    int count = first[row + 1] - first[row];
    if (count == 0) {
      throw new IllegalArgumentException(
          "%s is a terminal state of %s: begin again".formatted(stateNames.get(state), name));
    }
    double u = rng.nextDouble();
    for (int k = 0; k < count - 1; k++) {
      u -= probability[first[row] + k];
      if (u < 0) {
        return k;
      }
    }
    return count - 1;
  }

  private int row(int state, int action) {
    Objects.checkIndex(state, states());
    return state * actions() + Objects.checkIndex(action, actions());
  }

  private int outcome(int state, int action, int k) {
    int row = row(state, action);
    return first[row] + Objects.checkIndex(k, first[row + 1] - first[row]);
  }

  @Override
  public String toString() {
    return "%s: %d states, %d actions".formatted(name, states(), actions());
  }
}
