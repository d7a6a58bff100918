package ludus.desktop.screen;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A process that opens a window on a run. It gives way to the training in all it can: a lower
 * priority, one thread for its networks and its drawing, a small heap.
 */
public final class Onlooker {
  private Onlooker() {}

  /** Starts it; what it complains of goes to this process's standard error. */
  public static Process start(String game, Path run) throws IOException {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command = new ArrayList<>();
    if (!system.contains("windows")) {
      command.addAll(List.of("nice", "-n", "19"));
    }
    List<String> flags =
        new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    if (Boolean.getBoolean("ludus.meter")) {
      flags.add("-Dludus.meter=true");
    }
    if (system.contains("mac")) {
      flags.add("-XstartOnFirstThread");
    }
    command.addAll(ludus(flags, "watch", game, "--run", run.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("LP_NUM_THREADS", "1"); // Mesa's, where the processor draws
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
    return builder.start();
  }

  /** The command that runs this very Ludus with these flags of the JVM and these words. */
  static List<String> ludus(List<String> flags, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(flags);
    String home = System.getProperty("ludus.home");
    if (home != null) {
      command.add("-Dludus.home=" + home);
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "ludus.headless.cli.Ludus"));
    command.addAll(List.of(words));
    return command;
  }
}
