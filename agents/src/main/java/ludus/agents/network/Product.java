package ludus.agents.network;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * A matrix product by OpenBLAS, C = A B or C += A B, on matrices that were fixed when it was made,
 * so that running it is one call. All are row-major; A may be given transposed.
 *
 * <p>OpenBLAS' kernels for small matrices, which do not copy their operands first, are twice as
 * fast here as its others (115 of 117 GFLOPS a core can do, against 55 to 70), but it uses them
 * only for up to a million multiply-adds and not for a transposed B. So a larger product is cut
 * into pieces, and nothing is ever multiplied by a transposed B.
 */
final class Product {
  /** The most multiply-adds with which the small kernels are used. */
  static final long MOST = 1_000_000;

  private final boolean transposedA;
  private final boolean transposedB;
  private final int rows;
  private final int columns;
  private final int depth;
  private final FloatPointer a;
  private final int strideA;
  private final FloatPointer b;
  private final int strideB;
  private final FloatPointer c;
  private final int strideC;
  private final float beta;

  private Product(
      boolean transposedA, boolean transposedB, Matrix a, Matrix b, Matrix c, boolean add) {
    this.transposedA = transposedA;
    this.transposedB = transposedB;
    this.rows = c.rows();
    this.columns = c.columns();
    this.depth = transposedB ? b.columns() : b.rows();
    this.a = a.pointer();
    this.strideA = a.stride();
    this.b = b.pointer();
    this.strideB = b.stride();
    this.c = c.pointer();
    this.strideC = c.stride();
    this.beta = add ? 1 : 0;
  }

  /** A row-major matrix somewhere in native memory. */
  record Matrix(NativeFloats memory, long start, int rows, int columns, int stride) {
    /** A matrix whose rows follow one another. */
    static Matrix dense(NativeFloats memory, long start, int rows, int columns) {
      return new Matrix(memory, start, rows, columns, columns);
    }

    Matrix rows(int from, int count) {
      return new Matrix(memory, start + (long) from * stride, count, columns, stride);
    }

    Matrix columns(int from, int count) {
      return new Matrix(memory, start + from, rows, count, stride);
    }

    private FloatPointer pointer() {
      return memory.at(start);
    }
  }

  /** Adds what computes C = A B, or C += A B. */
  static void add(List<Product> to, Matrix a, Matrix b, Matrix c, boolean add) {
    add(to, false, a, b, c, add);
  }

  /** Adds what computes C = Aᵀ B, or C += Aᵀ B. */
  static void addTransposed(List<Product> to, Matrix a, Matrix b, Matrix c, boolean add) {
    add(to, true, a, b, c, add);
  }

  /**
   * What computes C = A B or C += A B uncut, or with the first rows of A and C alone; {@link #MOST}
   * is the caller's business.
   */
  static Product whole(Matrix a, Matrix b, Matrix c, boolean add) {
    return new Product(false, false, a, b, c, add);
  }

  /** The same for C += Aᵀ B, or with the first rows of A and B alone. */
  static Product wholeTransposed(Matrix a, Matrix b, Matrix c) {
    return new Product(true, false, a, b, c, true);
  }

  /**
   * Adds what computes C += A Aᵀ. This one does multiply by a transposed matrix, for which the
   * small kernels want few numbers: at most 64 × 64 in A.
   */
  static void addOuter(List<Product> to, Matrix a, Matrix c) {
    to.add(new Product(false, true, a, a, c, true));
  }

  /** Halves what is longest until the pieces are small. */
  private static void add(
      List<Product> to, boolean transposed, Matrix a, Matrix b, Matrix c, boolean add) {
    int rows = c.rows();
    int columns = c.columns();
    int depth = b.rows();
    if ((long) rows * columns * depth <= MOST) {
      to.add(new Product(transposed, false, a, b, c, add));
    } else if (rows >= columns && rows >= depth) {
      int half = (rows + 1) / 2;
      for (int r = 0; r < rows; r += half) {
        int count = Math.min(half, rows - r);
        Matrix part = transposed ? a.columns(r, count) : a.rows(r, count);
        add(to, transposed, part, b, c.rows(r, count), add);
      }
    } else if (depth >= columns) {
      int half = (depth + 1) / 2;
      for (int k = 0; k < depth; k += half) {
        int count = Math.min(half, depth - k);
        Matrix part = transposed ? a.rows(k, count) : a.columns(k, count);
        add(to, transposed, part, b.rows(k, count), c, add || k > 0);
      }
    } else {
      int half = (columns + 1) / 2;
      for (int j = 0; j < columns; j += half) {
        int count = Math.min(half, columns - j);
        add(to, transposed, a, b.columns(j, count), c.columns(j, count), add);
      }
    }
  }

  void run() {
    run(rows, depth);
  }

  /** With the first rows of A, as it lies in memory, and what they meet. */
  void run(int first) {
    run(transposedA ? rows : first, transposedA ? first : depth);
  }

  private void run(int rows, int depth) {
    openblas.cblas_sgemm(
        openblas.CblasRowMajor,
        transposedA ? openblas.CblasTrans : openblas.CblasNoTrans,
        transposedB ? openblas.CblasTrans : openblas.CblasNoTrans,
        rows,
        columns,
        depth,
        1,
        a,
        strideA,
        b,
        strideB,
        beta,
        c,
        strideC);
  }
}
