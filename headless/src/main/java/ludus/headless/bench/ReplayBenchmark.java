package ludus.headless.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import ludus.agents.explore.Schedule;
import ludus.agents.memory.Prioritised;
import ludus.agents.memory.ReplayBatch;
import ludus.agents.memory.ReplayBuffer;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/**
 * What a full replay buffer of 84 × 84 frames costs: memory of the whole process, and time to draw
 * a batch of four stacked frames, before and after a step.
 *
 * <p>Method: frames of noise, so that nothing can be shared or left out, in episodes of {@value
 * #EPISODE} steps, until every slot has been written; then draws from all over the buffer, so that
 * caches help as little as in a training.
 */
public final class ReplayBenchmark {
  private static final Pixels FRAMES = new Pixels(4);
  private static final int EPISODE = 500;
  private static final int WARM_UP = 2_000;
  private static final double GB = 1e9;

  private final int slots;
  private final int envs;
  private final int batch;
  private final int repeats;
  private final boolean prioritised;

  /**
   * @param slots of the buffer
   * @param envs how many write to it
   * @param batch transitions a draw
   * @param repeats draws that are timed
   * @param prioritised whether draws are by priority
   */
  public ReplayBenchmark(int slots, int envs, int batch, int repeats, boolean prioritised) {
    this.slots = slots;
    this.envs = envs;
    this.batch = batch;
    this.repeats = repeats;
    this.prioritised = prioritised;
  }

  /** Fills, draws, and tells. */
  public Map<String, Object> run() {
    Prioritised priorities =
        prioritised ? new Prioritised(0.6f, new Schedule.Constant(0.4f), 1e-6f) : null;
    OptionalDouble before = ProcessMemory.residentMb();
    Rng rng = new Rng(1);
    ReplayBuffer buffer = new ReplayBuffer(FRAMES, slots, envs, 1, 0.99f, priorities);
    fill(buffer, rng);
    ReplayBatch drawn = new ReplayBatch(FRAMES, batch);
    float[] errors = new float[batch];
    double[] draw = new double[repeats];
    double[] learn = new double[repeats];
    for (int i = -WARM_UP; i < repeats; i++) {
      long start = System.nanoTime();
      buffer.sample(rng, 0.4f, drawn);
      long middle = System.nanoTime();
      for (int row = 0; row < batch; row++) {
        errors[row] = rng.uniform(-1, 1);
      }
      long ready = System.nanoTime();
      buffer.learned(drawn, errors);
      if (i >= 0) {
        draw[i] = (middle - start) / 1e6;
        learn[i] = (System.nanoTime() - ready) / 1e6;
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("slots", slots);
    report.put("filled", buffer.size());
    report.put("envs", envs);
    report.put("batch", batch);
    report.put("repeats", repeats);
    report.put("prioritised", prioritised);
    report.put("process_gb_before", gb(before));
    report.put("process_gb", gb(ProcessMemory.residentMb()));
    report.put("process_gb_at_most", gb(ProcessMemory.peakMb()));
    report.put("buffer_gb", ReplayBuffer.bytes(FRAMES, slots, prioritised) / GB);
    report.put("draw_ms", Spread.of(draw));
    report.put("priorities_ms", prioritised ? Spread.of(learn) : null);
    return report;
  }

  private void fill(ReplayBuffer buffer, Rng rng) {
    Observations shown = new Observations(FRAMES, envs);
    for (int step = 0; step < slots / envs + EPISODE; step++) {
      for (int i = 0; i < envs; i++) {
        noise(shown, i, rng);
        if (step % EPISODE == 0) {
          buffer.begin(i, shown, i);
        } else {
          boolean last = step % EPISODE == EPISODE - 1;
          buffer.add(i, step % 4, rng.uniform(-1, 1), last, shown, i);
        }
      }
    }
  }

  /** The newest frame of a row, eight bytes a number. */
  private static void noise(Observations shown, int row, Rng rng) {
    int frame = FRAMES.size() / FRAMES.frames();
    int end = (row + 1) * FRAMES.size();
    for (int at = end - frame; at < end; at += Long.BYTES) {
      long bits = rng.nextLong();
      for (int k = 0; k < Long.BYTES; k++) {
        shown.bytes()[at + k] = (byte) (bits >> 8 * k);
      }
    }
  }

  private static Double gb(OptionalDouble mb) {
    return mb.isPresent() ? mb.getAsDouble() * (1 << 20) / GB : null;
  }
}
