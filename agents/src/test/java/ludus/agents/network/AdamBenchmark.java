package ludus.agents.network;

import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Adam in plain Java; run it by {@code mvn -Pjmh -pl agents -am verify}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AdamBenchmark {
  /** Parameters: of the networks for features, the small and the Nature network. */
  @Param({"20000", "700000", "1700000"})
  int parameters;

  /** Whether there is a gradient, or moments fade for want of one. */
  @Param({"true", "false"})
  boolean learning;

  private Adam adam;
  private float[] theta;
  private float[] gradient;
  private float[] first;
  private float[] second;

  /** Random parameters; a random gradient, or moments that are as good as gone. */
  @Setup
  public void make() {
    Rng rng = new Rng(1);
    adam = new Adam(Optimizer.adam(1e-5f, 10));
    theta = new float[parameters];
    gradient = new float[parameters];
    first = new float[parameters];
    second = new float[parameters];
    for (int i = 0; i < parameters; i++) {
      theta[i] = rng.uniform(-1, 1);
      gradient[i] = learning ? rng.uniform(-1, 1) : 0;
      first[i] = learning ? 0 : rng.uniform(-1e-37f, 1e-37f);
      second[i] = learning ? 0 : rng.uniform(0, 1e-37f);
    }
  }

  /** One step. */
  @Benchmark
  public float[] step() {
    adam.advance(1e-4f, 5);
    adam.update(theta, gradient, first, second);
    return theta;
  }
}
