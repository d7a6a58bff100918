package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ludus.core.env.ObservationSpec;

/**
 * The first convolution, with its rectifier, for a few pictures that go together, by what there is
 * to see in them. They fall apart into cells of stride × stride pixels in all frames, the pixels of
 * the folded picture ({@link BlasLayout}), and each cell meets taps × taps outputs. So the cells
 * are gone through, not the outputs: with y = b at first and x[i][j] the numbers of a cell,
 *
 * <pre>
 * y[i − k][j − l] += x[i][j] W[k][l] for each tap (k, l), and at last y ← max(0, y).
 * </pre>
 *
 * A cell that is black in all frames of a picture adds nothing and is left out. One that shows the
 * same in all frames is multiplied by the sum of the frames' weights: a quarter of the products for
 * four frames. The cells of each kind are put together as one matrix ({@link LitCells}); its
 * product with a tap is spread out to whole arrays, a place each, and these are added to the
 * outputs that they meet. It is the same function whatever the pictures show; only its speed
 * depends on them.
 */
final class LitConvolution implements AutoCloseable {
  private static final int SIDE = ObservationSpec.Pixels.SIDE;

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

    /** By cell of a row: in which pictures it moves, and in which it is lit and stands still. */
    private final int[] moves;

    private final int[] stays;

    private final float[] numbers;
    private final LitCells moving;
    private final LitCells still;

    /** The gradient of what lies beyond the output. */
    private final float[] nothing;

    /** All cells of all pictures, as entries. */
    private final int[] everywhere;

    private final int[] allMasks;

    /** By tap, from the gradient of what cells meet to theirs; null until it is wanted. */
    private List<Product> toInput;

    private NativeFloats inputGradient;

    Scratch(LitWeights weights, int pictures) {
      ConvShape shape = weights.shape;
      this.weights = weights;
      this.pictures = pictures;
      this.bias = new BiasRows(pictures, shape.filters());
      this.sum = new float[pictures * shape.filters()];
      this.nothing = new float[sum.length];
      this.met = new boolean[shape.outSide() * shape.outSide()];
      this.moves = new int[shape.side()];
      this.stays = new int[shape.side()];
      this.numbers = new float[pictures * shape.channels()];
      this.sums = new NativeFloats((long) shape.filters() * LitCells.MOST_ROWS);
      this.moving = moving();
      this.still = still();
      this.everywhere = new int[shape.side() * shape.side()];
      this.allMasks = new int[everywhere.length];
      for (int place = 0; place < everywhere.length; place++) {
        everywhere[place] = place;
        allMasks[place] = all();
      }
    }

    private LitCells moving() {
      return new LitCells(weights, pictures, weights.frames, weights.moving, sums);
    }

    private LitCells still() {
      return new LitCells(weights, pictures, 1, weights.still, sums);
    }

    /** The mask of all pictures. */
    private int all() {
      return (1 << pictures) - 1;
    }

    private void wantInputGradient() {
      if (toInput != null) {
        return;
      }
      int filters = weights.shape.filters();
      int numbers = moving.numbers;
      inputGradient = new NativeFloats((long) moving.most * numbers);
      toInput = new ArrayList<>();
      for (int tap = 0; tap < weights.taps(); tap++) {
        long start = (long) tap * filters * numbers;
        toInput.add(
            Product.whole(
                moving.sums(),
                Product.Matrix.dense(weights.back(), start, filters, numbers),
                Product.Matrix.dense(inputGradient, 0, moving.most, numbers),
                tap > 0));
      }
    }

    @Override
    public void close() {
      sums.close();
      moving.close();
      still.close();
      if (inputGradient != null) {
        inputGradient.close();
      }
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
  private final LitCells moving;

  private final LitCells still;
  private float[][] outputGradient;
  private LitWeights.Gradient weightGradient;

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
    moving.clear();
    still.clear();
    int side = shape.side();
    int[] moves = scratch.moves;
    int[] stays = scratch.stays;
    for (int y = 0; y < side; y++) {
      Arrays.fill(moves, 0);
      Arrays.fill(stays, 0);
      for (int p = 0; p < scratch.pictures; p++) {
        PixelScale.look(pixels, pixel(p, y, 0), width, weights.frames, 1 << p, moves, stays);
      }
      for (int x = 0; x < side; x++) {
        // A row too many costs less than to put the others in their places one by one.
        if (most(moves[x])) {
          moving.add(y * side + x, scratch.all());
        } else {
          moving.add(y * side + x, moves[x]);
          still.add(y * side + x, moves[x] == 0 && most(stays[x]) ? scratch.all() : stays[x]);
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

  /** y[i − k][j − l] += x[i][j] W[k][l]. */
  private void forward(byte[] pixels, LitCells cells, float[] bias) {
    int chunk = 0;
    for (int from = 0, to; from < cells.count(); from = to) {
      to = cells.end(from);
      int rows = scale(pixels, cells, from, to, cells.data(chunk));
      for (int tap = 0; tap < weights.taps(); tap++) {
        cells.forward(chunk).get(tap).run(rows);
        spread(cells, from, to, tap, bias);
      }
      chunk += keep ? 1 : 0;
    }
  }

  /** Puts the numbers of the cells of a chunk where they are multiplied; returns its rows. */
  private int scale(byte[] pixels, LitCells cells, int from, int to, NativeFloats data) {
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
  private void spread(LitCells cells, int from, int to, int tap, float[] bias) {
    int filters = shape.filters();
    int row = 0;
    for (int e = from; e < to; e++) {
      int mask = cells.masks[e];
      int met = met(cells.places[e], tap);
      if (met >= 0) {
        if (mask != scratch.all()) {
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

  /** ∂W[k][l] += x[i][j]ᵀ ∂y[i − k][j − l]. */
  private void backward(LitCells cells, NativeFloats gradient) {
    int chunk = 0;
    for (int from = 0, to; from < cells.count(); from = to) {
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
      float[] pixel = met < 0 ? scratch.nothing : outputGradient[met];
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
    scratch.wantInputGradient();
    Arrays.fill(pixels, pixel(0, 0, 0), pixel(scratch.pictures, 0, 0), 0);
    for (int i = 0; i < output.length; i++) {
      RowMath.rectifyGradient(outputGradient[i], output[i]);
    }
    int[] places = scratch.everywhere;
    int some = moving.most / scratch.pictures;
    for (int from = 0; from < places.length; from += some) {
      int to = Math.min(places.length, from + some);
      for (int tap = 0; tap < weights.taps(); tap++) {
        scratch.toInput.get(tap).run(gather(places, scratch.allMasks, from, to, tap));
      }
      for (int place = from; place < to; place++) {
        long start = (long) (place - from) * scratch.numbers.length;
        scratch.inputGradient.get(start, scratch.numbers);
        for (int p = 0; p < scratch.pictures; p++) {
          int at = pixel(p, place / shape.side(), place % shape.side());
          PixelScale.uncell(scratch.numbers, p * moving.numbers, width, weights.frames, pixels, at);
        }
      }
    }
  }

  @Override
  public void close() {
    if (keep) {
      moving.close();
      still.close();
    }
  }
}
