package ludus.headless.plot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ludus.headless.picture.LineChart;
import ludus.headless.picture.LineChart.Line;
import ludus.headless.run.MetricsFile;
import ludus.headless.run.RunException;
import ludus.headless.run.TrainingConfig;
import ludus.headless.run.Yaml;

/**
 * Learning curves of several runs side by side. Runs of one label are seeds of one thing: their
 * mean is the line, the least and the greatest of them the band. A run that has ended early,
 * because it was good enough, counts with its last value from then on.
 *
 * <p>There is a chart for each column that may go from left to right, so that what takes fewer
 * steps can be seen beside what takes less time. What is drawn can be kept as JSON, {@link
 * LineChart}s in words, and be drawn again from that.
 */
public final class RunCurves {
  private static final int MOST_PLACES = 400;

  private record Points(double[] x, double[] y) {
    /** Linear between the points, level beyond them. */
    double at(double place) {
      if (place <= x[0]) {
        return y[0];
      }
      int i = 1;
      while (i < x.length && x[i] < place) {
        i++;
      }
      if (i == x.length) {
        return y[i - 1];
      }
      double share = x[i] == x[i - 1] ? 1 : (place - x[i - 1]) / (x[i] - x[i - 1]);
      return y[i - 1] + share * (y[i] - y[i - 1]);
    }
  }

  private final List<String> across;
  private final String up;

  /** The runs of each label; of each run, its points in each chart. */
  private final Map<String, List<List<Points>>> groups = new LinkedHashMap<>();

  private final List<List<LineChart>> kept = new ArrayList<>();

  /**
   * @param across columns of {@code metrics.csv}, a chart each: {@code steps}, {@code seconds}
   * @param up another: {@code eval_mean}, {@code return}, {@code loss} …
   */
  public RunCurves(List<String> across, String up) {
    this.across = List.copyOf(across);
    this.up = up;
  }

  /**
   * Adds a run's folder, or lines from a JSON file.
   *
   * @param label the run's, or null to be named after its game, algorithm and preset
   * @throws RunException if it is neither, or does not have these columns
   */
  public void add(Path path, String label) {
    try {
      if (Files.isRegularFile(path)) {
        kept.add(
            Yaml.json()
                .readerForListOf(LineChart.class)
                .with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .readValue(path.toFile()));
        return;
      }
      Path metrics = path.resolve("metrics.csv");
      if (!Files.exists(metrics)) {
        throw new RunException(
            "%s is neither the folder of a run nor a file of curves".formatted(path));
      }
      String name = label == null ? name(path) : label;
      List<Map<String, Double>> rows = MetricsFile.read(metrics);
      groups
          .computeIfAbsent(name, k -> new ArrayList<>())
          .add(across.stream().map(column -> points(metrics, rows, column)).toList());
    } catch (IOException | IllegalArgumentException e) {
      throw new RunException(
          "%s cannot be read as curves: %s"
              .formatted(path, String.valueOf(e.getMessage()).replaceAll("\\s*\\R.*", "")),
          e);
    }
  }

  private static String name(Path run) throws IOException {
    TrainingConfig config =
        Yaml.yaml().readValue(Files.readAllBytes(run.resolve("config.yaml")), TrainingConfig.class);
    return "%s, %s, preset %s".formatted(config.game(), config.algorithm(), config.preset());
  }

  private Points points(Path metrics, List<Map<String, Double>> rows, String across) {
    List<double[]> points = new ArrayList<>();
    TreeSet<String> columns = new TreeSet<>();
    for (Map<String, Double> row : rows) {
      columns.addAll(row.keySet());
      if (row.containsKey(across) && row.containsKey(up)) {
        points.add(new double[] {row.get(across), row.get(up)});
      }
    }
    if (points.isEmpty()) {
      throw new RunException(
          "%s has no %s by %s; there is %s"
              .formatted(metrics, up, across, String.join(", ", columns)));
    }
    return new Points(
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }

  /**
   * The charts.
   *
   * @param logarithmic whether equal distances to the right are equal factors
   * @throws RunException if a file does not have as many charts as the others
   */
  public List<LineChart> charts(boolean logarithmic) {
    int count = groups.isEmpty() ? kept.get(0).size() : across.size();
    List<LineChart> charts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      charts.add(chart(i, count, logarithmic));
    }
    return charts;
  }

  private LineChart chart(int i, int count, boolean logarithmic) {
    List<Line> lines = new ArrayList<>();
    groups.forEach(
        (label, runs) -> lines.add(mean(label, runs.stream().map(run -> run.get(i)).toList())));
    for (List<LineChart> file : kept) {
      if (file.size() != count) {
        throw new RunException(
            "a file of %d charts cannot be drawn with %d: give --x as many columns"
                .formatted(file.size(), count));
      }
      lines.addAll(file.get(i).lines());
    }
    if (groups.isEmpty()) {
      LineChart first = kept.get(0).get(i);
      return new LineChart(
          first.title(),
          first.across(),
          first.up(),
          logarithmic || first.logarithmic(),
          first.places(),
          lines);
    }
    String x = words(across.get(i));
    String title = "%s by %s".formatted(words(up), x);
    return new LineChart(title, x, words(up), logarithmic, lines);
  }

  private static String words(String column) {
    return switch (column) {
      case "steps" -> "env steps";
      case "seconds" -> "seconds of training and evaluation";
      case "eval_mean" -> "mean return of evaluations";
      case "return" -> "mean return of training episodes";
      default -> column.replace('_', ' ');
    };
  }

  private static Line mean(String label, List<Points> runs) {
    TreeSet<Double> places = new TreeSet<>();
    runs.forEach(run -> places.addAll(Arrays.stream(run.x).boxed().toList()));
    List<Double> all = new ArrayList<>(places);
    int stride = 1 + (all.size() - 1) / MOST_PLACES;
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int i = (all.size() - 1) % stride; i < all.size(); i += stride) {
      double place = all.get(i);
      x.add(place);
      double[] values = runs.stream().mapToDouble(run -> run.at(place)).sorted().toArray();
      y.add(Arrays.stream(values).average().orElseThrow());
      low.add(values[0]);
      high.add(values[values.length - 1]);
    }
    String name = runs.size() == 1 ? label : "%s (%d seeds)".formatted(label, runs.size());
    return runs.size() == 1 ? Line.of(name, x, y) : new Line(name, x, y, low, high);
  }
}
