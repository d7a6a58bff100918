package ludus.headless.plot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.headless.picture.LineChart;
import ludus.headless.picture.LineChart.Line;
import ludus.headless.run.EvaluationReport;
import ludus.headless.run.RunException;
import ludus.headless.run.RunView;

/**
 * The generalisation gap (Cobbe et al. 2019): how the kept policies of runs do in the game that
 * they were trained on and in one whose levels none of them has seen. Runs of one label are seeds
 * of one thing: their mean is the line, the least and the greatest of them the band.
 */
public final class GapPlot {
  private record Scores(double seen, double unseen) {}

  private final GameProvider unseen;
  private final int episodes;
  private final long seed;
  private final String measure;
  private final Map<String, List<Scores>> groups = new LinkedHashMap<>();

  /**
   * @param episodes how many of each game
   * @param seed from which the episodes' seeds are derived
   * @param measure {@code normalised}, {@code mean} or a figure of the game
   */
  public GapPlot(GameProvider unseen, int episodes, long seed, String measure) {
    this.unseen = unseen;
    this.episodes = episodes;
    this.seed = seed;
    this.measure = measure;
  }

  /**
   * Evaluates the policy in a run's folder.
   *
   * @param label the run's, or null to be named after its game
   * @throws RunException if there is no run or it has no such measure
   * @throws IllegalArgumentException if its policy is missing, unusable or of another game
   */
  public void add(Path folder, String label) {
    RunView run = RunView.of(folder);
    String game = run.config().game();
    Scores scores = new Scores(score(run, GameCatalog.load().find(game)), score(run, unseen));
    groups.computeIfAbsent(label == null ? game : label, k -> new ArrayList<>()).add(scores);
  }

  private double score(RunView run, GameProvider game) {
    String policy = run.policy().toString();
    Map<String, Object> report = EvaluationReport.of(game, policy, episodes, seed);
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("normalised", report.get("normalised"));
    measures.put("mean", report.get("mean"));
    if (report.get("figures") instanceof Map<?, ?> figures) {
      figures.forEach((name, value) -> measures.put((String) name, value));
    }
    if (measures.get(measure) instanceof Number value) {
      return value.doubleValue();
    }
    throw new RunException(
        "%s has no %s to be measured by; there is %s"
            .formatted(game.info().name(), measure, String.join(", ", measures.keySet())));
  }

  /** The chart: a place for each label, in the order in which they were added. */
  public LineChart chart() {
    return new LineChart(
        "The same policies on levels that they were trained on, and on unseen ones",
        "trained on",
        "%s over %d episodes".formatted(measure, episodes),
        false,
        List.copyOf(groups.keySet()),
        List.of(
            line("levels trained on", Scores::seen),
            line("unseen levels (%s)".formatted(unseen.info().name()), Scores::unseen)));
  }

  private Line line(String label, ToDoubleFunction<Scores> which) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (List<Scores> seeds : groups.values()) {
      double[] values = seeds.stream().mapToDouble(which).sorted().toArray();
      x.add((double) x.size());
      y.add(Arrays.stream(values).average().orElseThrow());
      low.add(values[0]);
      high.add(values[values.length - 1]);
    }
    return new Line(label, x, y, low, high);
  }
}
