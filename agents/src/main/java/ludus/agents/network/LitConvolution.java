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
 * So the cells are gone through, not the outputs. One that is black in all pictures and frames adds
 * nothing and is left out. One that shows the same in all frames of a stack is multiplied by the
 * sum of the frames' weights: a quarter of the products for four frames. The cells of each kind are
 * put together as one matrix, [cell][picture][number], whose product with a tap is then added to
 * the outputs that meet it, whole arrays each. It is the same function whatever the pictures show;
 * only its speed depends on them.
 */
final class LitConvolution implements AutoCloseable {
  private static final int SIDE = ObservationSpec.Pixels.SIDE;

  /** What groups of one size share when they take turns on one thread. */
  static final class Scratch implements AutoCloseable {
    private final LitWeights weights;
    private final int pictures;
    private final BiasRows bias;

    /** By tap, its product with some cells, or the gradient of what they meet. */
    private final List<NativeFloats> sums = new ArrayList<>();

    private final float[] sum;
    private final float[] numbers;
    private final Cells moving;
    private final Cells still;

    Scratch(LitWeights weights, int pictures) {
      this.weights = weights;
      this.pictures = pictures;
      this.bias = new BiasRows(pictures, weights.shape.filters());
      this.sum = new float[pictures * weights.shape.filters()];
      this.numbers = new float[pictures * weights.shape.channels()];
      this.moving = moving();
      this.still = still();
      for (int tap = 0; tap < weights.taps(); tap++) {
        sums.add(new NativeFloats((long) Math.max(moving.most, still.most) * sum.length));
      }
    }

    private Cells moving() {
      return new Cells(this, weights.frames, weights.moving);
    }

    private Cells still() {
      return new Cells(this, 1, weights.still);
    }

    @Override
    public void close() {
      sums.forEach(NativeFloats::close);
      moving.close();
      still.close();
    }
  }

  /** Cells of one kind, and their numbers: some cells are multiplied together, a chunk. */
  private static final class Cells implements AutoCloseable {
    private final Scratch scratch;

    /** How many frames of a cell count. */
    private final int frames;

    /** Of a cell in one picture. */
    private final int numbers;

    /** Of a chunk. */
    private final int most;

    private final NativeFloats weights;

    /** [cell], [row · side + column]. */
    private final int[] places;

    private int count;

    /** By chunk: [cell][picture][number]. */
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
      long products = (long) scratch.pictures * numbers * shape.filters();
      this.most = (int) Math.max(1, Math.min(places.length, Product.MOST / products));
    }

    private Product.Matrix data(int chunk) {
      return Product.Matrix.dense(data.get(chunk), 0, most * scratch.pictures, numbers);
    }

    private Product.Matrix sums(int tap) {
      int filters = scratch.weights.shape.filters();
      return Product.Matrix.dense(scratch.sums.get(tap), 0, most * scratch.pictures, filters);
    }

    private Product.Matrix tap(NativeFloats memory, int tap) {
      int filters = scratch.weights.shape.filters();
      return Product.Matrix.dense(memory, (long) tap * numbers * filters, numbers, filters);
    }

    /** Sees to it that there is room for a chunk of this number. */
    private void want(int chunk) {
      while (data.size() <= chunk) {
        data.add(new NativeFloats((long) most * scratch.pictures * numbers));
        List<Product> products = new ArrayList<>();
        for (int tap = 0; tap < scratch.weights.taps(); tap++) {
          products.add(Product.whole(data(data.size() - 1), tap(weights, tap), sums(tap), false));
        }
        forward.add(products);
      }
    }

    private List<Product> toWeights(int chunk, NativeFloats gradient) {
      while (toWeights.size() <= chunk) {
        List<Product> products = new ArrayList<>();
        for (int tap = 0; tap < scratch.weights.taps(); tap++) {
          products.add(
              Product.wholeTransposed(data(toWeights.size()), sums(tap), tap(gradient, tap)));
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
    float[] rows = scratch.bias.spread(weights.bias);
    for (float[] pixel : output) {
      System.arraycopy(rows, 0, pixel, 0, rows.length);
    }
    forward(pixels, moving);
    forward(pixels, still);
    for (float[] pixel : output) {
      RowMath.rectify(pixel);
    }
  }

  /** Finds the cells that are lit. */
  private void look(byte[] pixels) {
    moving.count = 0;
    still.count = 0;
    int side = shape.side();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int seen = PixelScale.DARK;
        for (int p = 0; p < scratch.pictures && seen < PixelScale.MOVING; p++) {
          seen |= PixelScale.look(pixels, pixel(p, y, x), width, weights.frames);
        }
        if (seen >= PixelScale.MOVING) {
          moving.places[moving.count++] = y * side + x;
        } else if (seen != PixelScale.DARK) {
          still.places[still.count++] = y * side + x;
        }
      }
    }
  }

  /** Where the pixels of a cell begin. */
  private int pixel(int picture, int y, int x) {
    return ((first + picture) * weights.frames * SIDE + y * width) * SIDE + x * width;
  }

  private void forward(byte[] pixels, Cells cells) {
    for (int from = 0; from < cells.count; from += cells.most) {
      int chunk = keep ? from / cells.most : 0;
      int some = Math.min(cells.most, cells.count - from);
      cells.want(chunk);
      int length = scratch.pictures * cells.numbers;
      for (int c = 0; c < some; c++) {
        int place = cells.places[from + c];
        for (int p = 0; p < scratch.pictures; p++) {
          int at = pixel(p, place / shape.side(), place % shape.side());
          PixelScale.cell(pixels, at, width, cells.frames, scratch.numbers, p * cells.numbers);
        }
        cells.data.get(chunk).put((long) c * length, scratch.numbers, length);
      }
      for (int tap = 0; tap < weights.taps(); tap++) {
        cells.forward.get(chunk).get(tap).run(some * scratch.pictures);
        for (int c = 0; c < some; c++) {
          int met = met(cells.places[from + c], tap);
          if (met >= 0) {
            scratch.sums.get(tap).get((long) c * scratch.sum.length, scratch.sum);
            RowMath.add(output[met], scratch.sum, 1);
          }
        }
      }
    }
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
    for (int from = 0; from < cells.count; from += cells.most) {
      int some = Math.min(cells.most, cells.count - from);
      List<Product> toWeights = cells.toWeights(from / cells.most, gradient);
      for (int tap = 0; tap < weights.taps(); tap++) {
        gather(cells.places, from, some, tap);
        toWeights.get(tap).run(some * scratch.pictures);
      }
    }
  }

  /** The gradient of what cells meet with a tap. */
  private void gather(int[] places, int from, int some, int tap) {
    NativeFloats to = scratch.sums.get(tap);
    for (int c = 0; c < some; c++) {
      int met = met(places[from + c], tap);
      to.put((long) c * scratch.sum.length, met < 0 ? scratch.bias.zeros() : outputGradient[met]);
    }
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
    int[] all = new int[shape.side() * shape.side()];
    for (int place = 0; place < all.length; place++) {
      all[place] = place;
    }
    for (int from = 0; from < all.length; from += moving.most) {
      int some = Math.min(moving.most, all.length - from);
      for (int tap = 0; tap < weights.taps(); tap++) {
        gather(all, from, some, tap);
        toInput.get(tap).run(some * scratch.pictures);
      }
      for (int c = 0; c < some; c++) {
        inputGradient.get((long) c * scratch.numbers.length, scratch.numbers);
        for (int p = 0; p < scratch.pictures; p++) {
          int at = pixel(p, (from + c) / shape.side(), (from + c) % shape.side());
          PixelScale.uncell(scratch.numbers, p * moving.numbers, width, weights.frames, pixels, at);
        }
      }
    }
  }

  private void wantInputGradient() {
    if (toInput != null) {
      return;
    }
    inputGradient = new NativeFloats((long) moving.most * scratch.numbers.length);
    toInput = new ArrayList<>();
    int filters = shape.filters();
    for (int tap = 0; tap < weights.taps(); tap++) {
      toInput.add(
          Product.whole(
              moving.sums(tap),
              Product.Matrix.dense(
                  weights.back(), (long) tap * filters * moving.numbers, filters, moving.numbers),
              Product.Matrix.dense(
                  inputGradient, 0, moving.most * scratch.pictures, moving.numbers),
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
