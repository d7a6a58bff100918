package ludus.agents.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The way back through {@link Nd4jNetwork} for one batch size.
 *
 * <p>The first layer's input gradient, which nobody needs to learn, is the dearest part of {@code
 * conv2d_bp}, which cannot leave it out. So where the input is folded (stride 1), that layer's
 * weight gradient is worked out as one matrix product for each of the kernel's places: with the
 * pixels of all pictures in one long matrix X and the output's gradient D on the same grid, zero
 * where there is no output, ∂L/∂W[i][j] = X[i·side + j …]ᵀ D.
 */
final class Nd4jBackward implements AutoCloseable {
  private final Nd4jLayout layout;
  private final int rows;
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Nd4jOp> operations = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();
  private final FloatBuffer outputGradient;
  private INDArray inputGradient;

  /**
   * @param gradient receives the parameters' gradient, flat
   * @param toInput whether the input's gradient is wanted too
   */
  Nd4jBackward(
      Nd4jLayout layout,
      Nd4jForward forward,
      INDArray parameters,
      INDArray gradient,
      boolean toInput) {
    this.layout = layout;
    this.rows = forward.rows;
    INDArray ones = array(1, rows).addi(1);
    INDArray d = array(rows, layout.spec.outputs());
    this.outputGradient = d.data().asNioFloat();
    for (int l = layout.denses.size() - 1; l >= 0; l--) {
      Nd4jLayout.Dense dense = layout.denses.get(l);
      INDArray x = forward.denseValues.get(l);
      add(Nd4jOp.product(x, true, d, false, Nd4jForward.weight(layout, gradient, dense)));
      add(Nd4jOp.product(ones, false, d, false, rowOf(gradient, dense.name(), dense.units())));
      INDArray dx = array(rows, dense.inputs());
      add(Nd4jOp.product(d, false, Nd4jForward.weight(layout, parameters, dense), true, dx));
      mask(x, dx);
      d = dx;
    }
    for (int l = layout.convs.size() - 1; l >= 0; l--) {
      Nd4jLayout.Conv conv = layout.convs.get(l);
      INDArray x = forward.convValues.get(l);
      INDArray dy = Nd4jOp.view(d, 0, rows, conv.outSide(), conv.outSide(), conv.filters());
      if (l == 0 && layout.block > 1 && !toInput) {
        firstWeights(conv, forward.inputMemory, d, gradient);
        break;
      }
      INDArray dx = array(rows, conv.side(), conv.side(), conv.channels());
      add(
          Nd4jOp.convolutionGradient(
              conv,
              x,
              Nd4jForward.weight(layout, parameters, conv),
              Nd4jForward.bias(layout, parameters, conv),
              dy,
              dx,
              Nd4jForward.weight(layout, gradient, conv),
              Nd4jForward.bias(layout, gradient, conv)));
      if (l > 0) {
        mask(x, dx);
      }
      d = dx;
      inputGradient = dx;
    }
  }

  private void firstWeights(Nd4jLayout.Conv c, INDArray pixels, INDArray d, INDArray gradient) {
    int side = c.side();
    int places = rows * side * side;
    INDArray grid = array(places, c.filters());
    FloatBuffer from = d.data().asNioFloat();
    FloatBuffer to = grid.data().asNioFloat();
    float[] line = new float[c.outSide() * c.filters()];
    steps.add(() -> spread(from, to, line, c));
    int tap = c.channels() * c.filters();
    int offset = layout.offset(c.name() + ".weight");
    for (int i = 0; i < c.kernel(); i++) {
      for (int j = 0; j < c.kernel(); j++) {
        long shift = (long) (i * side + j) * c.channels();
        INDArray x = Nd4jOp.view(pixels, shift, places, c.channels());
        long at = offset + (long) (i * c.kernel() + j) * tap;
        INDArray dw = Nd4jOp.view(gradient, at, c.channels(), c.filters());
        add(Nd4jOp.product(x, true, grid, false, dw));
      }
    }
    INDArray ones = array(1, places).addi(1);
    add(Nd4jOp.product(ones, false, grid, false, rowOf(gradient, c.name(), c.filters())));
  }

  /** Copies lines of the output's grid to the input's, whose margin stays zero. */
  private void spread(FloatBuffer from, FloatBuffer to, float[] line, Nd4jLayout.Conv c) {
    for (int r = 0; r < rows; r++) {
      for (int y = 0; y < c.outSide(); y++) {
        from.get((r * c.outSide() + y) * line.length, line);
        to.put((r * c.side() + y) * c.side() * c.filters(), line);
      }
    }
  }

  private INDArray rowOf(INDArray flat, String layer, int units) {
    return Nd4jOp.view(flat, layout.offset(layer + ".bias"), 1, units);
  }

  /** dx = 0 where the rectified x is 0; line by line, which beats ND4J's relu_bp two to one. */
  private void mask(INDArray x, INDArray dx) {
    FloatBuffer values = x.data().asNioFloat();
    FloatBuffer gradients = dx.data().asNioFloat();
    int length = (int) (x.length() / rows);
    float[] value = new float[length];
    float[] gradient = new float[length];
    steps.add(
        () -> {
          for (int r = 0; r < rows; r++) {
            values.get(r * length, value);
            gradients.get(r * length, gradient);
            RowMath.rectifyGradient(gradient, value);
            gradients.put(r * length, gradient);
          }
        });
  }

  private INDArray array(long... shape) {
    INDArray array = Nd4j.create(DataType.FLOAT, shape);
    arrays.add(array);
    return array;
  }

  private void add(Nd4jOp operation) {
    operations.add(operation);
    steps.add(operation::run);
  }

  /** For the rows of a larger batch that begin with this one. */
  void run(float[] gradient, int first) {
    int count = layout.spec.outputs();
    outputGradient.put(0, gradient, first * count, rows * count);
    for (Runnable step : steps) {
      step.run();
    }
  }

  /** After a run with the input's gradient wanted: copies it out. */
  void copyInputGradient(int first, float[] to) {
    layout.unfold(inputGradient.data().asNioFloat(), first, rows, to);
  }

  @Override
  public void close() {
    operations.forEach(Nd4jOp::close);
    arrays.forEach(INDArray::close);
  }
}
