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
final class WinogradConvolution implements GroupConvolution {
  /** What groups of one size share when they take turns on one thread. */
  static final class Scratch {
    final float[][] columns;
    final float[] data;
    final float[][] row;
    final float[][] places;
    final float[][] half;
    final float[] result;
    final float[] bias;
    final float[] nothingIn;
    final float[] nothingOut;

    /** Swallows the gradient of what lies beyond the picture. */
    final float[] beyond;

    Scratch(ConvWeights weights, int pictures) {
      int t = weights.winograd.points;
      int in = pictures * weights.shape.channels();
      int out = pictures * weights.shape.filters();
      this.columns = new float[t * weights.reach()][in];
      this.data = new float[in];
      this.row = new float[t][in];
      this.places = new float[t * t][out];
      this.half = new float[t * weights.winograd.outputs][out];
      this.result = new float[out];
      this.bias = new float[out];
      this.nothingIn = new float[in];
      this.nothingOut = new float[out];
      this.beyond = new float[in];
    }

    /** The bias of every filter for every picture. */
    float[] spread(float[] filters) {
      for (int p = 0; p < bias.length; p += filters.length) {
        System.arraycopy(filters, 0, bias, p, filters.length);
      }
      return bias;
    }

    /** Adds up the output's gradient over pixels and pictures. */
    void biasGradient(float[][] outputGradient, float[] gradient, boolean add) {
      Arrays.fill(result, 0);
      for (float[] pixel : outputGradient) {
        RowMath.add(result, pixel, 1);
      }
      if (!add) {
        Arrays.fill(gradient, 0);
      }
      for (int i = 0; i < result.length; i++) {
        gradient[i % gradient.length] += result[i];
      }
    }
  }

  private final ConvWeights weights;
  private final ConvShape shape;
  private final Winograd winograd;
  private final Scratch scratch;
  private final int pictures;
  private final int tiles;

  /** [pixel][picture · channels + channel]. */
  private final float[][] input;

  private final float[][] output;

  /** V: [place][phase][tile][picture][channel]. */
  private final NativeFloats data;

  /** M, or its gradient: [place][tile][picture][filter]. */
  private final NativeFloats sums;

  private final float[][][] padded;
  private final List<Product> forward = new ArrayList<>();
  private List<Product> toWeights;
  private List<Product> toData;
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
      NativeFloats sums) {
    this.weights = weights;
    this.shape = weights.shape;
    this.winograd = weights.winograd;
    this.scratch = scratch;
    this.pictures = pictures;
    this.tiles = weights.tiles();
    this.input = input;
    this.output = output;
    this.data = data;
    this.sums = sums;
    this.padded = padded(input, scratch.nothingIn);
    for (int place = 0; place < weights.places(); place++) {
      for (int phase = 0; phase < shape.phases(); phase++) {
        Product.add(
            forward,
            matrix(data, place, phase),
            transform(weights.forward, place, phase, false),
            matrix(sums, place),
            phase > 0);
      }
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

  private Product.Matrix matrix(NativeFloats memory, int place, int phase) {
    int rows = tiles * pictures;
    long start = ((long) place * shape.phases() + phase) * rows * shape.channels();
    return Product.Matrix.dense(memory, start, rows, shape.channels());
  }

  private Product.Matrix matrix(NativeFloats memory, int place) {
    int rows = tiles * pictures;
    return Product.Matrix.dense(
        memory, (long) place * rows * shape.filters(), rows, shape.filters());
  }

  private Product.Matrix transform(NativeFloats memory, int place, int phase, boolean back) {
    int rows = back ? shape.filters() : shape.channels();
    int columns = back ? shape.channels() : shape.filters();
    return Product.Matrix.dense(memory, weights.start(place, phase), rows, columns);
  }

  @Override
  public void forward() {
    for (int phase = 0; phase < shape.phases(); phase++) {
      transformInput(phase);
    }
    run(forward);
    scratch.spread(weights.bias());
    for (int tile = 0; tile < tiles; tile++) {
      transformResult(tile);
    }
  }

  private static void run(List<Product> products) {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).run();
    }
  }

  /** V = Bᵀ x B, tile by tile. */
  private void transformInput(int phase) {
    int t = winograd.points;
    int m = winograd.outputs;
    int reach = weights.reach();
    int side = weights.tilesASide();
    int length = scratch.data.length;
    for (int ty = 0; ty < side; ty++) {
      for (int i = 0; i < t; i++) {
        for (int x = 0; x < reach; x++) {
          winograd.data[i].of(
              scratch.columns[i * reach + x], padded[phase], ty * m * reach + x, reach);
        }
        for (int k = 0; k < t; k++) {
          long start = (((long) i * t + k) * shape.phases() + phase) * tiles + ty * side;
          for (int tx = 0; tx < side; tx++) {
            winograd.data[k].of(scratch.data, scratch.columns, i * reach + tx * m, 1);
            data.put((start + tx) * length, scratch.data);
          }
        }
      }
    }
  }

  /** y = max(0, Aᵀ M A + b) for one tile. */
  private void transformResult(int tile) {
    int t = winograd.points;
    int m = winograd.outputs;
    int side = weights.tilesASide();
    int outSide = shape.outSide();
    for (int place = 0; place < t * t; place++) {
      sums.get(((long) place * tiles + tile) * scratch.result.length, scratch.places[place]);
    }
    for (int a = 0; a < m; a++) {
      int y = tile / side * m + a;
      if (y >= outSide) {
        break;
      }
      for (int k = 0; k < t; k++) {
        winograd.result[a].of(scratch.half[k], scratch.places, k, t);
      }
      for (int b = 0; b < m; b++) {
        int x = tile % side * m + b;
        if (x < outSide) {
          float[] pixel = output[y * outSide + x];
          winograd.result[b].of(pixel, scratch.half, 0, 1);
          RowMath.rectify(pixel, scratch.bias);
        }
      }
    }
  }

  @Override
  public void wantBackward(float[][] outputGradient, NativeFloats weightGradient, boolean add) {
    int outSide = shape.outSide();
    int reach = weights.tilesASide() * winograd.outputs;
    this.outputGradient = outputGradient;
    this.paddedOutputGradient = new float[reach * reach][];
    for (int i = 0; i < reach * reach; i++) {
      boolean within = i / reach < outSide && i % reach < outSide;
      paddedOutputGradient[i] =
          within ? outputGradient[i / reach * outSide + i % reach] : scratch.nothingOut;
    }
    toWeights = new ArrayList<>();
    for (int place = 0; place < weights.places(); place++) {
      for (int phase = 0; phase < shape.phases(); phase++) {
        Product.addTransposed(
            toWeights,
            matrix(data, place, phase),
            matrix(sums, place),
            transform(weightGradient, place, phase, false),
            add);
      }
    }
  }

  @Override
  public void wantInputGradient(float[][] inputGradient, NativeFloats dataGradient) {
    this.dataGradient = dataGradient;
    this.paddedInputGradient = padded(inputGradient, scratch.beyond);
    weights.wantBack();
    toData = new ArrayList<>();
    for (int place = 0; place < weights.places(); place++) {
      for (int phase = 0; phase < shape.phases(); phase++) {
        Product.add(
            toData,
            matrix(sums, place),
            transform(weights.back(), place, phase, true),
            matrix(dataGradient, place, phase),
            false);
      }
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < output.length; i++) {
      RowMath.rectifyGradient(outputGradient[i], output[i]);
    }
    for (int tile = 0; tile < tiles; tile++) {
      transformResultBack(tile);
    }
  }

  @Override
  public void weightGradient() {
    run(toWeights);
  }

  @Override
  public void biasGradient(float[] gradient, boolean add) {
    scratch.biasGradient(outputGradient, gradient, add);
  }

  /** ∂L/∂M = A (∂L/∂y) Aᵀ for one tile. */
  private void transformResultBack(int tile) {
    int t = winograd.points;
    int m = winograd.outputs;
    int side = weights.tilesASide();
    int reach = side * m;
    int first = tile / side * m * reach + tile % side * m;
    for (int i = 0; i < t; i++) {
      for (int b = 0; b < m; b++) {
        winograd.resultBack[i].of(scratch.half[b], paddedOutputGradient, first + b, reach);
      }
      for (int k = 0; k < t; k++) {
        winograd.resultBack[k].of(scratch.result, scratch.half, 0, 1);
        sums.put(((long) (i * t + k) * tiles + tile) * scratch.result.length, scratch.result);
      }
    }
  }

  /** B (∂L/∂V) Bᵀ, tile upon tile. */
  @Override
  public void inputGradient() {
    run(toData);
    for (int phase = 0; phase < shape.phases(); phase++) {
      for (float[] pixel : paddedInputGradient[phase]) {
        Arrays.fill(pixel, 0);
      }
      for (int ty = 0; ty < weights.tilesASide(); ty++) {
        transformInputBack(phase, ty);
      }
    }
  }

  private void transformInputBack(int phase, int ty) {
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
          long row = (((long) i * t + k) * shape.phases() + phase) * tiles + ty * side + tx;
          dataGradient.get(row * length, scratch.row[k]);
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
