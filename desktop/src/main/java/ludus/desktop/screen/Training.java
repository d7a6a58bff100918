package ludus.desktop.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ludus.core.file.SafeFile;
import ludus.core.game.GameInfo;
import ludus.headless.cli.UserException;
import ludus.headless.run.Presets;
import ludus.headless.run.RunFiles;

/**
 * A training that the window has begun, by the game's first preset, in a process of its own, so
 * that pictures and learning do not wait for each other, and the {@link Onlooker}'s window on it.
 * Closing stops both; the training keeps its last checkpoint, and {@code ludus train --resume} goes
 * on from there.
 */
final class Training implements AutoCloseable {
  private static final String FAILED = "ludus: ";

  private final RunFiles files;
  private final Path complaints;
  private final Process process;
  private final GameInfo game;
  private Process onlooker;

  private Training(GameInfo game, RunFiles files, Path complaints, Process process) {
    this.game = game;
    this.files = files;
    this.complaints = complaints;
    this.process = process;
  }

  /**
   * Begins to train this game in a folder of its own under this one.
   *
   * @throws UserException if there is nothing to train from, or no process can be started
   */
  static Training begin(GameInfo game, Path runs) {
    List<String> presets = Presets.of(game).names();
    if (presets.isEmpty()) {
      throw new UserException(
          "%s has no preset, so there is nothing to train from: choose another variant"
              .formatted(game.title()));
    }
    RunFiles files = new RunFiles(unused(runs, game, presets.get(0)));
    try {
      Path complaints = Files.createTempFile("ludus-training-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
              Onlooker.ludus(
                  machineOptions(), "train", game.name(), "--out", files.folder().toString()));
      builder.environment().remove("OMP_NUM_THREADS"); // the launcher's, meant for the window
      builder.redirectOutput(Redirect.DISCARD).redirectError(complaints.toFile());
      return new Training(game, files, complaints, builder.start());
    } catch (IOException e) {
      throw new UserException(
          "no training can be started here (%s)".formatted(SafeFile.reason(e)), e);
    }
  }

  /** What the launcher asked of this JVM: collector, pages, memory outside the heap. */
  private static List<String> machineOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX:"))
        .toList();
  }

  /** The first free folder of the usual name. */
  private static Path unused(Path runs, GameInfo game, String preset) {
    String name = "%s-%s-1".formatted(game.name().replace('/', '-'), preset);
    Path folder = runs.resolve(name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = runs.resolve(name + "-" + i);
    }
    return folder;
  }

  /** The run's folder. */
  Path folder() {
    return files.folder();
  }

  /** What is trained. */
  GameInfo game() {
    return game;
  }

  /**
   * Opens the window on the run, once there is a run that can be looked at.
   *
   * @return whether that happened just now
   * @throws UserException if no process can be started
   */
  boolean show() {
    if (onlooker != null || !Files.exists(files.config())) {
      return false;
    }
    try {
      onlooker = Onlooker.start(game.name(), files.folder());
      return true;
    } catch (IOException e) {
      throw new UserException(
          "no window can be opened on the training (%s)".formatted(SafeFile.reason(e)), e);
    }
  }

  /** Whether the window on the run was opened. */
  boolean shown() {
    return onlooker != null;
  }

  /** Whether that window is closed again. */
  boolean left() {
    return shown() && !onlooker.isAlive();
  }

  /** Whether the process is at work. */
  boolean running() {
    return process.isAlive();
  }

  /** Why the process ended before there was a run, in one sentence. */
  String failure() {
    try {
      String last = "no training could be started: try 'ludus train' in a terminal";
      for (String line : Files.readAllLines(complaints)) {
        last = line.startsWith(FAILED) ? line.substring(FAILED.length()) : last;
      }
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the training to end, which it does when its checkpoint is written; does not wait. */
  @Override
  public void close() {
    process.destroy();
    if (onlooker != null) {
      onlooker.destroy();
    }
    try {
      Files.deleteIfExists(complaints);
    } catch (IOException e) {
      complaints.toFile().deleteOnExit(); // where files in use cannot go
    }
  }
}
