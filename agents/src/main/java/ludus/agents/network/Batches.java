package ludus.agents.network;

import ludus.core.env.Observations;

/** The checks of arguments that all engines share. */
final class Batches {
  private Batches() {}

  static void check(NetworkSpec spec, Observations input, int rows, int outputs) {
    if (input.spec() != spec.input() && !input.spec().equals(spec.input())) {
      throw new IllegalArgumentException(
          "this network takes %s, not %s".formatted(spec.input(), input.spec()));
    }
    if (rows < 1 || rows > input.rows()) {
      throw new IllegalArgumentException(
          "a batch of %d observations has no %d rows".formatted(input.rows(), rows));
    }
    if (outputs < rows * spec.outputs()) {
      throw new IllegalArgumentException(
          "%d rows of %d outputs do not fit in %d".formatted(rows, spec.outputs(), outputs));
    }
  }

  static void checkGradient(NetworkSpec spec, int rows, float[] outputGradient) {
    if (rows == 0) {
      throw new IllegalStateException("there is no forward pass to go back through");
    }
    if (outputGradient.length < rows * spec.outputs()) {
      throw new IllegalArgumentException(
          "the last forward pass had %d rows of %d outputs, their gradient has %d numbers"
              .formatted(rows, spec.outputs(), outputGradient.length));
    }
  }

  static void checkInputGradient(NetworkSpec spec, int rows, float[] inputGradient) {
    if (inputGradient.length < (long) rows * spec.input().size()) {
      throw new IllegalArgumentException(
          "the gradient of %d rows of %d inputs does not fit in %d"
              .formatted(rows, spec.input().size(), inputGradient.length));
    }
  }

  static void checkSameSpec(Network to, Network from) {
    if (!to.spec().equals(from.spec())) {
      throw new IllegalArgumentException(
          "only networks of one shape blend: %s is not %s".formatted(from.spec(), to.spec()));
    }
  }
}
