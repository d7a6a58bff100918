package ludus.headless.run;

import java.util.Arrays;
import java.util.List;
import ludus.agents.tabular.TabularAlgorithm;

/**
 * A family of algorithms that take the same hyper-parameters, so that a preset made for one of them
 * suits all.
 */
enum AlgorithmKind {
  DQN("dqn", List.of("dqn")),
  PQN("pqn", List.of("pqn")),
  TABULAR("tabular", TabularAlgorithm.titles()),
  PLANNING("tabular", List.of("value-iteration", "policy-iteration"));

  private final String options;
  private final List<String> algorithms;

  AlgorithmKind(String options, List<String> algorithms) {
    this.options = options;
    this.algorithms = algorithms;
  }

  /** The key of its hyper-parameters in a preset. */
  String options() {
    return options;
  }

  /** The names of its algorithms. */
  List<String> algorithms() {
    return algorithms;
  }

  /**
   * The kind of an algorithm.
   *
   * @throws IllegalArgumentException if there is no algorithm of this name
   */
  static AlgorithmKind of(String algorithm) {
    return Arrays.stream(values())
        .filter(kind -> kind.algorithms.contains(algorithm))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown algorithm '%s'; there is %s"
                        .formatted(algorithm, String.join(", ", all()))));
  }

  /** The names of all algorithms. */
  static List<String> all() {
    return Arrays.stream(values()).flatMap(kind -> kind.algorithms.stream()).toList();
  }
}
