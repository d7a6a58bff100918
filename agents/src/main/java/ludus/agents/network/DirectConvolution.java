package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A convolution with stride 1 and few taps as what its definition says: for each row i of the
 * output and each tap (k, l) a product of matrices,
 *
 * <pre>
 * y[i] = max(0, Σ over k, l of x[i + k][l …] W[k][l] + b),
 * </pre>
 *
 * where x is [row][column][picture][channel], so that the pixels which meet a tap are a run of
 * rows. Winograd's filtering saves half of the products of 2 × 2 taps, but a picture with many
 * channels for few filters, as the folded first layer's is, costs more to transform than that.
 */
final class DirectConvolution implements GroupConvolution {
  private final ConvWeights weights;
  private final ConvShape shape;
  private final WinogradConvolution.Scratch scratch;
  private final int pictures;

  /** [pixel][picture · channels + channel]. */
  private final float[][] input;

  private final float[][] output;

  /** The input: [row][column][picture][channel]; a ring of rows, if it need not be kept. */
  private final NativeFloats data;

  private final int ring;

  /** A row of the output or of its gradient: [column][picture][filter]. */
  private final NativeFloats sums;

  /** By row of the output. */
  private final List<List<Product>> forward = new ArrayList<>();

  private final List<List<Product>> toWeights = new ArrayList<>();
  private final List<List<Product>> toData = new ArrayList<>();
  private float[][] outputGradient;
  private float[][] inputGradient;
  private NativeFloats dataGradient;

  DirectConvolution(
      ConvWeights weights,
      int pictures,
      WinogradConvolution.Scratch scratch,
      float[][] input,
      float[][] output,
      NativeFloats data,
      boolean keep,
      NativeFloats sums) {
    this.weights = weights;
    this.shape = weights.shape;
    this.scratch = scratch;
    this.pictures = pictures;
    this.input = input;
    this.output = output;
    this.data = data;
    this.ring = keep ? shape.side() : shape.taps();
    this.sums = sums;
    each(
        forward,
        (to, row, place) ->
            Product.add(to, met(data, row, place), tap(weights.forward, place), sums(), place > 0));
  }

  private interface Visitor {
    void visit(List<Product> to, int row, int place);
  }

  private void each(List<List<Product>> byRow, Visitor visitor) {
    for (int row = 0; row < shape.outSide(); row++) {
      List<Product> to = new ArrayList<>();
      for (int place = 0; place < weights.places(); place++) {
        visitor.visit(to, row, place);
      }
      byRow.add(to);
    }
  }

  /** The pixels that a tap meets for one row of the output. */
  private Product.Matrix met(NativeFloats memory, int row, int place) {
    int y = row + place / shape.taps();
    int x = place % shape.taps();
    return Product.Matrix.dense(
        memory,
        start(memory == data ? y % ring : y, x),
        shape.outSide() * pictures,
        shape.channels());
  }

  private long start(int row, int column) {
    return ((long) row * shape.side() + column) * pictures * shape.channels();
  }

  private Product.Matrix sums() {
    return Product.Matrix.dense(sums, 0, shape.outSide() * pictures, shape.filters());
  }

  private Product.Matrix tap(NativeFloats memory, int place) {
    return Product.Matrix.dense(memory, weights.start(place, 0), shape.channels(), shape.filters());
  }

  private static void run(List<Product> products) {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).run();
    }
  }

  @Override
  public void forward(Rows rows) {
    float[] bias = scratch.spread(weights.bias());
    int side = shape.side();
    for (int y = 0; y < side; y++) {
      rows.upTo(y);
      for (int x = 0; x < side; x++) {
        data.put(start(y % ring, x), input[y * side + x]);
      }
      if (y >= shape.taps() - 1) {
        forward(y - shape.taps() + 1, bias);
      }
    }
  }

  private void forward(int row, float[] bias) {
    run(forward.get(row));
    int side = shape.outSide();
    for (int x = 0; x < side; x++) {
      float[] pixel = output[row * side + x];
      sums.get((long) x * pixel.length, pixel);
      RowMath.rectify(pixel, bias);
    }
  }

  @Override
  public void wantBackward(float[][] outputGradient, NativeFloats weightGradient, boolean add) {
    this.outputGradient = outputGradient;
    each(
        toWeights,
        (to, row, place) ->
            Product.addTransposed(
                to, met(data, row, place), sums(), tap(weightGradient, place), add || row > 0));
  }

  @Override
  public void wantInputGradient(float[][] inputGradient, NativeFloats dataGradient) {
    this.inputGradient = inputGradient;
    this.dataGradient = dataGradient;
    weights.wantBack();
    toData.clear();
    each(
        toData,
        (to, row, place) ->
            Product.add(
                to,
                sums(),
                Product.Matrix.dense(
                    weights.back(), weights.start(place, 0), shape.filters(), shape.channels()),
                met(dataGradient, row, place),
                true));
  }

  @Override
  public void backward(float[] biasGradient, boolean toInput) {
    scratch.clearBias();
    if (toInput) {
      clearInputGradient();
    }
    int side = shape.outSide();
    for (int row = 0; row < side; row++) {
      for (int x = 0; x < side; x++) {
        float[] pixel = outputGradient[row * side + x];
        RowMath.rectifyGradient(pixel, output[row * side + x]);
        scratch.addBias(pixel);
        sums.put((long) x * pixel.length, pixel);
      }
      if (biasGradient != null) {
        run(toWeights.get(row));
      }
      if (toInput) {
        run(toData.get(row));
      }
    }
    if (biasGradient != null) {
      scratch.putBias(biasGradient);
    }
    if (toInput) {
      for (int i = 0; i < inputGradient.length; i++) {
        dataGradient.get((long) i * inputGradient[i].length, inputGradient[i]);
      }
    }
  }

  private void clearInputGradient() {
    for (int i = 0; i < inputGradient.length; i++) {
      Arrays.fill(inputGradient[i], 0);
      dataGradient.put((long) i * inputGradient[i].length, inputGradient[i]);
    }
  }
}
