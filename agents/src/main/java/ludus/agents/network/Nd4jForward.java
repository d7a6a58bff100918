package ludus.agents.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The way forward through {@link Nd4jNetwork} for one batch size: arrays and operations, made once.
 */
final class Nd4jForward implements AutoCloseable {
  final int rows;
  final INDArray inputMemory;

  /** What each convolution takes; the last is what the dense layers take. */
  final List<INDArray> convValues = new ArrayList<>();

  /** What each dense layer takes; the last is the network's output. */
  final List<INDArray> denseValues = new ArrayList<>();

  private final Nd4jLayout layout;
  private final List<Nd4jOp> operations = new ArrayList<>();
  private final float[] picture;
  private final FloatBuffer input;
  private final FloatBuffer output;

  Nd4jForward(Nd4jLayout layout, INDArray parameters, int rows) {
    this.layout = layout;
    this.rows = rows;
    Nd4jLayout.Conv first = layout.convs.get(0);
    int side = first.side();
    long pixels = (long) rows * side * side;
    // The backward pass looks at the pixels shifted, and so a little past their end.
    long beyond = (long) (first.kernel() - 1) * (side + 1);
    this.inputMemory = Nd4j.create(DataType.FLOAT, (pixels + beyond) * first.channels());
    this.picture = new float[side * side * first.channels()];
    this.input = inputMemory.data().asNioFloat();

    INDArray x = Nd4jOp.view(inputMemory, 0, rows, side, side, first.channels());
    convValues.add(x);
    for (Nd4jLayout.Conv c : layout.convs) {
      INDArray y = Nd4j.create(DataType.FLOAT, rows, c.outSide(), c.outSide(), c.filters());
      INDArray w = weight(layout, parameters, c);
      operations.add(Nd4jOp.convolution(c, x, w, bias(layout, parameters, c), y));
      operations.add(Nd4jOp.rectify(y));
      convValues.add(y);
      x = y;
    }
    x = Nd4jOp.view(x, 0, rows, layout.denses.get(0).inputs());
    denseValues.add(x);
    for (Nd4jLayout.Dense d : layout.denses) {
      INDArray y = Nd4j.create(DataType.FLOAT, rows, d.units());
      operations.add(Nd4jOp.product(x, false, weight(layout, parameters, d), false, y));
      operations.add(
          Nd4jOp.addBias(y, Nd4jOp.view(parameters, layout.offset(d.name() + ".bias"), d.units())));
      if (denseValues.size() < layout.denses.size()) {
        operations.add(Nd4jOp.rectify(y));
      }
      denseValues.add(y);
      x = y;
    }
    this.output = x.data().asNioFloat();
  }

  static INDArray weight(Nd4jLayout layout, INDArray flat, Nd4jLayout.Conv c) {
    int offset = layout.offset(c.name() + ".weight");
    return Nd4jOp.view(flat, offset, c.kernel(), c.kernel(), c.channels(), c.filters());
  }

  static INDArray bias(Nd4jLayout layout, INDArray flat, Nd4jLayout.Conv c) {
    return Nd4jOp.view(flat, layout.offset(c.name() + ".bias"), c.filters());
  }

  static INDArray weight(Nd4jLayout layout, INDArray flat, Nd4jLayout.Dense d) {
    return Nd4jOp.view(flat, layout.offset(d.name() + ".weight"), d.inputs(), d.units());
  }

  /** For the rows of a larger batch that begin with this one. */
  void run(byte[] pixels, int first, float[] outputs) {
    layout.fold(pixels, first, rows, picture, input);
    for (Nd4jOp operation : operations) {
      operation.run();
    }
    int count = layout.spec.outputs();
    output.get(0, outputs, first * count, rows * count);
  }

  @Override
  public void close() {
    operations.forEach(Nd4jOp::close);
    inputMemory.close();
    convValues.stream().skip(1).forEach(INDArray::close);
    denseValues.stream().skip(1).forEach(INDArray::close);
  }
}
