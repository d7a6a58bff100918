package ludus.headless.run;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import ludus.core.file.SafeFile;

/**
 * A run's folder and the names in it. Whoever holds an instance holds the folder's lock, which the
 * system releases with the process however it ends.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String CONFIG = "config.yaml";
  private static final String LOCK = "run.lock";
  private static final int KEPT = 2;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private RunDirectory(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder of a new run.
   *
   * @throws RunException if there is a run in it already, another process is at work in it, or it
   *     cannot be written
   */
  public static RunDirectory create(Path folder, TrainingConfig config) {
    RunDirectory run = open(folder);
    try {
      if (Files.exists(run.config())) {
        throw new RunException(
            "%s already holds a run: go on with it by --resume %s, or choose another --out"
                .formatted(folder, folder));
      }
      Files.createDirectories(run.checkpoints());
      String text = ConfigText.of(config);
      SafeFile.write(run.config(), out -> out.write(text.getBytes("UTF-8")));
      return run;
    } catch (IOException e) {
      run.close();
      throw cannotWrite(folder, e);
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /**
   * Opens the folder of a run to go on with.
   *
   * @throws RunException if there is no run in it or another process is at work in it
   */
  public static RunDirectory resume(Path folder) {
    if (!Files.exists(folder.resolve(CONFIG))) {
      throw new RunException("there is no run to resume in " + folder);
    }
    return open(folder);
  }

  private static RunDirectory open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // held in this very process
      }
      if (lock == null) {
        channel.close();
        throw new RunException(
            "another training is at work in %s: wait for it, or choose another --out"
                .formatted(folder));
      }
      return new RunDirectory(folder, channel, lock);
    } catch (FileAlreadyExistsException e) {
      throw new RunException("%s is not a folder: choose another --out".formatted(folder), e);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** The sentence for a folder that cannot be written or a disk that is full. */
  static RunException cannotWrite(Path folder, IOException e) {
    return new RunException(
        "cannot write to %s (%s): make room or choose another --out"
            .formatted(folder, SafeFile.reason(e)),
        e);
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

  public Path folder() {
    return folder;
  }

  Path config() {
    return folder.resolve(CONFIG);
  }

  Path metrics() {
    return folder.resolve("metrics.csv");
  }

  /** The best policy so far, by evaluation. */
  public Path policy() {
    return folder.resolve("policy.ludus");
  }

  public Path curve() {
    return folder.resolve("curve.png");
  }

  public Path episode() {
    return folder.resolve("episode.gif");
  }

  public Path summary() {
    return folder.resolve("summary.json");
  }

  private Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** Where the checkpoint at this many steps goes. */
  Path checkpoint(long steps) {
    return checkpoints().resolve("%012d.ckpt".formatted(steps));
  }

  /** The whole checkpoints, newest first. */
  List<Path> listCheckpoints() throws IOException {
    if (!Files.isDirectory(checkpoints())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(checkpoints())) {
      List<Path> found =
          new ArrayList<>(
              files.filter(f -> f.getFileName().toString().matches("\\d{12}\\.ckpt")).toList());
      Collections.sort(found, Collections.reverseOrder());
      return found;
    }
  }

  /** Removes all but the newest checkpoints, and what a killed process left half-written. */
  void prune() throws IOException {
    List<Path> found = listCheckpoints();
    for (Path old : found.subList(Math.min(KEPT, found.size()), found.size())) {
      Files.deleteIfExists(old);
    }
    for (Path place : List.of(folder, checkpoints())) {
      try (Stream<Path> files = Files.list(place)) {
        for (Path file : files.filter(RunDirectory::isTemporary).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().matches("\\..*\\.tmp\\d+");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // the lock goes with the process at the latest
    }
  }
}
