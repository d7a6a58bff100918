package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A {@link NetworkSpec.Head} in terms of a plain network.
 *
 * <p>Two dense layers on the same input are one whose matrices stand side by side, so the hidden
 * layers of a dueling head's streams become one of twice the units, and its two output layers one
 * of atoms + outputs units, value first. The output layer's matrix is then [V 0; 0 A]: its zeros
 * are kept by {@link EngineNetwork#keepApart}. Without hidden layers of their own it is simply [V
 * A], as an actor-critic's is [policy value].
 *
 * <p>A dueling head's outputs are Q(a) = V + A(a) − mean A, so that ∂L/∂V = Σ ∂L/∂Q(a) and ∂L/∂A(a)
 * = ∂L/∂Q(a) − mean ∂L/∂Q, atom by atom (Wang et al. 2016, equation 9).
 */
final class HeadStreams {
  /** Some columns of a matrix of the plain network, by a name of their own. */
  private record Part(String name, String plain, int row, int column, int[] shape) {}

  private final NetworkSpec spec;
  private final NetworkSpec raw;
  private final NetworkSpec.Dueling dueling;
  private final List<Part> parts = new ArrayList<>();

  HeadStreams(NetworkSpec spec) {
    this.spec = spec;
    this.dueling = spec.head() instanceof NetworkSpec.Dueling d ? d : null;
    List<NetworkSpec.Layer> hidden =
        new ArrayList<>(spec.hidden().subList(0, spec.hidden().size() - 1));
    int outputs = spec.outputs();
    int denses = (int) hidden.stream().filter(NetworkSpec.Dense.class::isInstance).count();
    if (dueling != null) {
      outputs += dueling.atoms();
      if (dueling.units() > 0) {
        hidden.add(new NetworkSpec.Dense(2 * dueling.units()));
        part("value1", "dense" + (denses + 1), 0, 0);
        part("advantage1", "dense" + (denses + 1), 0, dueling.units());
      }
      part("value", "output", 0, 0);
      part("advantage", "output", dueling.units(), dueling.atoms());
    } else {
      part("policy", "output", 0, 0);
      part("value", "output", 0, outputs - 1);
    }
    this.raw = new NetworkSpec(spec.input(), hidden, outputs);
  }

  private void part(String name, String plain, int row, int column) {
    int[] shape = spec.parameters().get(name + ".weight");
    parts.add(new Part(name + ".weight", plain + ".weight", row, column, shape));
    parts.add(new Part(name + ".bias", plain + ".bias", 0, column, new int[] {shape[1]}));
  }

  /** The plain network. */
  NetworkSpec raw() {
    return raw;
  }

  /** Whether the streams have hidden layers of their own. */
  boolean apart() {
    return dueling != null && dueling.units() > 0;
  }

  int hiddenUnits() {
    return dueling.units();
  }

  int atoms() {
    return dueling.atoms();
  }

  /** The network's outputs from those of its streams. */
  void join(float[] streams, int rows, float[] outputs) {
    int count = spec.outputs();
    if (dueling == null) {
      System.arraycopy(streams, 0, outputs, 0, rows * count);
      return;
    }
    int atoms = dueling.atoms();
    int actions = count / atoms;
    for (int r = 0; r < rows; r++) {
      int value = r * (count + atoms);
      for (int atom = 0; atom < atoms; atom++) {
        float sum = 0;
        for (int a = 0; a < actions; a++) {
          sum += streams[value + atoms + a * atoms + atom];
        }
        float base = streams[value + atom] - sum / actions;
        for (int a = 0; a < actions; a++) {
          outputs[r * count + a * atoms + atom] = base + streams[value + atoms + a * atoms + atom];
        }
      }
    }
  }

  /** The gradient of the streams' outputs from that of the network's. */
  void splitGradient(float[] outputs, int rows, float[] streams) {
    int count = spec.outputs();
    if (dueling == null) {
      System.arraycopy(outputs, 0, streams, 0, rows * count);
      return;
    }
    int atoms = dueling.atoms();
    int actions = count / atoms;
    for (int r = 0; r < rows; r++) {
      int value = r * (count + atoms);
      for (int atom = 0; atom < atoms; atom++) {
        float sum = 0;
        for (int a = 0; a < actions; a++) {
          sum += outputs[r * count + a * atoms + atom];
        }
        streams[value + atom] = sum;
        for (int a = 0; a < actions; a++) {
          int at = a * atoms + atom;
          streams[value + atoms + at] = outputs[r * count + at] - sum / actions;
        }
      }
    }
  }

  /** What the plain network calls {@code prefix + name}, by the names of this one. */
  Weights named(Weights plain, String prefix) {
    Weights named = new Weights();
    spec.parameters()
        .forEach(
            (name, shape) -> {
              Part part = part(name);
              float[] values =
                  part == null
                      ? plain.values(prefix + name)
                      : cut(part, plain.values(prefix + part.plain()));
              named.put(name, shape, values);
            });
    return named;
  }

  /** The way back of {@link #named}; between streams that are kept apart is 0. */
  Weights plain(Weights named, String prefix) {
    Weights plain = new Weights();
    for (Map.Entry<String, int[]> parameter : raw.parameters().entrySet()) {
      String name = parameter.getKey();
      int[] shape = parameter.getValue();
      if (spec.parameters().containsKey(name)) {
        plain.put(name, shape, named.values(prefix + name));
        continue;
      }
      float[] values = new float[Weights.length(shape)];
      for (Part part : parts) {
        if (part.plain().equals(name)) {
          paste(part, named.values(prefix + part.name()), values);
        }
      }
      plain.put(name, shape, values);
    }
    return plain;
  }

  private Part part(String name) {
    for (Part part : parts) {
      if (part.name().equals(name)) {
        return part;
      }
    }
    return null;
  }

  private float[] cut(Part part, float[] matrix) {
    float[] values = new float[Weights.length(part.shape())];
    each(part, (here, there, length) -> System.arraycopy(matrix, there, values, here, length));
    return values;
  }

  private void paste(Part part, float[] values, float[] matrix) {
    each(part, (here, there, length) -> System.arraycopy(values, here, matrix, there, length));
  }

  /** What to do with a run of values that begins here and there. */
  private interface Copy {
    void of(int here, int there, int length);
  }

  private void each(Part part, Copy copy) {
    int[] shape = part.shape();
    int width = shape[shape.length - 1];
    int height = shape.length == 1 ? 1 : shape[0];
    int[] plain = raw.parameters().get(part.plain());
    int stride = plain[plain.length - 1];
    for (int r = 0; r < height; r++) {
      copy.of(r * width, (part.row() + r) * stride + part.column(), width);
    }
  }
}
