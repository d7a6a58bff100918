package ludus.headless.cli;

import static ludus.headless.cli.Terminal.assertFailure;
import static ludus.headless.cli.Terminal.assertUsage;
import static ludus.headless.cli.Terminal.ludus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import ludus.headless.cli.Terminal.Outcome;
import ludus.headless.run.MetricsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables trained, planned, looked at and plotted from the command line. */
class TableAndPlotTest {
  @TempDir Path folder;

  private static void assertPicture(Path file) throws IOException {
    assertTrue(ImageIO.read(file.toFile()).getWidth() > 300, file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dyna-q", "policy-iteration"})
  void aTableIsTrainedEvaluatedAndReadBackAsAnOrdinaryPolicy(String algorithm) throws IOException {
    Path run = folder.resolve(algorithm);
    Outcome trained = ludus("train", "robot/3x3", "--algo", algorithm, "--out", run, "--json");
    assertEquals(0, trained.exit, trained.err);
    assertEquals(algorithm, trained.json().get("algorithm").asText());
    assertTrue(trained.json().get("evaluation").get("normalised").asDouble() > 99.5, trained.out);
    Path policy = run.resolve("policy.ludus");

    Outcome eval = ludus("eval", "robot/3x3", "--policy", policy, "--episodes", 20, "--json");
    assertEquals(1, eval.json().get("figures").get("success").asDouble());
    Outcome text = ludus("eval", "robot/3x3", "--policy", policy, "--episodes", 20);
    assertTrue(text.out.matches("(?s).*success +100\\.0 % .*path ratio +1\\.0\\d\\d .*"), text.out);

    Path picture = folder.resolve("table.png");
    Outcome table =
        ludus("table", "robot/3x3", "--policy", policy, "--out", picture, "--q", "--json");
    assertEquals(0, table.exit, table.err);
    assertEquals(36, table.json().get("states").size());
    // Beside the target and looking at it: one step forward, worth 99.
    JsonNode state = table.json().get("states").get(4 + 1);
    assertEquals("forward", state.get("greedy").get(0).asText());
    assertEquals(99, state.get("value").asDouble(), 1);
    assertPicture(picture);
  }

  @Test
  void aDeepNetworkIsInterrogatedAboutEveryStateToo() throws IOException {
    Path run = folder.resolve("deep");
    assertEquals(0, ludus("train", "corridor", "--steps", 2000, "--out", run, "--json").exit);
    Outcome table = ludus("table", "corridor", "--policy", run.resolve("policy.ludus"));
    assertEquals(0, table.exit, table.err);
    assertTrue(table.out.lines().count() >= 12, table.out);
  }

  @Test
  void aPageShowsValuesArrowsWallsAndTheWay() {
    Outcome cliff = ludus("table", "cliff");
    assertEquals(0, cliff.exit, cliff.err);
    assertTrue(cliff.out.contains("*-13.00↑ ▒▒▒"), cliff.out);
    assertTrue(cliff.out.contains("reaches the end in 13 moves"), cliff.out);
  }

  @Test
  void whatHasNoTableIsRefused() {
    assertFailure("no table of states to look at: choose cliff", "table", "pong");
    assertUsage("Did you mean sarsa", "table", "cliff", "--algo", "sarsaa");
    assertUsage("leave out --algo", "table", "cliff", "--algo", "sarsa", "--policy", "x");
    assertFailure("there is no policy file", "table", "cliff", "--policy", "nowhere");
    assertUsage("or dyna-q?", "train", "cliff", "--algo", "dyna");
    assertUsage("cannot be used with algorithm", "train", "pong", "--algo", "value-iteration");
  }

  @Test
  void runsOfOneLabelAreOneLineAndTheirNumbersDrawAgain() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Path picture = folder.resolve("runs.png");
    Path data = folder.resolve("runs.json");
    for (Path run : new Path[] {one, two}) {
      assertEquals(
          0,
          ludus(
                  "train",
                  "cliff",
                  "--algo",
                  "sarsa",
                  "--steps",
                  6000,
                  "--out",
                  run,
                  "--seed",
                  run == one ? 1 : 2,
                  "--json")
              .exit);
    }
    Outcome plot = ludus("plot", "runs", one, two, "--out", picture, "--data", data, "--json");
    assertEquals(0, plot.exit, plot.err);
    assertEquals(
        "cliff, sarsa, preset tabular (2 seeds)", plot.json().get("lines").get(0).asText());
    assertPicture(picture);
    JsonNode line = new ObjectMapper().readTree(data.toFile()).get("lines").get(0);
    assertEquals(6000, line.get("x").get(line.get("x").size() - 1).asDouble());
    assertTrue(line.get("low").get(0).asDouble() <= line.get("y").get(0).asDouble());

    Path again = folder.resolve("again.png");
    assertEquals(0, ludus("plot", "runs", data, "--out", again).exit);
    assertEquals(Files.size(picture), Files.size(again));

    Outcome apart =
        ludus(
            "plot", "runs", one, two, "--label", "A", "--label", "B", "--x", "seconds", "--out",
            picture, "--json");
    assertEquals(2, apart.json().get("lines").size(), apart.err);
    assertUsage("2 runs and 1 labels", "plot", "runs", one, two, "--label", "A");
    assertFailure("has no nonsense by steps", "plot", "runs", one, "--y", "nonsense");
    assertFailure("neither the folder", "plot", "runs", folder.resolve("none"));
    Path foreign = Files.writeString(folder.resolve("foreign.json"), "{}");
    assertFailure("cannot be read as curves", "plot", "runs", foreign);
  }

  @Test
  void stepsAndSecondsAreDrawnSideBySideAndAgainFromTheirNumbers() throws IOException {
    Path run = folder.resolve("run");
    Path picture = folder.resolve("both.png");
    Path data = folder.resolve("both.json");
    assertEquals(0, ludus("train", "cliff", "--steps", 6000, "--out", run, "--json").exit);
    Outcome both =
        ludus(
            "plot",
            "runs",
            run,
            "--x",
            "steps,seconds",
            "--title",
            "Cliff",
            "--out",
            picture,
            "--data",
            data);
    assertEquals(0, both.exit, both.err);
    assertEquals(2 * 860, ImageIO.read(picture.toFile()).getWidth());
    JsonNode charts = new ObjectMapper().readTree(data.toFile());
    List<Map<String, Double>> rows = MetricsFile.read(run.resolve("metrics.csv"));
    for (int i = 0; i < 2; i++) {
      String column = i == 0 ? "steps" : "seconds";
      List<Double> wanted =
          rows.stream().filter(r -> r.containsKey("eval_mean")).map(r -> r.get(column)).toList();
      List<Double> found = new ArrayList<>();
      charts.get(i).get("lines").get(0).get("x").forEach(x -> found.add(x.asDouble()));
      assertEquals(wanted, found);
      assertEquals("Cliff", charts.get(i).get("title").asText());
    }
    Path again = folder.resolve("again.png");
    assertEquals(0, ludus("plot", "runs", data, "--out", again).exit);
    assertEquals(Files.size(picture), Files.size(again));
    assertFailure("2 charts cannot be drawn with 1", "plot", "runs", run, data);
  }

  @Test
  void theGapIsWhatAPolicyLosesOnLevelsThatItWasNotTrainedOn() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    for (Path run : new Path[] {one, two}) {
      String game = run == one ? "robot/levels-1" : "robot";
      Outcome trained =
          ludus(
              "train",
              game,
              "--preset",
              "features",
              "--steps",
              4200,
              "--out",
              run,
              "--set",
              "evaluation.every=2000",
              "--set",
              "evaluation.episodes=8",
              "--json");
      assertEquals(0, trained.exit, trained.err);
    }
    Path picture = folder.resolve("gap.png");
    Path data = folder.resolve("gap.json");
    Outcome gap =
        ludus(
            "plot",
            "gap",
            "robot/test",
            one,
            two,
            "--label",
            "1",
            "--label",
            "unlimited",
            "--y",
            "success",
            "--episodes",
            24,
            "--seed",
            5,
            "--out",
            picture,
            "--data",
            data);
    assertEquals(0, gap.exit, gap.err);
    assertPicture(picture);
    JsonNode chart = new ObjectMapper().readTree(data.toFile());
    assertEquals("[\"1\",\"unlimited\"]", chart.get("places").toString());
    for (int line = 0; line < 2; line++) {
      for (int place = 0; place < 2; place++) {
        Path run = place == 0 ? one : two;
        String game = line == 1 ? "robot/test" : place == 0 ? "robot/levels-1" : "robot";
        Outcome eval =
            ludus(
                "eval",
                game,
                "--policy",
                run.resolve("policy.ludus"),
                "--episodes",
                24,
                "--seed",
                5,
                "--json");
        assertEquals(
            eval.json().get("figures").get("success").asDouble(),
            chart.get("lines").get(line).get("y").get(place).asDouble());
      }
    }
    assertFailure(
        "there is normalised, mean, success", "plot", "gap", "robot/test", one, "--y", "x");
    assertFailure("not maze/test", "plot", "gap", "maze/test", one);
    assertFailure("there is no run in", "plot", "gap", "robot/test", folder.resolve("none"));
    assertUsage("2 runs and 1 labels", "plot", "gap", "robot/test", one, two, "--label", "a");
    assertUsage("--episodes must be", "plot", "gap", "robot/test", one, "--episodes", 0);
  }

  @Test
  void schedulesAndRegretsAreDrawn() throws IOException {
    Path picture = folder.resolve("a.png");
    Outcome schedule =
        ludus("plot", "schedule", "linear 1 to 0.05 over 60000", "0.1", "--out", picture, "--json");
    assertEquals(2, schedule.json().get("lines").size(), schedule.err);
    assertPicture(picture);
    Path data = folder.resolve("bandit.json");
    Outcome bandit =
        ludus(
            "plot",
            "bandit",
            "--rewards",
            "coins",
            "--pulls",
            300,
            "--bandits",
            20,
            "--out",
            picture,
            "--data",
            data,
            "--json");
    assertEquals(6, bandit.json().get("lines").size(), bandit.err);
    assertPicture(picture);
    assertUsage("schedule", "plot", "schedule", "linear from here");
    assertUsage("--arms must be", "plot", "bandit", "--arms", 0);
    assertFailure("cannot write", "plot", "schedule", "1", "--out", folder.resolve("x/y.png"));
  }
}
