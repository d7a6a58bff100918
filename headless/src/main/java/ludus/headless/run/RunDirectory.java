package ludus.headless.run;

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
 * A run's folder in the hands of the one who trains in it. Whoever holds an instance holds the
 * folder's lock, which the system releases with the process however it ends. {@link RunFiles} says
 * what lies in the folder; those who only look use that alone.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String LOCK = "run.lock";
  private static final int KEPT = 2;

  private final RunFiles files;
  private final FileChannel channel;
  private final FileLock lock;

  private RunDirectory(RunFiles files, FileChannel channel, FileLock lock) {
    this.files = files;
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
    return create(folder, config, Demonstrations.NONE);
  }

  /** As {@link #create(Path, TrainingConfig)}, with episodes to start from. */
  public static RunDirectory create(
      Path folder, TrainingConfig config, Demonstrations demonstrations) {
    RunDirectory run = open(folder);
    try {
      if (Files.exists(run.files.config())) {
        throw new RunException(
            "%s already holds a run: go on with it by --resume %s, or choose another --out"
                .formatted(folder, folder));
      }
      Files.createDirectories(run.files.checkpoints());
      demonstrations.write(run.files.demonstrations());
      // Last, as a folder with a config is a run.
      String text = ConfigText.of(config);
      SafeFile.write(run.files.config(), out -> out.write(text.getBytes("UTF-8")));
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
    if (!Files.exists(new RunFiles(folder).config())) {
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
      return new RunDirectory(new RunFiles(folder), channel, lock);
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

  /** What lies in the folder. */
  public RunFiles files() {
    return files;
  }

  /** Where it lies. */
  public Path folder() {
    return files.folder();
  }

  /** The whole checkpoints, newest first. */
  List<Path> listCheckpoints() throws IOException {
    if (!Files.isDirectory(files.checkpoints())) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(files.checkpoints())) {
      List<Path> found =
          new ArrayList<>(
              listed.filter(f -> f.getFileName().toString().matches("\\d{12}\\.ckpt")).toList());
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
    for (Path place : List.of(files.folder(), files.checkpoints(), files.policies())) {
      if (!Files.isDirectory(place)) {
        continue;
      }
      try (Stream<Path> listed = Files.list(place)) {
        for (Path file : listed.filter(RunDirectory::isTemporary).toList()) {
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
