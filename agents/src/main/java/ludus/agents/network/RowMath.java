package ludus.agents.network;

import java.util.Arrays;

/**
 * The inner loops of {@link DenseNetwork}. Each has one store, at most five arrays and no offset
 * into them: the shape that HotSpot's compiler turns into vector instructions (measured on 17: 14
 * to 20 multiply-adds a nanosecond; with an offset into one flat array, two stores or eight rows at
 * once it stays scalar, at 5).
 */
final class RowMath {
  private RowMath() {}

  /** y += Σᵢ x[i] · w[i] for {@code i < x.length}. */
  static void addProduct(float[] y, float[] x, float[][] w) {
    int count = w.length;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      add4(y, w[i], w[i + 1], w[i + 2], w[i + 3], x[i], x[i + 1], x[i + 2], x[i + 3]);
    }
    for (; i < count; i++) {
      add(y, w[i], x[i]);
    }
  }

  /** y = Σᵣ x[r][column] · d[r] for {@code r < rows}. */
  static void columnProduct(float[] y, float[][] x, int column, float[][] d, int rows) {
    Arrays.fill(y, 0);
    int r = 0;
    for (; r + 3 < rows; r += 4) {
      float a = x[r][column];
      float b = x[r + 1][column];
      float c = x[r + 2][column];
      float e = x[r + 3][column];
      add4(y, d[r], d[r + 1], d[r + 2], d[r + 3], a, b, c, e);
    }
    for (; r < rows; r++) {
      add(y, d[r], x[r][column]);
    }
  }

  /** y = Σᵣ d[r] for {@code r < rows}. */
  static void sum(float[] y, float[][] d, int rows) {
    Arrays.fill(y, 0);
    for (int r = 0; r < rows; r++) {
      add(y, d[r], 1);
    }
  }

  /** y += a p + b q + c r + d s. */
  static void add4(
      float[] y, float[] p, float[] q, float[] r, float[] s, float a, float b, float c, float d) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a * p[j] + b * q[j] + c * r[j] + d * s[j];
    }
  }

  /** y = a p. */
  static void set(float[] y, float[] p, float a) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a * p[j];
    }
  }

  /** y = a p + b q. */
  static void set(float[] y, float[] p, float[] q, float a, float b) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a * p[j] + b * q[j];
    }
  }

  /** y = a p + b q + c r. */
  static void set(float[] y, float[] p, float[] q, float[] r, float a, float b, float c) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a * p[j] + b * q[j] + c * r[j];
    }
  }

  /** y = a p + b q + c r + d s. */
  static void set(
      float[] y, float[] p, float[] q, float[] r, float[] s, float a, float b, float c, float d) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a * p[j] + b * q[j] + c * r[j] + d * s[j];
    }
  }

  /** y += a p + b q. */
  static void add2(float[] y, float[] p, float[] q, float a, float b) {
    for (int j = 0; j < y.length; j++) {
      y[j] = y[j] + a * p[j] + b * q[j];
    }
  }

  /** y += a p. */
  static void add(float[] y, float[] p, float a) {
    for (int j = 0; j < y.length; j++) {
      y[j] += a * p[j];
    }
  }

  /** y = max(0, y). */
  static void rectify(float[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Math.max(0f, y[j]);
    }
  }

  /** y = max(0, y + b). */
  static void rectify(float[] y, float[] b) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Math.max(0f, y[j] + b[j]);
    }
  }

  /**
   * d = 0 where the rectified y is 0. The second factor is 0 or 1: every y above 0 is past 1, or
   * infinite, when it is multiplied twice by 10³⁸. HotSpot 17 makes vector instructions of this, 8
   * numbers a nanosecond, but not of a condition (1) or of masked bits (3).
   */
  static void rectifyGradient(float[] d, float[] y) {
    for (int j = 0; j < d.length; j++) {
      d[j] *= Math.min(1f, y[j] * 1e38f * 1e38f);
    }
  }

  static void transpose(float[][] from, float[][] to) {
    for (int i = 0; i < from.length; i++) {
      float[] row = from[i];
      for (int j = 0; j < row.length; j++) {
        to[j][i] = row[j];
      }
    }
  }

  /** A matrix of rows × columns, one row after the other, transposed. */
  static void transpose(float[] from, int rows, int columns, float[] to) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        to[j * rows + i] = from[i * columns + j];
      }
    }
  }

  /** Σ y²; four sums side by side, as one would wait for itself. */
  static double squares(float[] y) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = 0;
    for (; j + 3 < y.length; j += 4) {
      a += (double) y[j] * y[j];
      b += (double) y[j + 1] * y[j + 1];
      c += (double) y[j + 2] * y[j + 2];
      d += (double) y[j + 3] * y[j + 3];
    }
    for (; j < y.length; j++) {
      a += (double) y[j] * y[j];
    }
    return (a + b) + (c + d);
  }

  /** sums += y², lane by lane. */
  static void addSquares(float[] sums, float[] y) {
    for (int j = 0; j < y.length; j++) {
      sums[j] += y[j] * y[j];
    }
  }

  /** θ ← (1 − τ) θ + τ θ'; with τ = 1 a copy, even of what is not finite. */
  static void blend(float[] theta, float[] other, float tau) {
    if (tau == 1) {
      System.arraycopy(other, 0, theta, 0, theta.length);
      return;
    }
    float rest = 1 - tau;
    for (int j = 0; j < theta.length; j++) {
      theta[j] = rest * theta[j] + tau * other[j];
    }
  }
}
