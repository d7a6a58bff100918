package ludus.agents.tabular;

import java.util.Arrays;
import java.util.List;

/** The algorithms that learn to act with a table, by the names that people type. */
public enum TabularAlgorithm {
  Q_LEARNING("q-learning", QLearning::new),
  SARSA("sarsa", Sarsa::new),
  EXPECTED_SARSA("expected-sarsa", ExpectedSarsa::new),
  N_STEP_SARSA("n-step-sarsa", NStepSarsa::new),
  SARSA_LAMBDA("sarsa-lambda", SarsaLambda::new),
  WATKINS_LAMBDA("watkins-lambda", WatkinsLambda::new),
  MONTE_CARLO("monte-carlo", MonteCarloControl::new),
  DYNA_Q("dyna-q", DynaQ::new);

  private interface Maker {
    TabularAgent make(int states, int actions, TabularOptions options, long seed);
  }

  private final String title;
  private final Maker maker;

  TabularAlgorithm(String title, Maker maker) {
    this.title = title;
    this.maker = maker;
  }

  /** The name that people type: {@code q-learning}. */
  public String title() {
    return title;
  }

  /** All names. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(TabularAlgorithm::title).toList();
  }

  /**
   * The algorithm of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TabularAlgorithm of(String title) {
    return Arrays.stream(values())
        .filter(a -> a.title.equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no table learns by '%s'; there is %s"
                        .formatted(title, String.join(", ", titles()))));
  }

  /**
   * A new agent of this algorithm.
   *
   * @param seed of its exploration
   */
  public TabularAgent create(int states, int actions, TabularOptions options, long seed) {
    return maker.make(states, actions, options, seed);
  }
}
