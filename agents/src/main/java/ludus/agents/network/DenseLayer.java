package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One dense layer of {@link DenseNetwork}: its weights as one row of units per input, their
 * gradient and Adam's moments.
 */
final class DenseLayer {
  /** What there is one of for each parameter. */
  enum Array {
    PARAMETER,
    GRADIENT,
    FIRST_MOMENT,
    SECOND_MOMENT
  }

  final String name;
  final int inputs;
  final int units;

  /** By {@link Array}: [input][unit], and in the last row the bias. */
  private final float[][][] arrays;

  private final float[][] weight;
  private final float[][] transposed;
  private boolean stale = true;

  private DenseLayer(String name, int inputs, int units) {
    this.name = name;
    this.inputs = inputs;
    this.units = units;
    this.arrays = new float[Array.values().length][inputs + 1][units];
    this.weight = new float[inputs][];
    this.transposed = new float[units][inputs];
    System.arraycopy(parameters(), 0, weight, 0, inputs);
  }

  static DenseLayer[] of(NetworkSpec spec) {
    List<DenseLayer> layers = new ArrayList<>();
    spec.parameters()
        .forEach(
            (name, shape) -> {
              if (name.endsWith(".weight")) {
                String stem = name.substring(0, name.length() - ".weight".length());
                layers.add(new DenseLayer(stem, shape[0], shape[1]));
              }
            });
    return layers.toArray(DenseLayer[]::new);
  }

  private float[][] parameters() {
    return arrays[Array.PARAMETER.ordinal()];
  }

  float[] bias() {
    return parameters()[inputs];
  }

  /** [input][unit]. */
  float[][] weight() {
    return weight;
  }

  /** [unit][input], brought up to date when the weights have changed. */
  float[][] transposed() {
    if (stale) {
      RowMath.transpose(weight, transposed);
      stale = false;
    }
    return transposed;
  }

  /** ∂L/∂W = xᵀ d and ∂L/∂b = Σ d. */
  void gradient(float[][] x, float[][] d, int rows) {
    float[][] gradient = arrays[Array.GRADIENT.ordinal()];
    for (int i = 0; i < inputs; i++) {
      RowMath.columnProduct(gradient[i], x, i, d, rows);
    }
    RowMath.sum(gradient[inputs], d, rows);
  }

  /**
   * Nothing goes from the first inputs to any but the first units, nor from the others to these.
   */
  void keepApart(int firstInputs, int firstUnits) {
    float[][] gradient = arrays[Array.GRADIENT.ordinal()];
    for (int i = 0; i < inputs; i++) {
      boolean first = i < firstInputs;
      Arrays.fill(gradient[i], first ? firstUnits : 0, first ? units : firstUnits, 0);
    }
  }

  double gradientSquares() {
    double sum = 0;
    for (float[] row : arrays[Array.GRADIENT.ordinal()]) {
      sum += RowMath.squares(row);
    }
    return sum;
  }

  void update(Adam adam) {
    float[][] theta = parameters();
    float[][] g = arrays[Array.GRADIENT.ordinal()];
    float[][] m = arrays[Array.FIRST_MOMENT.ordinal()];
    float[][] v = arrays[Array.SECOND_MOMENT.ordinal()];
    for (int i = 0; i <= inputs; i++) {
      adam.update(theta[i], g[i], m[i], v[i]);
    }
    stale = true;
  }

  void blend(DenseLayer other, float tau) {
    float[][] theta = parameters();
    float[][] from = other.parameters();
    for (int i = 0; i <= inputs; i++) {
      RowMath.blend(theta[i], from[i], tau);
    }
    stale = true;
  }

  void copyTo(Weights weights, String prefix, Array what) {
    float[][] rows = arrays[what.ordinal()];
    float[] flat = new float[inputs * units];
    for (int i = 0; i < inputs; i++) {
      System.arraycopy(rows[i], 0, flat, i * units, units);
    }
    weights.put(prefix + name + ".weight", new int[] {inputs, units}, flat);
    weights.put(prefix + name + ".bias", new int[] {units}, rows[inputs].clone());
  }

  void copyFrom(Weights weights, String prefix, Array what) {
    float[][] rows = arrays[what.ordinal()];
    float[] flat = weights.values(prefix + name + ".weight");
    for (int i = 0; i < inputs; i++) {
      System.arraycopy(flat, i * units, rows[i], 0, units);
    }
    System.arraycopy(weights.values(prefix + name + ".bias"), 0, rows[inputs], 0, units);
    stale = true;
  }
}
