package ludus.headless.cli;

import static ludus.headless.cli.Terminal.assertFailure;
import static ludus.headless.cli.Terminal.assertUsage;
import static ludus.headless.cli.Terminal.ludus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import ludus.headless.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as its user meets it: what comes out, on which stream, with which exit code. */
class CommandLineTest {
  @TempDir Path folder;

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    assertUsage("Did you mean cartpole?", "train", "cartpol");
    assertUsage("unknown game 'chess'; there is ", "eval", "chess");
    assertUsage("Did you mean pixels?", "train", "cartpole", "--preset", "pixel");
    assertUsage(
        "no preset 'nonsense'; there is default", "train", "cartpole", "--preset", "nonsense");
    assertUsage("Did you mean dqn or pqn?", "train", "cartpole", "--algo", "dqnn");
    assertUsage("Did you mean --episodes?", "eval", "cartpole", "--episode", "3");
    assertUsage("Did you mean train?", "trian", "cartpole");
    assertUsage("Missing required parameter: 'GAME'", "train");
  }

  @Test
  void aNumberThatMakesNoSenseIsRefused() {
    assertUsage("--steps must be", "train", "cartpole", "--steps", "-5");
    assertUsage("--steps must be", "train", "cartpole", "--steps", "0");
    assertUsage("--steps", "train", "cartpole", "--steps", "99999999999999999999999");
    assertUsage("--steps must be", "train", "cartpole", "--steps", "9000000000000000000");
    assertUsage("--seed", "train", "cartpole", "--seed", "one");
    assertUsage("--episodes must be", "eval", "cartpole", "--episodes", "0");
    assertUsage("--episodes must be", "eval", "cartpole", "--episodes", "2000000000");
    assertUsage("--size must be", "record", "cartpole", "--size", "9", "--out", "a.png");
    assertUsage("--seconds must be", "bench", "env", "cartpole", "--seconds", "-1");
    assertUsage("--out must end in", "record", "cartpole", "--out", folder.resolve("a.mp4"));
  }

  @Test
  void aGameForTwoIsNoGameForOneAgent() {
    for (String command : List.of("train", "eval")) {
      assertFailure("needs two players", command, "pong/duel");
    }
    assertFailure("needs two players", "bench", "env", "pong/duel");
    assertUsage("Did you mean pong/strong", "eval", "pong/stron");
  }

  @Test
  void aNetworkThatDoesNotFitIsRefusedBeforeAFolderIsMade() {
    Path run = folder.resolve("run");
    String network = "network=[mirrored x 1 0, dense 8]";
    assertUsage("does not fit", "train", "cartpole", "--set", network, "--out", run);
    assertFalse(Files.exists(run));
  }

  @Test
  void aFolderThatCannotBeWrittenIsASentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertFailure("choose another --out", "train", "cartpole", "--out", file);
    assertFailure("choose another --out", "train", "cartpole", "--out", file.resolve("below"));
    assertFailure("choose another --out", "record", "cartpole", "--out", file.resolve("a.gif"));
    assertFailure(
        "choose another --out", "record", "cartpole", "--out", folder.resolve("none/a.replay"));
    assertEquals("no folder", Files.readString(file));
  }

  @Test
  void aPolicyThatIsNoneIsASentence() throws IOException {
    Path foreign = Files.writeString(folder.resolve("foreign.ludus"), "hello");
    assertFailure("not a Ludus policy", "eval", "cartpole", "--policy", foreign);
    assertFailure("there is no policy file", "eval", "cartpole", "--policy", folder.resolve("x"));
    assertFailure(
        "there is no policy file",
        "record",
        "cartpole",
        "--policy",
        folder.resolve("x"),
        "--out",
        folder.resolve("a.gif"));
    assertFailure("no run to resume", "train", "cartpole", "--resume", folder.resolve("x"));
    assertFailure("there is no replay", "replay", folder.resolve("x.replay"));
    assertFailure("not a Ludus replay", "replay", foreign);
  }

  @Test
  void aShortTrainingLeavesEverythingAndPrintsOneJsonObject() throws IOException {
    Path run = folder.resolve("run");
    Outcome outcome =
        ludus("train", "cartpole", "--steps", 1200, "--seed", 5, "--out", run, "--json");
    assertEquals(0, outcome.exit, outcome.err);
    JsonNode json = outcome.json();
    assertEquals(1200, json.get("steps").asLong());
    assertEquals(5, json.get("seed").asLong());
    assertEquals(run.resolve("policy.ludus").toString(), json.get("policy").asText());
    assertEquals(100, json.get("evaluation").get("episodes").asInt());
    assertEquals(500, json.get("evaluation").get("expert").asDouble());
    for (String name :
        List.of(
            "config.yaml",
            "metrics.csv",
            "policy.ludus",
            "curve.png",
            "episode.gif",
            "summary.json",
            "checkpoints")) {
      assertTrue(Files.exists(run.resolve(name)), name);
    }
    try (Stream<Path> files = Files.list(run)) {
      assertTrue(files.anyMatch(f -> f.getFileName().toString().startsWith("events.out.tfevents")));
    }

    assertFailure("already holds a run", "train", "cartpole", "--out", run);
    assertUsage("--resume", "train", "cartpole", "--resume", run, "--seed", 3);

    Outcome eval =
        ludus(
            "eval",
            "cartpole",
            "--policy",
            run.resolve("policy.ludus"),
            "--episodes",
            10,
            "--json");
    assertEquals(0, eval.exit, eval.err);
    for (String name :
        List.of("mean", "std", "iqm", "ci95", "normalised", "random", "expert", "episodes")) {
      assertTrue(eval.json().has(name), name);
    }
    String once = eval.out;
    assertEquals(
        once,
        ludus(
                "eval",
                "cartpole",
                "--policy",
                run.resolve("policy.ludus"),
                "--episodes",
                10,
                "--json")
            .out);
  }

  @Test
  void anEpisodeIsRecordedAndRepeats() throws IOException {
    Path replay = folder.resolve("a.replay");
    assertEquals(0, ludus("record", "cartpole", "--policy", "expert", "--out", replay).exit);
    JsonNode json = ludus("replay", replay, "--verify", "--json").json();
    assertEquals(500, json.get("ticks").asInt());
    assertEquals(500, json.get("return").asDouble());
    assertTrue(json.get("verified").asBoolean());
    Path gif = folder.resolve("a.gif");
    assertEquals(
        0, ludus("record", "cartpole", "--policy", "random", "--seconds", 1, "--out", gif).exit);
    assertEquals("GIF89a", new String(Files.readAllBytes(gif), 0, 6, StandardCharsets.US_ASCII));
    Path png = folder.resolve("a.png");
    assertEquals(0, ludus("record", "cartpole", "--tick", 5, "--out", png).exit);
    assertTrue(Files.size(png) > 500);

    byte[] cut = Arrays.copyOf(Files.readAllBytes(replay), 60);
    Files.write(replay, cut);
    assertFailure("damaged", "replay", replay, "--verify");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "games",
        "train",
        "eval",
        "record",
        "replay",
        "bench env",
        "table",
        "plot",
        "plot runs",
        "plot schedule",
        "plot bandit",
        "doctor"
      })
  void everyCommandExplainsItselfWithExamples(String command) {
    Outcome outcome = ludus((Object[]) (command + " --help").split(" "));
    assertEquals(0, outcome.exit);
    assertTrue(outcome.out.contains("Examples:"), outcome.out);
    assertTrue(outcome.out.lines().allMatch(line -> line.length() <= 100), outcome.out);
  }

  @Test
  void theGamesAreListed() throws IOException {
    Outcome outcome = ludus("games", "--json");
    for (JsonNode game : outcome.json().get("games")) {
      assertTrue(outcome.exit == 0 && game.get("actions").size() >= 2, game.toString());
      if (game.get("presets").size() > 0) {
        assertEquals("default", game.get("presets").get(0).asText(), game.toString());
      }
    }
    assertTrue(ludus("games").out.contains("cartpole"));
  }

  @Test
  void theBenchmarkReportsFeaturesAndPixels() throws IOException {
    Outcome outcome =
        ludus("bench", "env", "cartpole", "--seconds", "0.05", "--rounds", "1", "--json");
    assertEquals(0, outcome.exit, outcome.err);
    JsonNode results = outcome.json().get("results");
    assertTrue(results.size() >= 2);
    for (JsonNode line : results) {
      assertTrue(line.get("steps_per_second").asDouble() > 0);
    }
  }

  @Test
  void theDoctorTellsWhatIsHere() throws IOException {
    JsonNode json = ludus("doctor", "--json").json();
    assertTrue(json.get("cores").asInt() > 0);
    assertTrue(json.get("gpu").asText().contains("Hopper"));
    for (String name : List.of("java", "backend", "one_dnn", "display", "sound")) {
      assertTrue(json.has(name), name);
    }
  }

  @Test
  void aFigureThatAppliesToNoEpisodeIsNone() {
    Outcome eval = ludus("eval", "braking", "--policy", "expert", "--episodes", 5);
    assertEquals(0, eval.exit, eval.err);
    assertTrue(eval.out.matches("(?s).*impact speed +none .*expert none\\).*"), eval.out);
    assertTrue(eval.out.matches("(?s).*time lost +[0-9.]+ .*"), eval.out);
  }
}
