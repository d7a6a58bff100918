package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;

/** One row of a small matrix that is applied to arrays instead of numbers: y = Σ cᵢ x[i]. */
final class Combination {
  /** Where the coefficients are not 0. */
  private final int[] index;

  private final float[] c;

  private Combination(List<Integer> index, List<Double> coefficients) {
    this.index = index.stream().mapToInt(Integer::intValue).toArray();
    this.c = new float[index.size()];
    for (int i = 0; i < c.length; i++) {
      c[i] = coefficients.get(i).floatValue();
    }
  }

  static Combination[] rows(double[][] matrix) {
    Combination[] rows = new Combination[matrix.length];
    for (int r = 0; r < rows.length; r++) {
      List<Integer> index = new ArrayList<>();
      List<Double> coefficients = new ArrayList<>();
      for (int i = 0; i < matrix[r].length; i++) {
        if (matrix[r][i] != 0) {
          index.add(i);
          coefficients.add(matrix[r][i]);
        }
      }
      rows[r] = new Combination(index, coefficients);
    }
    return rows;
  }

  static Combination[] columns(double[][] matrix) {
    double[][] transposed = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < transposed.length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return rows(transposed);
  }

  /** y = Σ cᵢ x[first + i · step]. */
  void of(float[] y, float[][] x, int first, int step) {
    switch (c.length) {
      case 1 -> RowMath.set(y, x[first + index[0] * step], c[0]);
      case 2 -> RowMath.set(y, x[first + index[0] * step], x[first + index[1] * step], c[0], c[1]);
      case 3 -> set3(y, x, first, step);
      default -> {
        set4(y, x, first, step);
        rest(y, x, first, step, 4);
      }
    }
  }

  /** y += Σ cᵢ x[first + i · step]. */
  void addTo(float[] y, float[][] x, int first, int step) {
    rest(y, x, first, step, 0);
  }

  private void rest(float[] y, float[][] x, int first, int step, int from) {
    for (int i = from; i < c.length; ) {
      float[] p = x[first + index[i] * step];
      if (i + 3 < c.length) {
        float[] q = x[first + index[i + 1] * step];
        float[] r = x[first + index[i + 2] * step];
        float[] s = x[first + index[i + 3] * step];
        RowMath.add4(y, p, q, r, s, c[i], c[i + 1], c[i + 2], c[i + 3]);
        i += 4;
      } else if (i + 1 < c.length) {
        RowMath.add2(y, p, x[first + index[i + 1] * step], c[i], c[i + 1]);
        i += 2;
      } else {
        RowMath.add(y, p, c[i]);
        i++;
      }
    }
  }

  private void set3(float[] y, float[][] x, int first, int step) {
    float[] p = x[first + index[0] * step];
    float[] q = x[first + index[1] * step];
    float[] r = x[first + index[2] * step];
    RowMath.set(y, p, q, r, c[0], c[1], c[2]);
  }

  private void set4(float[] y, float[][] x, int first, int step) {
    float[] p = x[first + index[0] * step];
    float[] q = x[first + index[1] * step];
    float[] r = x[first + index[2] * step];
    float[] s = x[first + index[3] * step];
    RowMath.set(y, p, q, r, s, c[0], c[1], c[2], c[3]);
  }
}
