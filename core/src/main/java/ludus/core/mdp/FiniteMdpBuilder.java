package ludus.core.mdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * Writes the table of a {@link FiniteMdp}, outcome by outcome, and checks it as a whole at the end.
 */
public final class FiniteMdpBuilder {
  /** One way that an action may turn out. */
  record Outcome(double probability, int next, double reward) {}

  final String name;
  final List<String> stateNames;
  final List<String> actionNames;
  final List<List<Outcome>> outcomes = new ArrayList<>();
  final boolean[] terminal;
  final double[] start;
  GridLayout layout;

  FiniteMdpBuilder(String name, List<String> states, List<String> actions) {
    this.name = Objects.requireNonNull(name);
    stateNames = distinct("state", states);
    actionNames = distinct("action", actions);
    terminal = new boolean[states.size()];
    start = new double[states.size()];
    for (int i = 0; i < states.size() * actions.size(); i++) {
      outcomes.add(new ArrayList<>());
    }
  }

  private List<String> distinct(String kind, List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("%s needs a %s".formatted(name, kind));
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException("two %ss of %s have one name".formatted(kind, name));
    }
    return List.copyOf(names);
  }

  /**
   * In {@code state}, {@code action} leads to {@code next} and earns {@code reward}, for sure.
   *
   * @throws IllegalArgumentException if an index is out of range or the reward is not finite
   */
  public FiniteMdpBuilder outcome(int state, int action, int next, double reward) {
    return outcome(state, action, 1, next, reward);
  }

  /**
   * In {@code state}, {@code action} leads to {@code next} and earns {@code reward} with this
   * probability, which is over 0.
   *
   * @throws IllegalArgumentException if an index is out of range, the probability is not in (0, 1]
   *     or the reward is not finite
   */
  public FiniteMdpBuilder outcome(
      int state, int action, double probability, int next, double reward) {
    check("state", state, stateNames.size());
    check("action", action, actionNames.size());
    check("next state", next, stateNames.size());
    require(
        probability > 0 && probability <= 1,
        "a probability must be over 0 and at most 1, was %s at %s",
        probability,
        place(state, action));
    require(
        Double.isFinite(reward), "a reward is %s at %s: no number", reward, place(state, action));
    outcomes.get(state * actionNames.size() + action).add(new Outcome(probability, next, reward));
    return this;
  }

  /** An episode ends in this state. */
  public FiniteMdpBuilder terminal(int state) {
    terminal[check("state", state, stateNames.size())] = true;
    return this;
  }

  /** An episode begins in this state with this probability. */
  public FiniteMdpBuilder start(int state, double probability) {
    require(
        probability >= 0 && probability <= 1,
        "a probability must be from 0 to 1, was %s for the start in %s",
        probability,
        stateNames.get(check("state", state, stateNames.size())));
    start[state] = probability;
    return this;
  }

  /** Where the states lie on a page; without a layout they lie in one row. */
  public FiniteMdpBuilder layout(GridLayout layout) {
    this.layout = layout;
    return this;
  }

  /**
   * The finished world.
   *
   * @throws IllegalArgumentException if probabilities do not sum to 1, a terminal state has
   *     outcomes or begins an episode, or the layout is of another number of states or actions
   */
  public FiniteMdp build() {
    double begin = Arrays.stream(start).sum();
    require(near1(begin), "the start probabilities of %s sum to %s, not to 1", name, begin);
    for (int s = 0; s < terminal.length; s++) {
      require(
          !terminal[s] || start[s] == 0,
          "%s is terminal, an episode of %s cannot begin there",
          stateNames.get(s),
          name);
      for (int a = 0; a < actionNames.size(); a++) {
        List<Outcome> list = outcomes.get(s * actionNames.size() + a);
        require(!terminal[s] || list.isEmpty(), "%s is terminal, but goes on", place(s, a));
        double sum = list.stream().mapToDouble(Outcome::probability).sum();
        require(
            terminal[s] || near1(sum),
            "the probabilities of %s sum to %s, not to 1",
            place(s, a),
            sum);
      }
    }
    if (layout == null) {
      layout = GridLayout.row(terminal.length, actionNames.size());
    }
    require(
        layout.cells().size() == terminal.length && layout.moves().size() == actionNames.size(),
        "the layout of %s is of %s states and %s actions, the world has %s and %s",
        name,
        layout.cells().size(),
        layout.moves().size(),
        terminal.length,
        actionNames.size());
    return new FiniteMdp(this);
  }

  private static boolean near1(double sum) {
    return Math.abs(sum - 1) <= FiniteMdp.TOLERANCE;
  }

  private String place(int state, int action) {
    return "(%s, %s) of %s".formatted(stateNames.get(state), actionNames.get(action), name);
  }

  private int check(String kind, int index, int count) {
    require(
        index >= 0 && index < count, "%s has %ss 0 to %s, got %s", name, kind, count - 1, index);
    return index;
  }

  private static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }
}
