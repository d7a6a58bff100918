package ludus.headless.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import ludus.core.env.Observations;
import ludus.headless.run.RunException;

/**
 * libtorch in a process of its own, asked by lines over a pipe; behind each that begins a task
 * follows its batch. It has as many threads as we do. OpenBLAS beneath it is held to one, or the
 * threads of both pools would fight for the cores and make it many times slower.
 */
final class PeerContender implements Contender {
  private static final String MAIN = "ludus.peers.LibtorchPeer";

  private final Process process;
  private final OutputStream to;
  private final BufferedReader from;
  private String description = "";

  /**
   * Starts the peer.
   *
   * @param home the folder that the launcher lies in
   * @param threads how many it may use
   * @throws RunException if it is not built or cannot be started
   */
  PeerContender(Path home, int threads) {
    Path target = home.resolve("headless").resolve("peers").resolve("target");
    Path libraries = target.resolve("classpath");
    if (!Files.exists(libraries)) {
      throw new RunException(
          "the peers are not built: ./ludus bench learner --peers does it, or in %s: mvn -Ppeers package"
              .formatted(home));
    }
    try {
      String classPath =
          target.resolve("classes")
              + System.getProperty("path.separator")
              + Files.readString(libraries).strip();
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--enable-native-access=ALL-UNNAMED",
              "-XX:+UseSerialGC",
              "-cp",
              classPath,
              MAIN);
      Map<String, String> environment = builder.environment();
      environment.put("OPENBLAS_NUM_THREADS", "1");
      environment.put("OMP_NUM_THREADS", String.valueOf(threads));
      // Ours is set by the launcher; libtorch does best with the usual one.
      environment.remove("OMP_WAIT_POLICY");
      process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new RunException("the peer cannot be started: " + e.getMessage(), e);
    }
    to = process.getOutputStream();
    from = process.inputReader(StandardCharsets.UTF_8);
  }

  @Override
  public String name() {
    return "libtorch";
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void begin(LearnerTask task, Observations frames) {
    String layers =
        task.spec().hidden().stream().map(Object::toString).collect(Collectors.joining(", "));
    description =
        ask(
            "begin %s %d %d %s"
                .formatted(
                    task.kind().name().toLowerCase(Locale.ROOT),
                    task.batch(),
                    LearnerTask.ACTIONS,
                    layers),
            frames.bytes());
  }

  @Override
  public long measure(double[] millis) {
    List<String> times = List.of(ask("measure " + millis.length, new byte[0]).split(" "));
    if (times.size() != millis.length) {
      throw new RunException(
          "the peer was asked for %d times and gave %d".formatted(millis.length, times.size()));
    }
    for (int i = 0; i < millis.length; i++) {
      millis[i] = Double.parseDouble(times.get(i));
    }
    return -1;
  }

  private String ask(String line, byte[] bytes) {
    try {
      to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      to.write(bytes);
      to.flush();
      String answer = from.readLine();
      if (answer == null) {
        throw new IOException("it has ended");
      }
      return answer;
    } catch (IOException e) {
      throw new RunException("the peer fails at '%s': %s".formatted(line, e.getMessage()), e);
    }
  }

  /** The peer ends with its input. */
  @Override
  public void close() {
    process.destroy();
  }
}
