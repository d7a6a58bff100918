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
 *
 * <p>The weights' gradient, G = Xᵀ D for an input X and the output's gradient D, is as large as the
 * weights. Before Adam may use it, its norm must be known; but ‖G‖² = Σ (X Xᵀ) ∘ (D Dᵀ), two small
 * matrices of rows × rows. So for few rows G is not written out, but worked out panel by panel when
 * Adam asks for it.
 */
final class BlasDense implements AutoCloseable {
  /** The most rows with which it pays to work out a gradient twice. */
  private static final int MOST_ROWS = 64;

  /** Fewer units than this a thread are not worth a thread. */
  private static final int FEWEST_UNITS = 64;

  final BlasLayout.Dense layer;
  final int lanes;

  /** Whether the weights' gradient is worked out only when asked for. */
  final boolean deferred;

  private final int index;
  private final List<BlasLayout.Panel> panels;
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

  /** By panel: into a lane's room for one, or into the whole gradient. */
  private final List<List<Product>> toPanels = new ArrayList<>();

  private final List<List<Product>> written = new ArrayList<>();

  /** X Xᵀ by lane, and D Dᵀ. */
  private final List<List<Product>> innerProducts = new ArrayList<>();

  private final List<Product> outerProducts = new ArrayList<>();
  private final List<NativeFloats> inner = new ArrayList<>();
  private float[][] innerValues;
  private NativeFloats outer;
  private float[] outerValues;
  private BlasParameters parameters;
  private final List<List<Product>> toInputs = new ArrayList<>();

  /** ∂L/∂output, as [row][unit]. */
  private NativeFloats gradient;

  /**
   * The same as [unit][row], with a cache line between units: a power of two from one to the next
   * would put all of them into a few places of the first cache.
   */
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
  final Lanes.Work writeOut = this::writeOut;
  final Lanes.Work toInput = lane -> backward(lane, false);

  /** For a layer on pixels, ∂L/∂input as [pixel][row · width + channel]. */
  private float[][] pixelGradients;

  BlasDense(
      BlasParameters parameters,
      int index,
      int rows,
      int threads,
      NativeFloats input,
      boolean last) {
    this.layer = parameters.layout.denses.get(index);
    this.panels = parameters.layout.panels.get(index);
    this.index = index;
    this.rows = rows;
    this.last = last;
    this.deferred = rows <= MOST_ROWS && !last;
    this.bias = parameters.bias(layer.name());
    this.input = input;
    this.lanes = Math.max(1, Math.min(threads, layer.units() / FEWEST_UNITS));
    this.output = new NativeFloats((long) rows * layer.units());
    this.values = new float[lanes][rows][];
    Product.Matrix w = matrix(parameters.denses.get(index).values, layer.inputs(), layer.units());
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

  /** Whether its input is what the convolutions put out; the others take a dense layer's. */
  private boolean onPixels() {
    return index == 0;
  }

  /** The first unit of a lane. */
  private int from(int lane) {
    return layer.units() * lane / lanes;
  }

  /** The first input of a lane, where one of its pixels begins. */
  private int firstInput(int lane) {
    return onPixels()
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
  void wantBackward(BlasParameters parameters) {
    this.parameters = parameters;
    gradient = new NativeFloats((long) rows * layer.units());
    gradientTransposed = new NativeFloats((long) layer.units() * stride());
    inputGradient = new NativeFloats((long) rows * layer.inputs());
    lines = new float[lanes][];
    sum = new float[layer.units()];
    deltas = new float[lanes][rows][];
    if (onPixels()) {
      pixelGradients = new float[layer.pixels()][rows * layer.width()];
    }
    Product.Matrix w = matrix(parameters.denses.get(index).values, layer.inputs(), layer.units());
    for (int lane = 0; lane < lanes; lane++) {
      lines[lane] = new float[rows * (onPixels() ? layer.width() : 1)];
      for (int r = 0; r < rows; r++) {
        deltas[lane][r] = new float[from(lane + 1) - from(lane)];
      }
      int first = firstInput(lane);
      int inputs = firstInput(lane + 1) - first;
      List<Product> own = new ArrayList<>();
      Product.add(
          own,
          w.rows(first, inputs),
          gradientTransposed(),
          matrix(inputGradient, layer.inputs(), rows).rows(first, inputs),
          false);
      toInputs.add(own);
    }
    if (deferred) {
      wantDeferred();
    }
  }

  private void wantDeferred() {
    outer = new NativeFloats((long) rows * rows);
    outerValues = new float[rows * rows];
    innerValues = new float[lanes][rows * rows];
    Product.addTransposed(
        outerProducts,
        gradientTransposed(),
        gradientTransposed(),
        matrix(outer, rows, rows),
        false);
    for (int lane = 0; lane < lanes; lane++) {
      NativeFloats sums = new NativeFloats((long) rows * rows);
      inner.add(sums);
      List<Product> own = new ArrayList<>();
      for (int i = lane; i < panels.size(); i += lanes) {
        Product.addOuter(own, input(panels.get(i)), matrix(sums, rows, rows));
      }
      innerProducts.add(own);
    }
    for (int i = 0; i < panels.size(); i++) {
      NativeFloats room = parameters.panels.get(i % parameters.panels.size());
      List<Product> own = new ArrayList<>();
      Product.addTransposed(
          own,
          input(panels.get(i)),
          matrix(gradient, rows, layer.units()),
          matrix(room, panels.get(i).rows(), layer.units()),
          false);
      toPanels.add(own);
    }
  }

  private Product.Matrix gradientTransposed() {
    return new Product.Matrix(gradientTransposed, 0, layer.units(), rows, stride());
  }

  /** From one unit to the next in {@link #gradientTransposed}. */
  private int stride() {
    return rows + NativeFloats.LINE;
  }

  /** What meets a panel's weights: [row][input of the panel]. */
  private Product.Matrix input(BlasLayout.Panel panel) {
    long start = (long) (panel.row() / layer.width()) * rows * layer.width();
    return Product.Matrix.dense(input, start, rows, layer.width())
        .columns(panel.row() % layer.width(), panel.rows());
  }

  /** Works out a panel of the weights' gradient. */
  void panelGradient(int panel) {
    run(toPanels.get(panel));
  }

  private void writeOut(int lane) {
    if (lane >= lanes) {
      return;
    }
    if (written.isEmpty()) {
      throw new IllegalStateException("call wantWritten first");
    }
    for (int i = lane; i < panels.size(); i += lanes) {
      run(written.get(i));
    }
  }

  /** Makes what writes the whole gradient out. */
  void wantWritten() {
    if (written.isEmpty()) {
      NativeFloats to = parameters.denses.get(index).gradient();
      for (BlasLayout.Panel panel : panels) {
        List<Product> own = new ArrayList<>();
        Product.addTransposed(
            own,
            input(panel),
            matrix(gradient, rows, layer.units()),
            matrix(to, layer.inputs(), layer.units()).rows(panel.row(), panel.rows()),
            false);
        written.add(own);
      }
    }
  }

  /** Σ g² of a gradient that is deferred: Σ (X Xᵀ) ∘ (D Dᵀ); of another, 0. */
  double squares() {
    if (!deferred) {
      return 0;
    }
    run(outerProducts);
    outer.get(0, outerValues);
    double sum = 0;
    for (int lane = 0; lane < lanes; lane++) {
      for (int i = 0; i < outerValues.length; i++) {
        sum += (double) outerValues[i] * innerValues[lane][i];
      }
    }
    return Math.max(0, sum);
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
      gradientTransposed.put(u * stride(), line, rows);
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
      gradientTransposed.put((from + u) * stride(), line, rows);
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
    if (learn && deferred) {
      float[] values = innerValues[lane];
      Arrays.fill(values, 0);
      inner.get(lane).put(0, values);
      run(innerProducts.get(lane));
      inner.get(lane).get(0, values);
    } else if (learn) {
      writeOut(lane);
    }
    run(toInputs.get(lane));
    if (onPixels()) {
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
    inner.forEach(NativeFloats::close);
    if (outer != null) {
      outer.close();
    }
    if (gradient != null) {
      gradient.close();
      gradientTransposed.close();
      inputGradient.close();
    }
  }
}
