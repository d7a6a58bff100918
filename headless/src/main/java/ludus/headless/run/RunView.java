package ludus.headless.run;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run as one looks at it from outside, also while another process is at work in it: it takes no
 * lock and changes nothing.
 */
public final class RunView {
  private static final String NEWEST = "newest.ludus";

  private final Path folder;
  private final TrainingConfig config;

  private RunView(Path folder, TrainingConfig config) {
    this.folder = folder;
    this.config = config;
  }

  /**
   * Looks at the run in this folder.
   *
   * @throws RunException if there is none or its config cannot be read
   */
  public static RunView of(Path folder) {
    Path file = folder.resolve("config.yaml");
    if (!Files.exists(file)) {
      throw new RunException(
          "there is no run in %s: name the folder that 'ludus train' wrote".formatted(folder));
    }
    try {
      return new RunView(
          folder, Yaml.yaml().readValue(Files.readAllBytes(file), TrainingConfig.class));
    } catch (JacksonException e) {
      throw new RunException("%s makes no sense: %s".formatted(file, Presets.problem(e)), e);
    } catch (IOException e) {
      throw new RunException("cannot read " + file, e);
    }
  }

  public TrainingConfig config() {
    return config;
  }

  /** What was measured up to now, as {@link MetricsFile#read} gives it; none before the first. */
  public List<Map<String, Double>> rows() {
    Path file = folder.resolve("metrics.csv");
    try {
      return Files.exists(file) ? MetricsFile.read(file) : List.of();
    } catch (IOException | NumberFormatException e) {
      return List.of(); // it is being written: the next look will tell
    }
  }

  /**
   * The file of the newest policy: what the learner would do now, or else the best one by
   * evaluation; null before there is one.
   */
  public Path newestPolicy() {
    for (String name : List.of(NEWEST, "policy.ludus")) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }

  /** Whether the run has ended by itself. */
  public boolean finished() {
    return Files.exists(folder.resolve("summary.json"));
  }
}
