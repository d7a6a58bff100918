package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A convolution by Winograd's minimal filtering.
 *
 * <p>A picture is an array for each of its pixels: [picture][channel] of all pictures of the group.
 * Winograd's transforms only ever add up whole such arrays, in the loops that HotSpot makes vector
 * instructions of, and each array is a run of rows of the matrices that are then multiplied.
 */
final class WinogradConvolution {
  /** What groups of one size share when they take turns on one thread. */
  static final class Scratch {
    final float[][] columns;
    final float[][] column;
    final float[] data;
    final float[][] row;
    final float[][] places;
    final float[][] half;
    final float[] result;
    final BiasRows bias;
    final float[] nothingIn;
    final float[] nothingOut;

    /** Swallows the gradient of what lies beyond the picture. */
    final float[] beyond;

    Scratch(ConvWeights weights, int pictures) {
      int t = weights.winograd.points;
      int in = pictures * weights.shape.channels();
      int out = pictures * weights.shape.filters();
      this.columns = new float[t * weights.reach()][in];
      this.column = new float[weights.reach()][in];
      this.data = new float[in];
      this.row = new float[t][in];
      this.places = new float[t * t][out];
      this.half = new float[t * weights.winograd.outputs][out];
      this.result = new float[out];
      this.bias = new BiasRows(pictures, weights.shape.filters());
      this.nothingIn = new float[in];
      this.nothingOut = new float[out];
      this.beyond = new float[in];
    }
  }

  private final ConvWeights weights;
  private final ConvShape shape;
  private final Winograd winograd;
  private final Scratch scratch;
  private final int pictures;
  private final int bandTiles;

  /** [pixel][picture · channels + channel]. */
  private final float[][] input;

  private final float[][] output;

  /** V: [band][place][phase][tile][picture][channel]; of one band, if it need not be kept. */
  private final NativeFloats data;

  private final boolean kept;

  /** M of a band, or its gradient: [place][tile][picture][filter]. */
  private final NativeFloats sums;

  private final float[][][] padded;

  /** By band. */
  private final List<List<Product>> forward = new ArrayList<>();

  private final List<List<Product>> toWeights = new ArrayList<>();
  private final List<List<Product>> toData = new ArrayList<>();
  private NativeFloats dataGradient;
  private float[][] outputGradient;
  private float[][] paddedOutputGradient;
  private float[][][] paddedInputGradient;

  WinogradConvolution(
      ConvWeights weights,
      int pictures,
      Scratch scratch,
      float[][] input,
      float[][] output,
      NativeFloats data,
      boolean keep,
      NativeFloats sums) {
    this.weights = weights;
    this.shape = weights.shape;
    this.winograd = weights.winograd;
    this.scratch = scratch;
    this.pictures = pictures;
    this.bandTiles = weights.bandTiles();
    this.input = input;
    this.output = output;
    this.data = data;
    this.sums = sums;
    this.kept = keep;
    this.padded = padded(input, scratch.nothingIn);
    each(
        forward,
        (to, band, place, phase) ->
            Product.add(
                to,
                data(data, band, place, phase, kept),
                transform(weights.forward, place, phase, false),
                sums(band, place),
                phase > 0));
  }

  /** How many numbers a band of its input, or of that's gradient, takes in native memory. */
  static long bandLength(ConvWeights weights, int pictures) {
    ConvShape shape = weights.shape;
    return (long) pictures
        * shape.channels()
        * weights.places()
        * shape.phases()
        * weights.bandTiles();
  }

  /** How many numbers its products make in native memory. */
  static long sumsLength(ConvWeights weights, int pictures) {
    return (long) pictures * weights.shape.filters() * weights.places() * weights.bandTiles();
  }

  private interface Visitor {
    void visit(List<Product> to, int band, int place, int phase);
  }

  private void each(List<List<Product>> byBand, Visitor visitor) {
    for (int band = 0; band < weights.bands(); band++) {
      List<Product> to = new ArrayList<>();
      for (int place = 0; place < weights.places(); place++) {
        for (int phase = 0; phase < shape.phases(); phase++) {
          visitor.visit(to, band, place, phase);
        }
      }
      byBand.add(to);
    }
  }

  private float[][][] padded(float[][] pixels, float[] beyond) {
    int reach = weights.reach();
    float[][][] padded = new float[shape.phases()][reach * reach][];
    for (int phase = 0; phase < padded.length; phase++) {
      for (int i = 0; i < reach * reach; i++) {
        int place = shape.place(phase, i / reach, i % reach);
        padded[phase][i] = place < 0 ? beyond : pixels[place];
      }
    }
    return padded;
  }

  /** The first row of tiles of a band. */
  private int from(int band) {
    return band * weights.band();
  }

  /** The row of tiles after the last one of a band. */
  private int to(int band) {
    return Math.min(weights.tilesASide(), from(band + 1));
  }

  /** Pixels of a band that are transformed into one place. */
  private int rows(int band) {
    return (to(band) - from(band)) * weights.tilesASide() * pictures;
  }

  /** Where the tiles of a band begin in V. */
  private long start(int band, int place, int phase, boolean kept) {
    long matrices = ((long) (kept ? band : 0) * weights.places() + place) * shape.phases() + phase;
    return matrices * bandTiles * pictures * shape.channels();
  }

  private Product.Matrix data(NativeFloats memory, int band, int place, int phase, boolean kept) {
    return Product.Matrix.dense(
        memory, start(band, place, phase, kept), rows(band), shape.channels());
  }

  private Product.Matrix sums(int band, int place) {
    long start = (long) place * bandTiles * pictures * shape.filters();
    return Product.Matrix.dense(sums, start, rows(band), shape.filters());
  }

  private Product.Matrix transform(NativeFloats memory, int place, int phase, boolean back) {
    int rows = back ? shape.filters() : shape.channels();
    int columns = back ? shape.channels() : shape.filters();
    return Product.Matrix.dense(memory, weights.start(place, phase), rows, columns);
  }

  /** From its input to its output. */
  void forward() {
    float[] bias = scratch.bias.spread(weights.bias());
    for (int band = 0; band < weights.bands(); band++) {
      for (int phase = 0; phase < shape.phases(); phase++) {
        for (int ty = from(band); ty < to(band); ty++) {
          transformInput(phase, ty, start(band, 0, phase, kept), ty - from(band));
        }
      }
      run(forward.get(band));
      for (int ty = from(band); ty < to(band); ty++) {
        for (int tx = 0; tx < weights.tilesASide(); tx++) {
          transformResult(ty, tx, (ty - from(band)) * weights.tilesASide() + tx, bias);
        }
      }
    }
  }

  private static void run(List<Product> products) {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).run();
    }
  }

  /**
   * V = Bᵀ x B for a row of tiles, the given one of its band.
   *
   * @param start where the phase's first place begins
   */
  private void transformInput(int phase, int ty, long start, int row) {
    int t = winograd.points;
    int m = winograd.outputs;
    int reach = weights.reach();
    int side = weights.tilesASide();
    int length = scratch.data.length;
    for (int i = 0; i < t; i++) {
      for (int x = 0; x < reach; x++) {
        winograd.data[i].of(scratch.column[x], padded[phase], ty * m * reach + x, reach);
      }
      for (int k = 0; k < t; k++) {
        long tile = ((long) i * t + k) * shape.phases() * bandTiles + row * side;
        for (int tx = 0; tx < side; tx++) {
          winograd.data[k].of(scratch.data, scratch.column, tx * m, 1);
          data.put(start + (tile + tx) * length, scratch.data);
        }
      }
    }
  }

  /** y = max(0, Aᵀ M A + b) for one tile, the given one of its band. */
  private void transformResult(int ty, int tx, int tile, float[] bias) {
    int t = winograd.points;
    int m = winograd.outputs;
    int outSide = shape.outSide();
    for (int place = 0; place < t * t; place++) {
      sums.get(((long) place * bandTiles + tile) * scratch.result.length, scratch.places[place]);
    }
    for (int a = 0; a < m; a++) {
      int y = ty * m + a;
      if (y >= outSide) {
        break;
      }
      for (int k = 0; k < t; k++) {
        winograd.result[a].of(scratch.half[k], scratch.places, k, t);
      }
      for (int b = 0; b < m; b++) {
        int x = tx * m + b;
        if (x < outSide) {
          float[] pixel = output[y * outSide + x];
          winograd.result[b].of(pixel, scratch.half, 0, 1);
          RowMath.rectify(pixel, bias);
        }
      }
    }
  }

  /**
   * Makes what the way back needs.
   *
   * @param outputGradient where the gradient of the output is found
   * @param weightGradient is added up here, in the domain of {@link ConvWeights}
   * @param add whether to what is there already
   * @param inputGradient receives the gradient of the input
   * @param dataGradient room for {@link #bandLength} numbers
   */
  void wantBackward(
      float[][] outputGradient,
      NativeFloats weightGradient,
      boolean add,
      float[][] inputGradient,
      NativeFloats dataGradient) {
    int outSide = shape.outSide();
    int reach = weights.tilesASide() * winograd.outputs;
    this.outputGradient = outputGradient;
    this.dataGradient = dataGradient;
    this.paddedInputGradient = padded(inputGradient, scratch.beyond);
    this.paddedOutputGradient = new float[reach * reach][];
    for (int i = 0; i < reach * reach; i++) {
      boolean within = i / reach < outSide && i % reach < outSide;
      paddedOutputGradient[i] =
          within ? outputGradient[i / reach * outSide + i % reach] : scratch.nothingOut;
    }
    each(
        toWeights,
        (to, band, place, phase) ->
            Product.addTransposed(
                to,
                data(data, band, place, phase, kept),
                sums(band, place),
                transform(weightGradient, place, phase, false),
                add || band > 0));
    weights.wantBack();
    each(
        toData,
        (to, band, place, phase) ->
            Product.add(
                to,
                sums(band, place),
                transform(weights.back(), place, phase, true),
                data(dataGradient, band, place, phase, false),
                false));
  }

  /**
   * The way back, from the gradient of the output, in which the rectifier's is taken, to that of
   * the input.
   *
   * @param biasGradient the bias' gradient is added to this and the weights' worked out as well, or
   *     null for neither
   */
  void backward(float[] biasGradient) {
    scratch.bias.clear();
    clearInputGradient();
    for (int band = 0; band < weights.bands(); band++) {
      rectifyBack(band);
      for (int ty = from(band); ty < to(band); ty++) {
        for (int tx = 0; tx < weights.tilesASide(); tx++) {
          transformResultBack(ty, tx, (ty - from(band)) * weights.tilesASide() + tx);
        }
      }
      if (biasGradient != null) {
        run(toWeights.get(band));
      }
      run(toData.get(band));
      for (int phase = 0; phase < shape.phases(); phase++) {
        for (int ty = from(band); ty < to(band); ty++) {
          transformInputBack(phase, ty, ty - from(band));
        }
      }
    }
    if (biasGradient != null) {
      scratch.bias.addTo(biasGradient);
    }
  }

  /** The rectifier's way back, and the bias', in the rows that a band puts out. */
  private void rectifyBack(int band) {
    int outSide = shape.outSide();
    int end = Math.min(outSide, to(band) * winograd.outputs) * outSide;
    for (int i = from(band) * winograd.outputs * outSide; i < end; i++) {
      RowMath.rectifyGradient(outputGradient[i], output[i]);
      scratch.bias.add(outputGradient[i]);
    }
  }

  private void clearInputGradient() {
    for (float[][] phase : paddedInputGradient) {
      for (float[] pixel : phase) {
        Arrays.fill(pixel, 0);
      }
    }
  }

  /** ∂L/∂M = A (∂L/∂y) Aᵀ for one tile, the given one of its band. */
  private void transformResultBack(int ty, int tx, int tile) {
    int t = winograd.points;
    int m = winograd.outputs;
    int reach = weights.tilesASide() * m;
    int first = ty * m * reach + tx * m;
    for (int i = 0; i < t; i++) {
      for (int b = 0; b < m; b++) {
        winograd.resultBack[i].of(scratch.half[b], paddedOutputGradient, first + b, reach);
      }
      for (int k = 0; k < t; k++) {
        winograd.resultBack[k].of(scratch.result, scratch.half, 0, 1);
        sums.put(((long) (i * t + k) * bandTiles + tile) * scratch.result.length, scratch.result);
      }
    }
  }

  /** B (∂L/∂V) Bᵀ, tile upon tile, for a row of them, the given one of its band. */
  private void transformInputBack(int phase, int ty, int row) {
    int t = winograd.points;
    int m = winograd.outputs;
    int reach = weights.reach();
    int side = weights.tilesASide();
    int length = scratch.data.length;
    for (float[] column : scratch.columns) {
      Arrays.fill(column, 0);
    }
    for (int i = 0; i < t; i++) {
      for (int tx = 0; tx < side; tx++) {
        for (int k = 0; k < t; k++) {
          long tile = (((long) i * t + k) * shape.phases() + phase) * bandTiles + row * side + tx;
          dataGradient.get(tile * length, scratch.row[k]);
        }
        for (int l = 0; l < t; l++) {
          winograd.dataBack[l].addTo(scratch.columns[i * reach + tx * m + l], scratch.row, 0, 1);
        }
      }
    }
    for (int j = 0; j < t; j++) {
      for (int x = 0; x < reach; x++) {
        winograd.dataBack[j].addTo(
            paddedInputGradient[phase][(ty * m + j) * reach + x], scratch.columns, x, reach);
      }
    }
  }
}
