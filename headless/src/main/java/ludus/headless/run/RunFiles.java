package ludus.headless.run;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The names in a run's folder, for whoever looks at a run: while it goes on, in this process or
 * another, or when it is over. Looking needs no lock and never disturbs.
 *
 * <ul>
 *   <li>{@code config.yaml}: the {@link TrainingConfig}. There from the beginning.
 *   <li>{@code metrics.csv}: rows of measurements, appended as they are made; {@link #rows} reads
 *       the whole ones.
 *   <li>{@code newest.ludus}: the policy as it stands, written anew every few seconds while the run
 *       goes on. It holds scores only if it was evaluated just as it is. Always a whole file,
 *       replaced by renaming, so that it can be opened at any time; its {@link
 *       Files#getLastModifiedTime} and the {@code steps} of its provenance tell a new one.
 *   <li>{@code policy.ludus}: the best policy so far, by evaluation ({@link Standing}). There from
 *       the first evaluation on.
 *   <li>{@code policies/early.ludus}, {@code policies/middle.ludus}: weaker opponents out of the
 *       same run, with their measured scores inside: see {@link PolicyShelf}.
 *   <li>{@code demonstrations/*.replay}: the recorded episodes that the run started from, if any.
 *   <li>{@code curve.png}, {@code episode.gif}, {@code summary.json}: written at the end.
 * </ul>
 *
 * @param folder the run's folder
 */
public record RunFiles(Path folder) {
  /** Every hyper-parameter of the run. */
  public Path config() {
    return folder.resolve("config.yaml");
  }

  /** The folder of the episodes that the run started from, if there are any. */
  public Path demonstrations() {
    return folder.resolve("demonstrations");
  }

  /** What was measured, row by row. */
  public Path metrics() {
    return folder.resolve("metrics.csv");
  }

  /** The policy as it stands. */
  public Path newest() {
    return folder.resolve("newest.ludus");
  }

  /** The best policy so far, by evaluation. */
  public Path policy() {
    return folder.resolve("policy.ludus");
  }

  /** The folder of the policies on the way. */
  public Path policies() {
    return folder.resolve("policies");
  }

  /** A policy about a third of the way to the best. */
  public Path early() {
    return policies().resolve("early.ludus");
  }

  /** A policy about two thirds of the way to the best. */
  public Path middle() {
    return policies().resolve("middle.ludus");
  }

  /** The learning curve. */
  public Path curve() {
    return folder.resolve("curve.png");
  }

  /** An episode of the best policy. */
  public Path episode() {
    return folder.resolve("episode.gif");
  }

  /** What the run came to. */
  public Path summary() {
    return folder.resolve("summary.json");
  }

  Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Where the checkpoint at this many steps goes. */
  Path checkpoint(long steps) {
    return checkpoints().resolve("%012d.ckpt".formatted(steps));
  }

  /**
   * The config that the run began with.
   *
   * @throws RunException if it cannot be read
   */
  public TrainingConfig readConfig() {
    try {
      return Yaml.yaml().readValue(Files.readAllBytes(config()), TrainingConfig.class);
    } catch (JacksonException e) {
      throw new RunException("%s makes no sense: %s".formatted(config(), Presets.problem(e)), e);
    } catch (IOException e) {
      throw new RunException("cannot read " + config(), e);
    }
  }

  /**
   * The rows of {@code metrics.csv} that are whole by now; none before the first.
   *
   * @throws RunException if there are some that cannot be read
   */
  public List<Map<String, Double>> rows() {
    try {
      return Files.exists(metrics()) ? MetricsFile.read(metrics()) : List.of();
    } catch (IOException e) {
      throw new RunException("cannot read " + metrics(), e);
    }
  }
}
