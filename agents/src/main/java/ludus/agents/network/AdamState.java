package ludus.agents.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names and shapes of Adam's state, the same for every engine. */
final class AdamState {
  static final String FIRST = "m.";
  static final String SECOND = "v.";
  static final String STEP = "step";

  private AdamState() {}

  /** {@code m.<name>} of every parameter, then {@code v.<name>}, then {@code step}. */
  static Map<String, int[]> shapes(NetworkSpec spec) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    Map<String, int[]> parameters = spec.parameters();
    parameters.forEach((name, shape) -> shapes.put(FIRST + name, shape));
    parameters.forEach((name, shape) -> shapes.put(SECOND + name, shape));
    shapes.put(STEP, new int[0]);
    return shapes;
  }

  /** A float counts exactly up to 2²⁴; long before that, both bias corrections have become 1. */
  static Weights putStep(Weights state, long step) {
    return state.put(STEP, new int[0], new float[] {step});
  }

  static long step(Weights state) {
    float step = state.values(STEP)[0];
    if (!(step >= 0)) {
      throw new IllegalArgumentException("the optimiser's step must be 0 or more, was " + step);
    }
    return (long) step;
  }
}
