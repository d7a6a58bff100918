package ludus.headless.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ludus.agents.policy.PolicyFile;
import ludus.core.file.SafeFile;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.headless.picture.Curve;

/**
 * What a finished run leaves behind: the kept policy measured on fresh seeds (and the scores put
 * into its file), a summary, the learning curve and a GIF of one episode.
 */
public final class FinalReport {
  private static final int EPISODES = 100;
  private static final long FINAL_STREAM = 0xF17A;

  private final GameProvider provider;
  private final TrainingConfig config;
  private final RunFiles files;

  public FinalReport(GameProvider provider, TrainingConfig config, RunDirectory directory) {
    this.provider = provider;
    this.config = config;
    this.files = directory.files();
  }

  /**
   * Writes all of it.
   *
   * @param notice is told of pictures that could not be made, which is no failure
   * @return the summary
   * @throws RunException if the folder cannot be written
   */
  public Map<String, Object> write(TrainingRun.Result result, Consumer<String> notice) {
    try {
      PolicyFile file = PolicyFile.read(files.policy());
      long seed = Rng.derive(config.seed(), FINAL_STREAM);
      Map<String, Object> scores =
          EvaluationReport.of(provider, files.policy().toString(), EPISODES, seed);
      Map<String, Double> measured = new LinkedHashMap<>();
      scores.forEach(
          (name, value) -> {
            if (value instanceof Number number) {
              measured.put(name, number.doubleValue());
            }
          });
      new PolicyFile(file.card().withScores(measured), file.weights()).write(files.policy());
      Map<String, Object> summary = summary(result, scores);
      SafeFile.write(files.summary(), out -> out.write(Yaml.json().writeValueAsBytes(summary)));
      draw(scores, notice);
      return summary;
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(files.folder(), e);
    }
  }

  private Map<String, Object> summary(TrainingRun.Result result, Map<String, Object> scores) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("game", config.game());
    summary.put("game_version", config.gameVersion());
    summary.put("algorithm", config.algorithm());
    summary.put("preset", config.preset());
    summary.put("seed", config.seed());
    summary.put("run", files.folder().toString());
    summary.put("policy", files.policy().toString());
    summary.put("steps", result.steps());
    summary.put("episodes", result.episodes());
    summary.put("train_seconds", result.seconds());
    summary.put("best_steps", result.bestSteps());
    summary.put("best_mean", result.bestMean());
    summary.put("stop_at", config.evaluation().stopAt());
    summary.put("reached_steps", result.reachedSteps());
    summary.put("reached_seconds", result.reachedSeconds());
    summary.put("evaluation", scores);
    summary.put("machine", Machine.describe());
    return summary;
  }

  private void draw(Map<String, Object> scores, Consumer<String> notice) {
    try {
      curve(files.rows(), scores).save(files.curve());
    } catch (IOException | RuntimeException e) {
      notice.accept("the curve could not be drawn: " + e.getMessage());
    }
    try {
      EpisodeRecorder.gif(provider, files.policy().toString(), 1, 10, 336, files.episode());
    } catch (IOException | RuntimeException e) {
      notice.accept("the GIF could not be made: " + e.getMessage());
    }
  }

  private Curve curve(List<Map<String, Double>> rows, Map<String, Object> scores) {
    List<Curve.Point> training = new ArrayList<>();
    List<Curve.Evaluation> evaluations = new ArrayList<>();
    List<Curve.Clock> clock = new ArrayList<>();
    for (Map<String, Double> row : rows) {
      long steps = row.get("steps").longValue();
      clock.add(new Curve.Clock(steps, row.get("seconds")));
      training.add(new Curve.Point(steps, row.getOrDefault("return", Double.NaN)));
      if (row.containsKey("eval_mean")) {
        evaluations.add(
            new Curve.Evaluation(
                steps, row.get("eval_mean"), row.get("eval_min"), row.get("eval_max")));
      }
    }
    String title =
        "%s, %s from preset %s, seed %d"
            .formatted(provider.info().title(), config.algorithm(), config.preset(), config.seed());
    return new Curve(title, "return per episode")
        .means(training, "training, mean of the last 20 episodes")
        .evaluations(evaluations, "min to max")
        .level("random", (Double) scores.get("random"))
        .level("expert", (Double) scores.get("expert"))
        .clock(clock);
  }
}
