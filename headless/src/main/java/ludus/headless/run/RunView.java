package ludus.headless.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run as one looks at it from outside, also while another process is at work in it: it takes no
 * lock and changes nothing.
 */
public final class RunView {
  private final RunFiles files;
  private final TrainingConfig config;

  private RunView(RunFiles files) {
    this.files = files;
    config = files.readConfig();
  }

  /**
   * Looks at the run in this folder.
   *
   * @throws RunException if there is none or its config cannot be read
   */
  public static RunView of(Path folder) {
    RunFiles files = new RunFiles(folder);
    if (!Files.exists(files.config())) {
      throw new RunException(
          "there is no run in %s: name the folder that 'ludus train' wrote".formatted(folder));
    }
    return new RunView(files);
  }

  public TrainingConfig config() {
    return config;
  }

  /** What was measured up to now, as {@link RunFiles#rows} gives it; none before the first. */
  public List<Map<String, Double>> rows() {
    try {
      return files.rows();
    } catch (RunException | NumberFormatException e) {
      return List.of(); // it is being written: the next look will tell
    }
  }

  /**
   * The file of the newest policy: what the learner would do now, or else the best one by
   * evaluation; null before there is one.
   */
  public Path newestPolicy() {
    for (Path file : List.of(files.newest(), files.policy())) {
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }

  /** The file of the best policy by evaluation; not there before the first. */
  public Path policy() {
    return files.policy();
  }

  /** Whether the run has ended by itself. */
  public boolean finished() {
    return Files.exists(files.summary());
  }
}
