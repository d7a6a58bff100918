package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ludus.agents.network.Weights;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills real trainings at random moments, as {@code kill -9} does, and goes on with them. The
 * number of kills is the system property {@code ludus.kills} (4 where none is given).
 */
class KilledRunTest {
  private static final String STEPS = "12000";

  @TempDir Path folder;

  private Process ludus(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                "ludus.headless.cli.Ludus"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void runToItsEnd(String... words) throws Exception {
    assertEquals(0, ludus(words).waitFor(), () -> log());
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Map<String, Weights> weights(Path run) throws IOException {
    try (RunDirectory directory = RunDirectory.resume(run)) {
      return Checkpoint.read(directory.listCheckpoints().get(0)).weights();
    }
  }

  @Test
  void killedAtRandomMomentsItAlwaysResumesAndLearnsTheSame() throws Exception {
    Path straight = folder.resolve("straight");
    Path killed = folder.resolve("killed");
    long start = System.nanoTime();
    runToItsEnd("train", "cartpole", "--steps", STEPS, "--out", straight.toString());
    int whole = (int) ((System.nanoTime() - start) / 1_000_000);
    Rng rng = new Rng(System.nanoTime());
    int kills = Integer.getInteger("ludus.kills", 4);
    for (int kill = 0, run = 0; kill < kills; ) {
      Process process = goOn(killed);
      if (process.waitFor(rng.nextInt(whole), TimeUnit.MILLISECONDS)) {
        // It came to its end before it could be killed: a good end, and another run to kill.
        assertEquals(0, process.exitValue(), () -> log());
        assertSameWeights(straight, killed);
        killed = folder.resolve("killed-" + ++run);
      } else {
        process.destroyForcibly().waitFor();
        kill++;
      }
    }
    assertEquals(0, goOn(killed).waitFor(), () -> log());
    assertSameWeights(straight, killed);
    assertTrue(Files.exists(killed.resolve("summary.json")));
  }

  /** Begins the run in this folder, or resumes it where it has begun. */
  private Process goOn(Path run) throws IOException {
    return Files.exists(run.resolve("config.yaml"))
        ? ludus("train", "cartpole", "--resume", run.toString())
        : ludus("train", "cartpole", "--steps", STEPS, "--out", run.toString());
  }

  private static void assertSameWeights(Path straight, Path killed) throws IOException {
    Map<String, Weights> expected = weights(straight);
    Map<String, Weights> actual = weights(killed);
    for (String part : expected.keySet()) {
      for (String name : expected.get(part).tensors().keySet()) {
        assertArrayEquals(
            expected.get(part).values(name), actual.get(part).values(name), part + " " + name);
      }
    }
  }
}
