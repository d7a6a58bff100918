package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ludus.core.env.ObservationSpec;

/**
 * The first convolution, with its rectifier, for a few pictures that go together, by what there is
 * to see in them. They fall apart into cells of stride × stride pixels, which are the pixels of the
 * folded picture ({@link ConvShape}), and each cell meets taps × taps outputs:
 *
 * <pre>
 * y[i][j] = max(0, Σ over k, l of x[i + k][j + l] W[k][l] + b).
 * </pre>
 *
 * So the cells are gone through, not the outputs. One that is black in all frames of a picture adds
 * nothing and is left out. One that shows the same in all frames is multiplied by the sum of the
 * frames' weights: a quarter of the products for four frames. The cells of each kind are put
 * together as one matrix, a row each, by place and then by picture; its product with a tap is
 * spread out to whole arrays, a place each, and these are added to the outputs that they meet. It
 * is the same function whatever the pictures show; only its speed depends on them.
 */
final class LitConvolution implements AutoCloseable {
  private static final int SIDE = ObservationSpec.Pixels.SIDE;

  /** The most rows that are multiplied together: they stay in the second cache. */
  private static final int MOST_ROWS = 1024;

  /** What groups of one size share when they take turns on one thread. */
  static final class Scratch implements AutoCloseable {
    private final LitWeights weights;
    private final int pictures;
    private final BiasRows bias;

    /** Product of some cells with a tap, or the gradient of what they meet: [row][filter]. */
    private final NativeFloats sums;

    private final float[] sum;

    /** By output: whether a cell that is lit has met it. */
    private final boolean[] met;

    /** By picture: what a row of cells shows. */
    private final int[] seen;

    private final float[] numbers;
    private final Cells moving;
    private final Cells still;

    Scratch(LitWeights weights, int pictures) {
      this.weights = weights;
      this.pictures = pictures;
      this.bias = new BiasRows(pictures, weights.shape.filters());
      this.sum = new float[pictures * weights.shape.filters()];
      this.met = new boolean[weights.shape.outSide() * weights.shape.outSide()];
      this.seen = new int[pictures];
      this.numbers = new float[pictures * weights.shape.channels()];
      this.moving = moving();
      this.still = still();
      this.sums = new NativeFloats((long) weights.shape.filters() * MOST_ROWS);
    }

    private Cells moving() {
      return new Cells(this, weights.frames, weights.moving);
    }

    private Cells still() {
      return new Cells(this, 1, weights.still);
    }

    @Override
    public void close() {
      sums.close();
      moving.close();
      still.close();
    }
  }

  /**
   * Cells of one kind, and their numbers. Entry e stands for those at one place, in the pictures of
   * {@code masks[e]}; some entries are multiplied together, a chunk.
   */
  private static final class Cells implements AutoCloseable {
    private final Scratch scratch;

    /** How many frames of a cell count. */
    private final int frames;

    /** Of a cell. */
    private final int numbers;

    /** Rows of a chunk. */
    private final int most;

    private final NativeFloats weights;

    /** By entry: row · side + column. */
    private final int[] places;

    private final int[] masks;
    private int count;

    /** By chunk: [row][number]. */
    private final List<NativeFloats> data = new ArrayList<>();

    /** By chunk and tap. */
    private final List<List<Product>> forward = new ArrayList<>();

    private final List<List<Product>> toWeights = new ArrayList<>();

    Cells(Scratch scratch, int frames, NativeFloats weights) {
      ConvShape shape = scratch.weights.shape;
      this.scratch = scratch;
      this.frames = frames;
      this.weights = weights;
      this.numbers = shape.channels() / scratch.weights.frames * frames;
      this.places = new int[shape.side() * shape.side()];
      this.masks = new int[places.length];
      long products = (long) numbers * shape.filters();
      long most = Math.min(MOST_ROWS, Product.MOST / products);
      this.most = (int) Math.max(scratch.pictures, most);
    }

    void add(int place, int mask) {
      if (mask != 0) {
        places[count] = place;
        masks[count++] = mask;
      }
    }

    /** The entry after the last one of the chunk that begins with entry {@code from}. */
    private int end(int from) {
      int rows = 0;
      int end = from;
      while (end < count && rows + Integer.bitCount(masks[end]) <= most) {
        rows += Integer.bitCount(masks[end++]);
      }
      return end;
    }

    private Product.Matrix data(int chunk) {
      return Product.Matrix.dense(data.get(chunk), 0, most, numbers);
    }

    private Product.Matrix sums() {
      return Product.Matrix.dense(scratch.sums, 0, most, scratch.weights.shape.filters());
    }

    private Product.Matrix tap(NativeFloats memory, int tap) {
      int filters = scratch.weights.shape.filters();
      return Product.Matrix.dense(memory, (long) tap * numbers * filters, numbers, filters);
    }

    /** Sees to it that there is room for a chunk of this number. */
    private void want(int chunk) {
      while (data.size() <= chunk) {
        data.add(new NativeFloats((long) most * numbers));
        List<Product> products = new ArrayList<>();
        for (int tap = 0; tap < scratch.weights.taps(); tap++) {
          products.add(Product.whole(data(data.size() - 1), tap(weights, tap), sums(), false));
        }
        forward.add(products);
      }
    }

    private List<Product> toWeights(int chunk, NativeFloats gradient) {
      while (toWeights.size() <= chunk) {
        List<Product> products = new ArrayList<>();
        for (int tap = 0; tap < scratch.weights.taps(); tap++) {
          products.add(Product.wholeTransposed(data(toWeights.size()), sums(), tap(gradient, tap)));
        }
        toWeights.add(products);
      }
      return toWeights.get(chunk);
    }

    @Override
    public void close() {
      data.forEach(NativeFloats::close);
    }
  }

  private final ConvShape shape;
  private final Scratch scratch;
  private final LitWeights weights;

  /** Pixels a side of a cell. */
  private final int width;

  private final int first;
  private final float[][] output;
  private final boolean keep;

  /** Of this group, if it must keep them for the way back, else those of all groups. */
  private final Cells moving;

  private final Cells still;
  private float[][] outputGradient;
  private LitWeights.Gradient weightGradient;
  private List<Product> toInput;
  private NativeFloats inputGradient;

  /**
   * @param width pixels a side of a cell
   * @param first its first picture in the batch
   * @param output receives the output: [pixel][picture · filters + filter]
   * @param keep whether the way back will be asked for
   */
  LitConvolution(Scratch scratch, int width, int first, float[][] output, boolean keep) {
    this.weights = scratch.weights;
    this.shape = weights.shape;
    this.scratch = scratch;
    this.width = width;
    this.first = first;
    this.output = output;
    this.keep = keep;
    this.moving = keep ? scratch.moving() : scratch.moving;
    this.still = keep ? scratch.still() : scratch.still;
  }

  void forward(byte[] pixels) {
    look(pixels);
    float[] bias = scratch.bias.spread(weights.bias);
    Arrays.fill(scratch.met, false);
    forward(pixels, moving, bias);
    forward(pixels, still, bias);
    RowMath.rectify(bias);
    for (int i = 0; i < output.length; i++) {
      if (scratch.met[i]) {
        RowMath.rectify(output[i]);
      } else {
        System.arraycopy(bias, 0, output[i], 0, bias.length);
      }
    }
  }

  /** Finds the cells that are lit. */
  private void look(byte[] pixels) {
    moving.count = 0;
    still.count = 0;
    int side = shape.side();
    int[] rows = scratch.seen;
    for (int y = 0; y < side; y++) {
      int lit = 0;
      for (int p = 0; p < scratch.pictures; p++) {
        rows[p] = PixelScale.lookAlong(pixels, pixel(p, y, 0), width * SIDE, weights.frames);
        lit |= rows[p];
      }
      for (int x = 0; x < side && lit != PixelScale.DARK; x++) {
        int moves = 0;
        int stays = 0;
        for (int p = 0; p < scratch.pictures; p++) {
          if (rows[p] == PixelScale.DARK) {
            continue;
          }
          int frames = rows[p] == PixelScale.STILL ? 1 : weights.frames;
          int seen = PixelScale.look(pixels, pixel(p, y, x), width, frames);
          moves |= (seen == PixelScale.MOVING ? 1 : 0) << p;
          stays |= (seen == PixelScale.STILL ? 1 : 0) << p;
        }
        // A row too many costs less than to put the others in their places one by one.
        int all = (1 << scratch.pictures) - 1;
        if (most(moves)) {
          moving.add(y * side + x, all);
        } else {
          moving.add(y * side + x, moves);
          still.add(y * side + x, moves == 0 && most(stays) ? all : stays);
        }
      }
    }
  }

  private boolean most(int mask) {
    return 4 * Integer.bitCount(mask) >= 3 * scratch.pictures;
  }

  /** Where the pixels of a cell begin. */
  private int pixel(int picture, int y, int x) {
    return ((first + picture) * weights.frames * SIDE + y * width) * SIDE + x * width;
  }

  private void forward(byte[] pixels, Cells cells, float[] bias) {
    int chunk = 0;
    for (int from = 0, to; from < cells.count; from = to) {
      to = cells.end(from);
      cells.want(chunk);
      int rows = scale(pixels, cells, from, to, cells.data.get(chunk));
      for (int tap = 0; tap < weights.taps(); tap++) {
        cells.forward.get(chunk).get(tap).run(rows);
        spread(cells, from, to, tap, bias);
      }
      chunk += keep ? 1 : 0;
    }
  }

  /** Puts the numbers of the cells of a chunk where they are multiplied; returns its rows. */
  private int scale(byte[] pixels, Cells cells, int from, int to, NativeFloats data) {
    int row = 0;
    for (int e = from; e < to; e++) {
      int place = cells.places[e];
      int here = 0;
      for (int rest = cells.masks[e]; rest != 0; rest &= rest - 1, here++) {
        int p = Integer.numberOfTrailingZeros(rest);
        int at = pixel(p, place / shape.side(), place % shape.side());
        PixelScale.cell(pixels, at, width, cells.frames, scratch.numbers, here * cells.numbers);
      }
      data.put((long) row * cells.numbers, scratch.numbers, here * cells.numbers);
      row += here;
    }
    return row;
  }

  /**
   * Adds what the cells of a chunk make of a tap to the outputs that they meet, which begin with
   * the bias.
   */
  private void spread(Cells cells, int from, int to, int tap, float[] bias) {
    int filters = shape.filters();
    int all = (1 << scratch.pictures) - 1;
    int row = 0;
    for (int e = from; e < to; e++) {
      int mask = cells.masks[e];
      int met = met(cells.places[e], tap);
      if (met >= 0) {
        if (mask != all) {
          Arrays.fill(scratch.sum, 0);
        }
        int next = row;
        for (int rest = mask; rest != 0; ) {
          int p = Integer.numberOfTrailingZeros(rest);
          int run = run(rest, p);
          scratch.sums.get((long) next * filters, scratch.sum, p * filters, run * filters);
          next += run;
          rest = without(rest, p + run);
        }
        if (!scratch.met[met]) {
          scratch.met[met] = true;
          System.arraycopy(bias, 0, output[met], 0, bias.length);
        }
        RowMath.add(output[met], scratch.sum, 1);
      }
      row += Integer.bitCount(mask);
    }
  }

  /** How many pictures follow one another in a mask from picture {@code p} on, which is in it. */
  private static int run(int mask, int p) {
    return Integer.numberOfTrailingZeros(~(mask >>> p));
  }

  /** A mask without the pictures before {@code p}. */
  private static int without(int mask, int p) {
    return mask >>> p << p;
  }

  /** The output that a cell meets with a tap, or −1 if there is none. */
  private int met(int place, int tap) {
    int y = place / shape.side() - tap / shape.taps();
    int x = place % shape.side() - tap % shape.taps();
    int outSide = shape.outSide();
    return y >= 0 && y < outSide && x >= 0 && x < outSide ? y * outSide + x : -1;
  }

  /**
   * Makes what the way back needs.
   *
   * @param outputGradient where the gradient of the output is found
   * @param weightGradient is added to
   */
  void wantBackward(float[][] outputGradient, LitWeights.Gradient weightGradient) {
    this.outputGradient = outputGradient;
    this.weightGradient = weightGradient;
  }

  /**
   * The way back, from the gradient of the output, in which the rectifier's is taken, to that of
   * the weights.
   *
   * @param biasGradient is added to
   */
  void backward(float[] biasGradient) {
    scratch.bias.clear();
    for (int i = 0; i < output.length; i++) {
      RowMath.rectifyGradient(outputGradient[i], output[i]);
      scratch.bias.add(outputGradient[i]);
    }
    scratch.bias.addTo(biasGradient);
    backward(moving, weightGradient.moving);
    backward(still, weightGradient.still);
  }

  private void backward(Cells cells, NativeFloats gradient) {
    int chunk = 0;
    for (int from = 0, to; from < cells.count; from = to) {
      to = cells.end(from);
      List<Product> toWeights = cells.toWeights(chunk++, gradient);
      for (int tap = 0; tap < weights.taps(); tap++) {
        toWeights.get(tap).run(gather(cells.places, cells.masks, from, to, tap));
      }
    }
  }

  /** The gradient of what cells meet with a tap; returns how many rows. */
  private int gather(int[] places, int[] masks, int from, int to, int tap) {
    int filters = shape.filters();
    int row = 0;
    for (int e = from; e < to; e++) {
      int met = met(places[e], tap);
      float[] pixel = met < 0 ? scratch.bias.zeros() : outputGradient[met];
      for (int rest = masks[e]; rest != 0; ) {
        int p = Integer.numberOfTrailingZeros(rest);
        int run = run(rest, p);
        scratch.sums.put((long) row * filters, pixel, p * filters, run * filters);
        row += run;
        rest = without(rest, p + run);
      }
    }
    return row;
  }

  /**
   * From the gradient of the output, in which the rectifier's is taken, to that of the pixels, of
   * cells that are not lit, too.
   *
   * @param pixels of all of the batch, as they lie in it; where no kernel reaches, 0
   */
  void inputGradient(float[] pixels) {
    wantInputGradient();
    Arrays.fill(pixels, pixel(0, 0, 0), pixel(scratch.pictures, 0, 0), 0);
    for (int i = 0; i < output.length; i++) {
      RowMath.rectifyGradient(outputGradient[i], output[i]);
    }
    int[] places = new int[shape.side() * shape.side()];
    int[] masks = new int[places.length];
    for (int place = 0; place < places.length; place++) {
      places[place] = place;
      masks[place] = (1 << scratch.pictures) - 1;
    }
    int some = moving.most / scratch.pictures;
    for (int from = 0; from < places.length; from += some) {
      int to = Math.min(places.length, from + some);
      for (int tap = 0; tap < weights.taps(); tap++) {
        toInput.get(tap).run(gather(places, masks, from, to, tap));
      }
      for (int place = from; place < to; place++) {
        inputGradient.get((long) (place - from) * scratch.numbers.length, scratch.numbers);
        for (int p = 0; p < scratch.pictures; p++) {
          int at = pixel(p, place / shape.side(), place % shape.side());
          PixelScale.uncell(scratch.numbers, p * moving.numbers, width, weights.frames, pixels, at);
        }
      }
    }
  }

  private void wantInputGradient() {
    if (toInput != null) {
      return;
    }
    inputGradient = new NativeFloats((long) moving.most * moving.numbers);
    toInput = new ArrayList<>();
    int filters = shape.filters();
    for (int tap = 0; tap < weights.taps(); tap++) {
      toInput.add(
          Product.whole(
              moving.sums(),
              Product.Matrix.dense(
                  weights.back(), (long) tap * filters * moving.numbers, filters, moving.numbers),
              Product.Matrix.dense(inputGradient, 0, moving.most, moving.numbers),
              tap > 0));
    }
  }

  @Override
  public void close() {
    if (keep) {
      moving.close();
      still.close();
    }
    if (inputGradient != null) {
      inputGradient.close();
    }
  }
}
