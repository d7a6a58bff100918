package ludus.desktop.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ludus.core.file.SafeFile;
import ludus.core.game.GameInfo;
import ludus.headless.cli.UserException;
import ludus.headless.run.Presets;
import ludus.headless.run.RunFiles;

/**
 * A training that the window has begun, by the game's first preset, in a process of its own, so
 * that pictures and learning do not wait for each other. Closing stops it; it keeps its last
 * checkpoint, and {@code ludus train --resume} goes on from there.
 */
final class Training implements AutoCloseable {
  private static final String FAILED = "ludus: ";

  private final RunFiles files;
  private final Path complaints;
  private final Process process;

  private Training(RunFiles files, Path complaints, Process process) {
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
      ProcessBuilder builder = new ProcessBuilder(command(game, files.folder()));
      builder.environment().remove("OMP_NUM_THREADS"); // the launcher's, meant for the window
      builder.redirectOutput(Redirect.DISCARD).redirectError(complaints.toFile());
      return new Training(files, complaints, builder.start());
    } catch (IOException e) {
      throw new UserException(
          "no training can be started here (%s)".formatted(SafeFile.reason(e)), e);
    }
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

  private static List<String> command(GameInfo game, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseParallelGC",
            "-XX:MaxDirectMemorySize=1024g",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow"));
    String home = System.getProperty("ludus.home");
    if (home != null) {
      command.add("-Dludus.home=" + home);
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "ludus.headless.cli.Ludus"));
    command.addAll(List.of("train", game.name(), "--out", folder.toString()));
    return command;
  }

  /** The run's folder. */
  Path folder() {
    return files.folder();
  }

  /** Whether there is a run that can be looked at. */
  boolean begun() {
    return Files.exists(files.config());
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

  /** Asks the process to end, which it does when its checkpoint is written; does not wait. */
  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(complaints);
    } catch (IOException e) {
      complaints.toFile().deleteOnExit(); // where files in use cannot go
    }
  }
}
