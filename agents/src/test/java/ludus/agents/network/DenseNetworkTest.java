package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.zip.CRC32;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;

class DenseNetworkTest {
  @Test
  void anUpdateAllocatesNothing() {
    NetworkSpec spec = Trials.FEATURES;
    Network network = Networks.create(spec, Trials.ADAM, 1, Engine.JAVA);
    Observations batch = Trials.batch(spec, 64, 1);
    float[] outputs = new float[64 * spec.outputs()];
    float[] gradient = Trials.gradient(spec, 64, 2);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    steps(network, batch, outputs, gradient, 200);
    // The virtual machine itself may allocate once, when it compiles; a step would always.
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      steps(network, batch, outputs, gradient, 1000);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes in 1000 steps");
  }

  private static void steps(
      Network network, Observations batch, float[] outputs, float[] gradient, int count) {
    for (int i = 0; i < count; i++) {
      network.infer(batch, 1, outputs);
      network.forward(batch, 64, outputs);
      network.backward(gradient);
      network.update(1e-4f);
    }
  }

  @Test
  void theSameBitsComeOutOnEveryMachine() {
    Network network = Networks.create(Trials.FEATURES, Trials.ADAM, 1, Engine.JAVA);
    Trials.train(network, 0, 50);
    CRC32 sum = new CRC32();
    sum.update(Safetensors.bytes(network.weights()));
    assertEquals(GOLDEN, sum.getValue());
  }

  /** Changes only if the initialisation, the arithmetic or the file format changes. */
  private static final long GOLDEN = 380415519L;

  @Test
  void convolutionsAreRefusedWithAWayOut() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Networks.create(Trials.PIXELS, Trials.ADAM, 1, Engine.JAVA));
    assertEquals(
        "the plain Java engine computes dense layers on features only; choose nd4j or dl4j",
        e.getMessage());
  }
}
