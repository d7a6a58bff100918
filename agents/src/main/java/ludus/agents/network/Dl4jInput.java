package ludus.agents.network;

import java.nio.FloatBuffer;
import ludus.core.env.Observations;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Where {@link Dl4jNetwork} puts a batch: native memory, filled in place, that grows at need. */
final class Dl4jInput implements AutoCloseable {
  private final NetworkSpec spec;
  private final boolean cuda;
  private INDArray memory;

  Dl4jInput(NetworkSpec spec, Backend backend) {
    this.spec = spec;
    this.cuda = backend.cuda();
  }

  /** The batch as an array, good until the next call. */
  INDArray fill(Observations batch, int rows) {
    int length = rows * spec.input().size();
    if (cuda) {
      // The card's memory cannot be written in place.
      FloatBuffer staging = FloatBuffer.allocate(length);
      put(batch, length, staging);
      return Nd4j.create(staging.array(), Dl4jLayers.inputShape(spec, rows), 'c');
    }
    if (memory == null || memory.length() < length) {
      close();
      memory = Nd4j.createUninitialized(length);
    }
    put(batch, length, memory.data().asNioFloat());
    return memory
        .get(NDArrayIndex.interval(0, length))
        .reshape('c', Dl4jLayers.inputShape(spec, rows));
  }

  private static void put(Observations batch, int length, FloatBuffer to) {
    if (batch.bytes() != null) {
      PixelScale.scale(batch.bytes(), length, to);
    } else {
      to.put(0, batch.floats(), 0, length);
    }
  }

  @Override
  public void close() {
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }
}
