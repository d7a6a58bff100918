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

  /** The input: [pixel][picture][channel]. */
  private final NativeFloats data;

  /** The output or its gradient: [pixel][picture][filter]. */
  private final NativeFloats sums;

  /** By row of the output, so that it is rectified while in the first cache. */
  private final List<List<Product>> forward = new ArrayList<>();

  private final List<Product> toWeights = new ArrayList<>();
  private final List<Product> toData = new ArrayList<>();
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
      NativeFloats sums) {
    this.weights = weights;
    this.shape = weights.shape;
    this.scratch = scratch;
    this.pictures = pictures;
    this.input = input;
    this.output = output;
    this.data = data;
    this.sums = sums;
    for (int row = 0; row < shape.outSide(); row++) {
      forward.add(new ArrayList<>());
    }
    each(
        (row, place) ->
            Product.add(
                forward.get(row),
                met(data, row, place),
                tap(weights.forward, place),
                row(row),
                place > 0));
  }

  private interface RowAndPlace {
    void visit(int row, int place);
  }

  private void each(RowAndPlace visitor) {
    for (int row = 0; row < shape.outSide(); row++) {
      for (int place = 0; place < weights.places(); place++) {
        visitor.visit(row, place);
      }
    }
  }

  /** The pixels that a tap meets for one row of the output. */
  private Product.Matrix met(NativeFloats memory, int row, int place) {
    int y = row + place / shape.taps();
    int x = place % shape.taps();
    long start = ((long) y * shape.side() + x) * pictures * shape.channels();
    return Product.Matrix.dense(memory, start, shape.outSide() * pictures, shape.channels());
  }

  private Product.Matrix row(int row) {
    int rows = shape.outSide() * pictures;
    return Product.Matrix.dense(sums, (long) row * rows * shape.filters(), rows, shape.filters());
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
  public void forward() {
    put(input, data);
    float[] bias = scratch.spread(weights.bias());
    int side = shape.outSide();
    for (int row = 0; row < side; row++) {
      run(forward.get(row));
      for (int i = row * side; i < (row + 1) * side; i++) {
        sums.get((long) i * output[i].length, output[i]);
        RowMath.rectify(output[i], bias);
      }
    }
  }

  private static void put(float[][] pixels, NativeFloats to) {
    for (int i = 0; i < pixels.length; i++) {
      to.put((long) i * pixels[i].length, pixels[i]);
    }
  }

  @Override
  public void wantBackward(float[][] outputGradient, NativeFloats weightGradient, boolean add) {
    this.outputGradient = outputGradient;
    each(
        (row, place) ->
            Product.addTransposed(
                toWeights,
                met(data, row, place),
                row(row),
                tap(weightGradient, place),
                add || row > 0));
  }

  @Override
  public void wantInputGradient(float[][] inputGradient, NativeFloats dataGradient) {
    this.inputGradient = inputGradient;
    this.dataGradient = dataGradient;
    weights.wantBack();
    each(
        (row, place) ->
            Product.add(
                toData,
                row(row),
                Product.Matrix.dense(
                    weights.back(), weights.start(place, 0), shape.filters(), shape.channels()),
                met(dataGradient, row, place),
                true));
  }

  @Override
  public void backward() {
    for (int i = 0; i < output.length; i++) {
      RowMath.rectifyGradient(outputGradient[i], output[i]);
      sums.put((long) i * output[i].length, outputGradient[i]);
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

  @Override
  public void inputGradient() {
    for (float[] pixel : inputGradient) {
      Arrays.fill(pixel, 0);
    }
    put(inputGradient, dataGradient);
    run(toData);
    for (int i = 0; i < inputGradient.length; i++) {
      dataGradient.get((long) i * inputGradient[i].length, inputGradient[i]);
    }
  }
}
