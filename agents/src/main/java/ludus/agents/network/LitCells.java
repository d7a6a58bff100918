package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells of one kind in a few pictures that go together, and their numbers, as {@link
 * LitConvolution} multiplies them. Entry e stands for those at one place, in the pictures of {@code
 * masks[e]}, a row for each; some entries are multiplied together, a chunk.
 */
final class LitCells implements AutoCloseable {
  /** The most rows of a chunk: they stay in the second cache. */
  static final int MOST_ROWS = 1024;

  /** How many frames of a cell count. */
  final int frames;

  /** Numbers of a cell. */
  final int numbers;

  /** Rows of a chunk, as many as the small products allow. */
  final int most;

  /** By entry: row · side + column. */
  final int[] places;

  final int[] masks;
  private final LitWeights weights;
  private final NativeFloats matrix;
  private final NativeFloats sums;
  private int count;

  /** By chunk: [row][number]. */
  private final List<NativeFloats> data = new ArrayList<>();

  /** By chunk and tap. */
  private final List<List<Product>> forward = new ArrayList<>();

  private final List<List<Product>> toWeights = new ArrayList<>();

  /**
   * @param frames how many frames of a cell count
   * @param matrix what they are multiplied by: [tap][number][filter]
   * @param sums receives a chunk's product with a tap, and holds the gradient of what it meets
   */
  LitCells(LitWeights weights, int pictures, int frames, NativeFloats matrix, NativeFloats sums) {
    ConvShape shape = weights.shape;
    this.weights = weights;
    this.matrix = matrix;
    this.sums = sums;
    this.frames = frames;
    this.numbers = shape.channels() / weights.frames * frames;
    this.places = new int[shape.side() * shape.side()];
    this.masks = new int[places.length];
    long most = Math.min(MOST_ROWS, Product.MOST / ((long) numbers * shape.filters()));
    this.most = (int) Math.max(pictures, most);
  }

  void clear() {
    count = 0;
  }

  /** Adds those at one place, in the pictures of a mask, which may be none. */
  void add(int place, int mask) {
    if (mask != 0) {
      places[count] = place;
      masks[count++] = mask;
    }
  }

  /** How many entries there are. */
  int count() {
    return count;
  }

  /** The entry after the last one of the chunk that begins with entry {@code from}. */
  int end(int from) {
    int rows = 0;
    int end = from;
    while (end < count && rows + Integer.bitCount(masks[end]) <= most) {
      rows += Integer.bitCount(masks[end++]);
    }
    return end;
  }

  /** Room for a chunk's numbers: [row][number]. */
  NativeFloats data(int chunk) {
    while (data.size() <= chunk) {
      NativeFloats room = new NativeFloats((long) most * numbers);
      List<Product> products = new ArrayList<>();
      for (int tap = 0; tap < weights.taps(); tap++) {
        products.add(Product.whole(rows(room), tap(matrix, tap), sums(), false));
      }
      data.add(room);
      forward.add(products);
    }
    return data.get(chunk);
  }

  /** By tap: what multiplies a chunk, run with as many rows as it has. */
  List<Product> forward(int chunk) {
    return forward.get(chunk);
  }

  /** By tap: what adds a chunk's share to the matrix' gradient. */
  List<Product> toWeights(int chunk, NativeFloats gradient) {
    while (toWeights.size() <= chunk) {
      Product.Matrix rows = rows(data.get(toWeights.size()));
      List<Product> products = new ArrayList<>();
      for (int tap = 0; tap < weights.taps(); tap++) {
        products.add(Product.wholeTransposed(rows, sums(), tap(gradient, tap)));
      }
      toWeights.add(products);
    }
    return toWeights.get(chunk);
  }

  private Product.Matrix rows(NativeFloats room) {
    return Product.Matrix.dense(room, 0, most, numbers);
  }

  /** Of the product, or of its gradient. */
  Product.Matrix sums() {
    return Product.Matrix.dense(sums, 0, most, weights.shape.filters());
  }

  private Product.Matrix tap(NativeFloats memory, int tap) {
    int filters = weights.shape.filters();
    return Product.Matrix.dense(memory, (long) tap * numbers * filters, numbers, filters);
  }

  @Override
  public void close() {
    data.forEach(NativeFloats::close);
  }
}
