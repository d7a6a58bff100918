package ludus.headless.bench;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import ludus.agents.PhaseClock.Phase;
import ludus.headless.run.Scores;
import ludus.headless.run.TrainingRun;
import ludus.headless.run.TrainingRun.Status;

/**
 * How fast a whole training goes, and where its time goes: listens to a real run, counts nothing
 * until it has warmed up and learns, and asks it to end when enough is known.
 *
 * <p>All speeds are of the time that the run's own clock has booked, checkpoints included. The run
 * is expected to evaluate nothing.
 */
public final class TrainBenchmark implements TrainingRun.Listener {
  private static final long UPDATES_FIRST = 10;
  private static final int WINDOWS = 5;
  private static final int LOOKS = 240;

  private final double warmUp;
  private final double seconds;
  private final long steps;
  private final MemoryTrace memory;
  private final List<Double> speeds = new ArrayList<>();

  private Moment begun;
  private Moment window;
  private Moment last;
  private volatile boolean enough;

  /**
   * @param warmUp seconds of training before anything counts
   * @param seconds seconds of training to measure, at most
   * @param steps env steps to measure, at most
   */
  public TrainBenchmark(double warmUp, double seconds, long steps) {
    this.warmUp = warmUp;
    this.seconds = seconds;
    this.steps = steps;
    this.memory = new MemoryTrace(Math.max(1, seconds / LOOKS));
  }

  /** How things stood at one time of the run. */
  private record Moment(
      long steps, long updates, Map<Phase, Double> phases, long heapBytes, long collecting) {

    static Moment of(Status status) {
      long collecting =
          ManagementFactory.getGarbageCollectorMXBeans().stream()
              .mapToLong(GarbageCollectorMXBean::getCollectionTime)
              .sum();
      return new Moment(
          status.steps(), status.updates(), status.phases(), HeapMeter.allBytes(), collecting);
    }

    double seconds() {
      return phases.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Whether the run may end. */
  public boolean enough() {
    return enough;
  }

  @Override
  public void progress(Status status) {
    if (enough) {
      return;
    }
    Moment now = Moment.of(status);
    if (begun == null) {
      if (now.seconds() >= warmUp && now.updates() >= UPDATES_FIRST) {
        begun = now;
        window = now;
      }
      return;
    }
    last = now;
    double done =
        Math.max(
            (now.seconds() - begun.seconds()) / seconds,
            (double) (now.steps() - begun.steps()) / steps);
    memory.look(now.seconds() - begun.seconds());
    if (done * WINDOWS >= speeds.size() + 1) {
      speeds.add((now.steps() - window.steps()) / (now.seconds() - window.seconds()));
      window = now;
    }
    enough = done >= 1;
  }

  @Override
  public void evaluated(Status status, Scores scores, boolean kept) {
    // None is planned; the clock would book it as other.
  }

  @Override
  public void notice(String sentence) {
    // A new run has nothing to tell.
  }

  /**
   * What was measured.
   *
   * @throws IllegalStateException before there is {@link #enough}
   */
  public Map<String, Object> report() {
    if (!enough) {
      throw new IllegalStateException("the run ended before enough was measured");
    }
    double time = last.seconds() - begun.seconds();
    long stepped = last.steps() - begun.steps();
    long updated = last.updates() - begun.updates();
    long heap = last.heapBytes() - begun.heapBytes();
    Spread speed = Spread.of(speeds.stream().mapToDouble(Double::doubleValue).toArray());
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("seconds", time);
    report.put("env_steps", stepped);
    report.put("updates", updated);
    report.put("env_steps_per_second", stepped / time);
    report.put("slowest_window", speed.least());
    report.put("fastest_window", speed.most());
    report.put("updates_per_second", updated / time);
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      double spent = last.phases().get(phase) - begun.phases().get(phase);
      shares.put(phase.name().toLowerCase(Locale.ROOT), spent / time);
    }
    report.put("shares", shares);
    report.put("heap_bytes_per_update", (double) heap / updated);
    report.put("garbage_collection_share", (last.collecting() - begun.collecting()) / 1e3 / time);
    report.put("peak_memory_mb", number(ProcessMemory.peakMb()));
    report.put("memory_growth_mb_per_hour", memory.growth());
    report.put("memory", memory.points());
    return report;
  }

  private static Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
