package ludus.agents.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** All that {@link Nd4jNetwork} has for one batch size, in shares for its threads. */
final class Nd4jPass implements AutoCloseable {
  /** Below this many rows another thread costs more than it brings. */
  private static final int FEWEST_ROWS = 8;

  /** Some rows of the batch; the ways back are made when first needed. */
  private final class Share {
    private final int first;
    private final Nd4jForward forward;
    private INDArray gradient;
    private Nd4jBackward backward;
    private INDArray unwanted;
    private Nd4jBackward toInput;

    Share(int first, int count) {
      this.first = first;
      this.forward = new Nd4jForward(layout, parameters, count);
    }

    Nd4jBackward backward() {
      if (backward == null) {
        gradient = Nd4j.create(DataType.FLOAT, layout.length());
        backward = new Nd4jBackward(layout, forward, parameters, gradient, false);
      }
      return backward;
    }

    Nd4jBackward toInput() {
      if (toInput == null) {
        unwanted = Nd4j.create(DataType.FLOAT, layout.length());
        toInput = new Nd4jBackward(layout, forward, parameters, unwanted, true);
      }
      return toInput;
    }

    void close() {
      forward.close();
      if (backward != null) {
        backward.close();
        gradient.close();
      }
      if (toInput != null) {
        toInput.close();
        unwanted.close();
      }
    }
  }

  final int rows;
  private final Nd4jLayout layout;
  private final INDArray parameters;
  private final Nd4jWorkers workers;
  private final List<Share> shares = new ArrayList<>();

  Nd4jPass(Nd4jLayout layout, INDArray parameters, int rows, Nd4jWorkers workers) {
    this.rows = rows;
    this.layout = layout;
    this.parameters = parameters;
    this.workers = workers;
    int count = Math.max(1, Math.min(workers.threads(), rows / FEWEST_ROWS));
    for (int i = 0; i < count; i++) {
      int first = rows * i / count;
      shares.add(new Share(first, rows * (i + 1) / count - first));
    }
  }

  void forward(byte[] pixels, float[] outputs) {
    workers.each(shares, share -> share.forward.run(pixels, share.first, outputs));
  }

  /** Returns each share's gradient, flat, to be added up. */
  List<FloatBuffer> backward(float[] outputGradient) {
    // Arrays are made on this thread; only the work is shared.
    shares.forEach(Share::backward);
    workers.each(shares, share -> share.backward.run(outputGradient, share.first));
    return shares.stream().map(share -> share.gradient.data().asNioFloat()).toList();
  }

  void inputGradient(float[] outputGradient, float[] inputGradient) {
    shares.forEach(Share::toInput);
    workers.each(
        shares,
        share -> {
          share.toInput.run(outputGradient, share.first);
          share.toInput.copyInputGradient(share.first, inputGradient);
        });
  }

  @Override
  public void close() {
    shares.forEach(Share::close);
  }
}
