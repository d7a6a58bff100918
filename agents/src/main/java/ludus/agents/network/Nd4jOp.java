package ludus.agents.network;

import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A native operation on arrays that were fixed when it was made, so that running it is one call.
 */
final class Nd4jOp implements AutoCloseable {
  /** Weights as [kernel row][kernel column][channel][filter]. */
  private static final int WEIGHTS_HWIO = 0;

  private static final int CHANNELS_LAST = 1;

  private final CustomOp operation;
  private final OpContext context;

  private Nd4jOp(String name, long[] integers, INDArray[] inputs, INDArray... outputs) {
    this.operation = DynamicCustomOp.builder(name).build();
    this.context = Nd4j.getExecutioner().buildContext();
    context.setIArguments(integers);
    context.setInputArrays(inputs);
    context.setOutputArrays(outputs);
  }

  void run() {
    Nd4j.getExecutioner().exec(operation, context);
  }

  /** c = a b, each of a and b transposed first if asked for. */
  static Nd4jOp product(INDArray a, boolean ofA, INDArray b, boolean ofB, INDArray c) {
    long[] transposed = {ofA ? 1 : 0, ofB ? 1 : 0, 0};
    return new Nd4jOp("matmul", transposed, new INDArray[] {a, b}, c);
  }

  static Nd4jOp convolution(Nd4jLayout.Conv c, INDArray x, INDArray w, INDArray b, INDArray y) {
    return new Nd4jOp("conv2d", arguments(c), new INDArray[] {x, w, b}, y);
  }

  /** The gradients of a convolution's input, weights and biases from that of its output. */
  static Nd4jOp convolutionGradient(
      Nd4jLayout.Conv c,
      INDArray x,
      INDArray w,
      INDArray b,
      INDArray dy,
      INDArray dx,
      INDArray dw,
      INDArray db) {
    return new Nd4jOp("conv2d_bp", arguments(c), new INDArray[] {x, w, b, dy}, dx, dw, db);
  }

  private static long[] arguments(Nd4jLayout.Conv c) {
    return new long[] {
      c.kernel(), c.kernel(), c.stride(), c.stride(), 0, 0, 1, 1, 0, CHANNELS_LAST, WEIGHTS_HWIO
    };
  }

  /** y += b, row by row. */
  static Nd4jOp addBias(INDArray y, INDArray b) {
    return new Nd4jOp("biasadd", new long[0], new INDArray[] {y, b}, y);
  }

  /** y = max(0, y). */
  static Nd4jOp rectify(INDArray y) {
    Nd4jOp op = new Nd4jOp("relu", new long[0], new INDArray[] {y}, y);
    op.context.setTArguments(0.0);
    return op;
  }

  /** Some of an array's memory, row-major, as an array of its own shape. */
  static INDArray view(INDArray array, long offset, long... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    DataBuffer memory = array.data();
    return Nd4j.create(memory, shape, strides, offset, 'c');
  }

  @Override
  public void close() {
    try {
      context.close();
    } catch (Exception e) {
      throw new IllegalStateException("a native context could not be closed", e);
    }
  }
}
