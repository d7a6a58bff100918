package ludus.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without a display: one sentence, exit code 1, and nothing else. */
class NoDisplayTest {
  private static List<String> watchWith(Map<String, String> display) throws Exception {
    assumeTrue(System.getProperty("os.name").startsWith("Linux"), "displays have names on X only");
    Process process = start(display);
    List<String> lines =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertEquals(1, process.waitFor(), lines::toString);
    return lines;
  }

  private static Process start(Map<String, String> display) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "ludus.headless.cli.Ludus",
            "watch",
            "cartpole");
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().putAll(display);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Test
  void noDisplayAtAll() throws Exception {
    List<String> lines = watchWith(Map.of());
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("ludus: there is no display: "), lines::toString);
  }

  @Test
  void aDisplayThatDoesNotAnswer() throws Exception {
    List<String> lines = watchWith(Map.of("DISPLAY", ":9999"));
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("ludus: no window can be opened here"), lines::toString);
  }
}
