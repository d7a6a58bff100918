package ludus.agents.network;

import java.util.concurrent.TimeUnit;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.core.env.Observations;
import ludus.core.random.Rng;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of an update of the fastest engine here, one by one; run it by {@code mvn -Pjmh -pl
 * agents -am verify}. For whole updates, engine beside engine, there is {@code ludus bench
 * learner}. The batch is noise, which is the worst that the first convolution can be shown.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {
  @Param({"nature", "small"})
  String network;

  @Param({"32", "256"})
  int batch;

  private Network engine;
  private Observations observations;
  private float[] outputs;
  private float[] gradient;

  /** Makes a network and a batch of noise. */
  @Setup
  public void make() {
    NetworkSpec spec =
        new NetworkSpec(
            new Pixels(4), network.equals("nature") ? NetworkSpec.NATURE : NetworkSpec.SMALL, 4);
    engine = Networks.create(spec, Optimizer.adam(1.5e-4f, 10), 1);
    observations = new Observations(spec.input(), batch);
    Rng rng = new Rng(1);
    for (int i = 0; i < observations.bytes().length; i++) {
      observations.bytes()[i] = (byte) rng.nextInt(256);
    }
    outputs = new float[batch * spec.outputs()];
    gradient = new float[outputs.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = rng.uniform(-1, 1) / batch;
    }
    engine.forward(observations, batch, outputs);
    engine.backward(gradient);
  }

  /** Gives the native memory back. */
  @TearDown
  public void close() {
    engine.close();
  }

  /** Outputs for a training step. */
  @Benchmark
  public float[] forward() {
    engine.forward(observations, batch, outputs);
    return outputs;
  }

  /** The gradient of the last forward pass, and its norm. */
  @Benchmark
  public float backward() {
    return engine.backward(gradient);
  }

  /** Clipping and Adam. */
  @Benchmark
  public void update() {
    engine.update(1e-6f);
  }
}
