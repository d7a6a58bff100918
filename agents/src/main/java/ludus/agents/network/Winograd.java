package ludus.agents.network;

import java.util.Arrays;

/**
 * The matrices of Winograd's minimal filtering F(m, r): m outputs of a filter with r taps for m + r
 * − 1 multiplications instead of m r (Lavin and Gray 2016): y = Aᵀ [(G w) ⊙ (Bᵀ x)]. In two
 * dimensions each matrix is applied to rows and to columns, and ⊙ becomes, over many pixels and
 * channels, one matrix product for each of the (m + r − 1)² places.
 *
 * <p>They are those of Toom and Cook, from polynomials through the points 0, 1, −1, … and ∞. With
 * just these four every entry of A and B is 0, 1 or −1.
 */
final class Winograd {
  /** Few and small numbers keep the rounding small (Barabasz et al. 2018). */
  private static final double[] POINTS = {0, 1, -1, 0.5, -2};

  /** m. */
  final int outputs;

  /** r. */
  final int taps;

  /** m + r − 1. */
  final int points;

  /** Bᵀ, of points × points. */
  final Combination[] data;

  /** G, of points × taps. */
  final Combination[] kernel;

  /** Aᵀ, of outputs × points. */
  final Combination[] result;

  /** A, of points × outputs: the way back of {@link #result}. */
  final Combination[] resultBack;

  /** B, the way back of {@link #data}. */
  final Combination[] dataBack;

  /** Gᵀ, the way back of {@link #kernel}. */
  final Combination[] kernelBack;

  private Winograd(int outputs, int taps) {
    this.outputs = outputs;
    this.taps = taps;
    this.points = outputs + taps - 1;
    double[][] a = new double[outputs][points];
    double[][] g = new double[points][taps];
    double[][] b = new double[points][points];
    int finite = points - 1;
    for (int j = 0; j < finite; j++) {
      double n = 1;
      for (int l = 0; l < finite; l++) {
        n *= l == j ? 1 : POINTS[j] - POINTS[l];
      }
      for (int i = 0; i < outputs; i++) {
        a[i][j] = Math.pow(POINTS[j], i);
      }
      for (int i = 0; i < taps; i++) {
        g[j][i] = Math.pow(POINTS[j], i) / n;
      }
      b[j] = polynomial(finite, j);
    }
    a[outputs - 1][finite] = 1;
    g[finite][taps - 1] = 1;
    b[finite] = polynomial(finite, -1);
    this.data = Combination.rows(b);
    this.kernel = Combination.rows(g);
    this.result = Combination.rows(a);
    this.dataBack = Combination.columns(b);
    this.kernelBack = Combination.columns(g);
    this.resultBack = Combination.columns(a);
  }

  /** Coefficients of Π (x − point) over the first points but one, from that of x⁰ on. */
  private static double[] polynomial(int count, int without) {
    double[] product = new double[count + 1];
    product[0] = 1;
    int degree = 0;
    for (int l = 0; l < count; l++) {
      if (l != without) {
        degree++;
        for (int i = degree; i >= 0; i--) {
          product[i] = (i > 0 ? product[i - 1] : 0) - POINTS[l] * product[i];
        }
      }
    }
    return Arrays.copyOf(product, count + 1);
  }

  /** Whether there are points enough for filters of this many taps. */
  static boolean supports(int taps) {
    return taps <= POINTS.length;
  }

  /**
   * The one that multiplies least for so many outputs a side. Where the last tile is not full, what
   * it computes in vain counts.
   */
  static Winograd of(int taps, int outSide) {
    int best = 1;
    int fewest = Integer.MAX_VALUE;
    for (int m = 1; m + taps - 1 <= (taps == 1 ? 1 : POINTS.length + 1); m++) {
      int products = (outSide + m - 1) / m * (m + taps - 1);
      if (products < fewest) {
        best = m;
        fewest = products;
      }
    }
    return new Winograd(best, taps);
  }
}
