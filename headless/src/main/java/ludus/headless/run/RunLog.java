package ludus.headless.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a run measures, written to {@code metrics.csv} and for TensorBoard. */
final class RunLog implements AutoCloseable {
  private static final String STEPS = "steps";

  private final MetricsFile metrics;
  private final EventFile events;

  private RunLog(MetricsFile metrics, EventFile events) {
    this.metrics = metrics;
    this.events = events;
  }

  /** Begins both files. */
  static RunLog create(RunFiles files, Collection<String> learnerMetrics) throws IOException {
    MetricsFile metrics = MetricsFile.open(files.metrics(), 0, columns(learnerMetrics));
    return new RunLog(metrics, EventFile.create(files.folder()));
  }

  /**
   * Goes on with them as they were at a checkpoint.
   *
   * @param bytes length of {@code metrics.csv} then
   */
  static RunLog resume(RunFiles files, Collection<String> learnerMetrics, long steps, long bytes)
      throws IOException {
    MetricsFile metrics = MetricsFile.open(files.metrics(), bytes, columns(learnerMetrics));
    return new RunLog(metrics, EventFile.resume(files.folder(), steps));
  }

  private static List<String> columns(Collection<String> learnerMetrics) {
    List<String> columns = new ArrayList<>();
    columns.addAll(List.of(STEPS, "seconds", "episodes", "return", "length"));
    columns.addAll(learnerMetrics);
    columns.addAll(List.of("eval_mean", "eval_std", "eval_min", "eval_max"));
    return columns;
  }

  /** Writes a row through to the files, where others may read it at once. */
  void add(Map<String, Double> row) throws IOException {
    metrics.add(row);
    long steps = row.get(STEPS).longValue();
    for (Map.Entry<String, Double> entry : row.entrySet()) {
      if (!entry.getKey().equals(STEPS) && !entry.getValue().isNaN()) {
        events.scalar(entry.getKey(), steps, entry.getValue());
      }
    }
    events.flush();
  }

  /** The length of {@code metrics.csv}. */
  long bytes() throws IOException {
    return metrics.bytes();
  }

  @Override
  public void close() throws IOException {
    try {
      metrics.close();
    } finally {
      events.close();
    }
  }
}
