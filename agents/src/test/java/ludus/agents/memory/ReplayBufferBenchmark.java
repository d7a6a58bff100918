package ludus.agents.memory;

import java.util.concurrent.TimeUnit;
import ludus.agents.explore.Schedule;
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
import org.openjdk.jmh.annotations.Warmup;

/** Drawing a batch of 32 stacks; run it by {@code mvn -Pjmh -pl agents -am verify}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReplayBufferBenchmark {
  private static final int SLOTS = 50_000;
  private static final int EPISODE = 200;
  private static final Pixels FRAMES = new Pixels(4);

  @Param({"false", "true"})
  boolean prioritised;

  private final Rng rng = new Rng(1);
  private final ReplayBatch batch = new ReplayBatch(FRAMES, 32);
  private final float[] errors = new float[32];
  private ReplayBuffer buffer;

  /** Fills the buffer with episodes. */
  @Setup
  public void fill() {
    Prioritised priorities =
        prioritised ? new Prioritised(0.6f, new Schedule.Constant(0.4f), 1e-6f) : null;
    buffer = new ReplayBuffer(FRAMES, SLOTS, 1, 1, 0.99f, priorities);
    Observations shown = new Observations(FRAMES, 1);
    for (int step = 0; step < SLOTS; step++) {
      if (step % EPISODE == 0) {
        buffer.begin(0, shown, 0);
      } else {
        buffer.add(0, 0, 1, step % EPISODE == EPISODE - 1, shown, 0);
      }
    }
    for (int row = 0; row < errors.length; row++) {
      errors[row] = rng.uniform(-1, 1);
    }
  }

  /** One batch, and its priorities where there are any. */
  @Benchmark
  public ReplayBatch drawAndLearn() {
    buffer.sample(rng, 0.4f, batch);
    buffer.learned(batch, errors);
    return batch;
  }
}
