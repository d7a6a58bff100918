package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One dense layer for one batch size, shared by units among the threads on the way forward and by
 * inputs on the way back, so that no two write the same numbers and nothing need be added up.
 *
 * <p>Its input is [pixel][row][channel], which for a layer on a layer is [row][unit]: y = Σ over
 * pixels of x[pixel] W[pixel], one product each.
 */
final class BlasDense implements AutoCloseable {
  /** Fewer units than this a thread are not worth a thread. */
  private static final int FEWEST_UNITS = 64;

  final BlasLayout.Dense layer;
  final int lanes;
  private final int rows;
  private final boolean last;
  private final float[] bias;

  /** [pixel][row][channel]. */
  private final NativeFloats input;

  /** [row][unit], rectified but for the last layer's. */
  final NativeFloats output;

  private final List<List<Product>> products = new ArrayList<>();

  /** By lane: [row][unit of the lane]. */
  private final float[][][] values;

  private final List<List<Product>> back = new ArrayList<>();
  private final List<List<Product>> toInputs = new ArrayList<>();

  /** ∂L/∂output, as [row][unit] and as [unit][row]. */
  private NativeFloats gradient;

  private NativeFloats gradientTransposed;

  /** ∂L/∂input as [pixel][channel][row]. */
  private NativeFloats inputGradient;

  /** By lane: ∂L/∂values. */
  private float[][][] deltas;

  private float[][] lines;
  private float[] sum;

  /** The layer that follows, on the way back. */
  BlasDense next;

  final Lanes.Work forward = this::forward;
  final Lanes.Work receive = this::receive;
  final Lanes.Work backward = lane -> backward(lane, true);
  final Lanes.Work toInput = lane -> backward(lane, false);

  /** For a layer on pixels, ∂L/∂input as [pixel][row · width + channel]. */
  private float[][] pixelGradients;

  BlasDense(
      BlasLayout.Dense layer,
      int rows,
      int threads,
      NativeFloats input,
      NativeFloats weights,
      float[] bias,
      boolean last) {
    this.layer = layer;
    this.rows = rows;
    this.last = last;
    this.bias = bias;
    this.input = input;
    this.lanes = Math.max(1, Math.min(threads, layer.units() / FEWEST_UNITS));
    this.output = new NativeFloats((long) rows * layer.units());
    this.values = new float[lanes][rows][];
    Product.Matrix w = matrix(weights, layer.inputs(), layer.units());
    Product.Matrix y = matrix(output, rows, layer.units());
    for (int lane = 0; lane < lanes; lane++) {
      int from = from(lane);
      int count = from(lane + 1) - from;
      List<Product> own = new ArrayList<>();
      for (int p = 0; p < layer.pixels(); p++) {
        Product.add(
            own,
            Product.Matrix.dense(input, (long) p * rows * layer.width(), rows, layer.width()),
            w.rows(p * layer.width(), layer.width()).columns(from, count),
            y.columns(from, count),
            true);
      }
      products.add(own);
      for (int r = 0; r < rows; r++) {
        values[lane][r] = new float[count];
      }
    }
  }

  private static Product.Matrix matrix(NativeFloats memory, int rows, int columns) {
    return Product.Matrix.dense(memory, 0, rows, columns);
  }

  /** The first unit of a lane. */
  private int from(int lane) {
    return layer.units() * lane / lanes;
  }

  /** The first input of a lane, where one of its pixels begins. */
  private int firstInput(int lane) {
    return layer.pixels() > 1
        ? layer.pixels() * lane / lanes * layer.width()
        : layer.inputs() * lane / lanes;
  }

  private void forward(int lane) {
    if (lane >= lanes) {
      return;
    }
    int from = from(lane);
    float[][] own = values[lane];
    for (int r = 0; r < rows; r++) {
      output.put(r * layer.units() + from, bias, from, own[r].length);
    }
    run(products.get(lane));
    if (!last) {
      for (int r = 0; r < rows; r++) {
        output.get(r * layer.units() + from, own[r]);
        RowMath.rectify(own[r]);
        output.put(r * layer.units() + from, own[r]);
      }
    }
  }

  private static void run(List<Product> products) {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).run();
    }
  }

  /** Makes what the way back needs. */
  void wantBackward(NativeFloats weights, NativeFloats weightGradient) {
    gradient = new NativeFloats((long) rows * layer.units());
    gradientTransposed = new NativeFloats(gradient.length);
    inputGradient = new NativeFloats((long) rows * layer.inputs());
    lines = new float[lanes][];
    sum = new float[layer.units()];
    deltas = new float[lanes][rows][];
    if (layer.pixels() > 1) {
      pixelGradients = new float[layer.pixels()][rows * layer.width()];
    }
    Product.Matrix dw = matrix(weightGradient, layer.inputs(), layer.units());
    Product.Matrix dy = matrix(gradient, rows, layer.units());
    for (int lane = 0; lane < lanes; lane++) {
      int from = from(lane);
      int count = from(lane + 1) - from;
      lines[lane] = new float[rows * (layer.pixels() > 1 ? layer.width() : 1)];
      for (int r = 0; r < rows; r++) {
        deltas[lane][r] = new float[count];
      }
      List<Product> products = new ArrayList<>();
      for (int p = 0; p < layer.pixels(); p++) {
        Product.addTransposed(
            products,
            Product.Matrix.dense(input, (long) p * rows * layer.width(), rows, layer.width()),
            dy.columns(from, count),
            dw.rows(p * layer.width(), layer.width()).columns(from, count),
            false);
      }
      back.add(products);
      int first = firstInput(lane);
      int inputs = firstInput(lane + 1) - first;
      List<Product> others = new ArrayList<>();
      Product.add(
          others,
          matrix(weights, layer.inputs(), layer.units()).rows(first, inputs),
          matrix(gradientTransposed, layer.units(), rows),
          matrix(inputGradient, layer.inputs(), rows).rows(first, inputs),
          false);
      toInputs.add(others);
    }
  }

  /** Sets the gradient of the last layer's output. */
  void outputGradient(float[] values) {
    int units = layer.units();
    gradient.put(0, values, rows * units);
    float[] line = lines[0];
    for (int u = 0; u < units; u++) {
      for (int r = 0; r < rows; r++) {
        line[r] = values[r * units + u];
      }
      gradientTransposed.put(u * rows, line, rows);
    }
  }

  /** Sets the gradient of this layer's output from that of the next one's input. */
  private void receive(int lane) {
    if (lane >= lanes) {
      return;
    }
    int from = from(lane);
    float[][] own = values[lane];
    float[][] delta = deltas[lane];
    float[] line = lines[lane];
    int count = own[0].length;
    for (int u = 0; u < count; u++) {
      next.inputGradient.get((from + u) * rows, line, 0, rows);
      for (int r = 0; r < rows; r++) {
        float d = own[r][u] > 0 ? line[r] : 0;
        delta[r][u] = d;
        line[r] = d;
      }
      gradientTransposed.put((from + u) * rows, line, rows);
    }
    for (int r = 0; r < rows; r++) {
      gradient.put(r * layer.units() + from, delta[r]);
    }
  }

  /** The weights' and the input's gradients. */
  private void backward(int lane, boolean learn) {
    if (lane >= lanes) {
      return;
    }
    if (learn) {
      run(back.get(lane));
    }
    run(toInputs.get(lane));
    if (layer.pixels() > 1) {
      float[] line = lines[lane];
      for (int in = firstInput(lane); in < firstInput(lane + 1); in += layer.width()) {
        inputGradient.get((long) in * rows, line);
        RowMath.transpose(line, layer.width(), rows, pixelGradients[in / layer.width()]);
      }
    }
  }

  /** The bias' gradient. */
  void biasGradient(float[] to) {
    Arrays.fill(to, 0);
    for (int r = 0; r < rows; r++) {
      gradient.get(r * layer.units(), sum);
      RowMath.add(to, sum, 1);
    }
  }

  /** For a layer on pixels: ∂L/∂input as [pixel][row · width + channel]. */
  float[][] pixelGradients() {
    return pixelGradients;
  }

  @Override
  public void close() {
    output.close();
    if (gradient != null) {
      gradient.close();
      gradientTransposed.close();
      inputGradient.close();
    }
  }
}
