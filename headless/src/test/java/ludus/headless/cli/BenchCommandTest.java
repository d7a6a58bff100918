package ludus.headless.cli;

import static ludus.headless.cli.Terminal.assertFailure;
import static ludus.headless.cli.Terminal.assertUsage;
import static ludus.headless.cli.Terminal.ludus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import ludus.headless.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;

/** What {@code ludus bench} prints and refuses; never how fast something is. */
class BenchCommandTest {

  @Test
  void theLearnersTimesComeAsOneJsonObject() throws IOException {
    Outcome outcome =
        ludus(
            "bench",
            "learner",
            "--network",
            "small",
            "--batch",
            4,
            "--engine",
            "auto,nd4j",
            "--repeats",
            7,
            "--warm-up",
            0,
            "--json");
    assertEquals(0, outcome.exit, outcome.err);
    JsonNode json = outcome.json();
    assertEquals(7, json.get("repeats").asInt());
    assertEquals(2, json.get("contenders").size());
    assertTrue(json.get("machine").get("cores").asInt() > 0);
    JsonNode lines = json.get("results");
    assertEquals(2 * 3, lines.size(), "an update of 4, inference of 1 and of 32, by two engines");
    for (JsonNode line : lines) {
      double median = line.get("median_ms").asDouble();
      assertTrue(line.get("min_ms").asDouble() <= median && median > 0, line.toString());
      assertTrue(line.get("max_ms").asDouble() >= median, line.toString());
      assertEquals(1000 / median, line.get("per_second").asDouble(), 1e-6);
      assertTrue(line.get("gflop_per_second").asDouble() > 0, line.toString());
      assertTrue(line.get("heap_bytes").asDouble() >= 0, line.toString());
      assertTrue(line.get("times_peer").isNull(), "there is no peer");
    }
    assertEquals("train", lines.get(0).get("task").asText());
    assertEquals("ludus auto", lines.get(0).get("contender").asText());
  }

  @Test
  void aTrainingsSpeedAndSharesComeAsOneJsonObject() throws IOException {
    Outcome outcome =
        ludus(
            "bench",
            "train",
            "cartpole",
            "--preset",
            "default",
            "--set",
            "envs=2",
            "--set",
            "dqn.warm_up=100",
            "--steps",
            500,
            "--warm-up",
            0,
            "--json");
    assertEquals(0, outcome.exit, outcome.err);
    JsonNode json = outcome.json();
    assertEquals(2, json.get("envs").asInt());
    assertEquals(100, json.get("config").get("dqn").get("warm_up").asInt());
    assertTrue(json.get("env_steps").asLong() >= 500, outcome.out);
    double time = json.get("seconds").asDouble();
    assertEquals(
        json.get("updates").asLong() / time, json.get("updates_per_second").asDouble(), 1e-6);
    assertEquals(
        List.of("acting", "stepping", "sampling", "updating", "other"),
        names(json.get("shares").fieldNames()));
    double sum = 0;
    for (JsonNode share : json.get("shares")) {
      assertTrue(share.asDouble() >= 0, outcome.out);
      sum += share.asDouble();
    }
    assertEquals(1, sum, 1e-6, "every second is booked once");
    assertTrue(json.get("heap_bytes_per_update").asDouble() >= 0, outcome.out);
    assertTrue(json.has("peak_memory_mb") && json.has("memory_growth_mb_per_hour"), outcome.out);
    assertTrue(json.get("memory").size() >= 1, outcome.out);
  }

  private static List<String> names(Iterator<String> names) {
    List<String> list = new ArrayList<>();
    names.forEachRemaining(list::add);
    return list;
  }

  @Test
  void theLoopsThatTheMarksNameCanBeAskedFor() throws IOException {
    JsonNode dqn = shortRun("--algo", "dqn", "--network", "small", "--set", "dqn.warm_up=40");
    assertEquals(4, dqn.get("config").get("dqn").get("train_every").asInt());
    assertEquals(1, dqn.get("config").get("dqn").get("updates").asInt());
    assertEquals(32, dqn.get("config").get("dqn").get("batch_size").asInt());
    assertEquals("conv 16@8/4", dqn.get("network").get(0).asText());
    // Parts that a game's preset adds are no part of the loop, which is the same for all games.
    assertEquals(0, dqn.get("config").get("dqn").get("averaging").asInt());
    assertEquals(1, dqn.get("config").get("dqn").get("n_steps").asInt());
    assertTrue(dqn.get("config").get("dqn").get("prioritised").isNull());
    JsonNode pqn =
        shortRun(
            "--algo",
            "pqn",
            "--network",
            "small",
            "--set",
            "envs=8",
            "--set",
            "pqn.rollout=8",
            "--set",
            "pqn.epochs=4");
    assertEquals(8, pqn.get("envs").asInt());
    assertEquals(4, pqn.get("config").get("pqn").get("epochs").asInt());
    assertEquals(64, pqn.get("config").get("pqn").get("batch_size").asInt());
  }

  @Test
  void aTablesTrainingHasNoNetworkAndRunsItsPreset() throws IOException {
    JsonNode table = shortRunOf("gridworld", "--preset", "tabular");
    assertEquals("q-learning", table.get("algorithm").asText());
    assertEquals(0, table.get("network").size());
    assertTrue(table.get("env_steps_per_second").asDouble() > 0);
  }

  private static JsonNode shortRun(String... options) throws IOException {
    return shortRunOf("pong", options);
  }

  private static JsonNode shortRunOf(String game, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("bench", "train", game));
    words.addAll(List.of(options));
    words.addAll(List.of("--steps", "1", "--warm-up", "0", "--json"));
    Outcome outcome = ludus(words.toArray());
    assertEquals(0, outcome.exit, outcome.err);
    return outcome.json();
  }

  @Test
  void aReplayBuffersCostsComeAsOneJsonObject() throws IOException {
    Outcome outcome =
        ludus(
            "bench",
            "replay",
            "--slots",
            1000,
            "--envs",
            2,
            "--repeats",
            9,
            "--prioritised",
            "--json");
    assertEquals(0, outcome.exit, outcome.err);
    JsonNode json = outcome.json();
    assertEquals(1000, json.get("filled").asInt(), "every slot is written");
    assertTrue(json.get("draw_ms").get("median").asDouble() > 0, outcome.out);
    assertTrue(json.get("priorities_ms").get("median").asDouble() > 0, outcome.out);
    assertEquals(1000 * 84 * 84 / 1e9, json.get("buffer_gb").asDouble(), 1e-4);
    assertTrue(json.has("process_gb_at_most"), outcome.out);
  }

  @Test
  void whatTheReplayBenchmarkCannotDoIsRefused() {
    assertUsage("--slots must be", "bench", "replay", "--slots", "10");
    assertUsage("--envs must be", "bench", "replay", "--envs", "0");
    assertUsage("--batch must be", "bench", "replay", "--batch", "0");
    assertUsage("--repeats must be", "bench", "replay", "--repeats", "0");
  }

  @Test
  void whatTheTrainingsBenchmarkCannotDoIsRefused() {
    assertUsage("Did you mean dqn", "bench", "train", "pong", "--algo", "dqnn");
    assertUsage("Did you mean default?", "bench", "train", "pong", "--preset", "defalt");
    assertUsage(
        "is of pqn, not of dqn", "bench", "train", "pong", "--preset", "default", "--algo", "dqn");
    assertUsage("choose one of nature", "bench", "train", "pong", "--network", "huge");
    assertUsage("--seconds must be", "bench", "train", "pong", "--seconds", "0");
    assertUsage("--steps must be", "bench", "train", "pong", "--steps", "-3");
    assertUsage("--warm-up must be", "bench", "train", "pong", "--warm-up", "-1");
    assertUsage("pqn.epochs", "bench", "train", "pong", "--set", "pqn.epochs=many");
    assertUsage("pqn.speed", "bench", "train", "pong", "--set", "pqn.speed=3");
    assertUsage("KEY=VALUE", "bench", "train", "pong", "--set", "pqn.speed");
    assertUsage("this preset has no 'dqn'", "bench", "train", "pong", "--set", "dqn.n_steps=3");
    assertFailure("no preset of pqn from pixels", "bench", "train", "cliff", "--algo", "pqn");
    assertFailure("needs two players", "bench", "train", "pong/duel");
  }

  @Test
  void whatTheLearnersBenchmarkCannotDoIsRefused() {
    assertUsage("choose one of nature, small", "bench", "learner", "--network", "tiny");
    assertUsage("Did you mean noise?", "bench", "learner", "--frames", "nois");
    assertUsage("is for two", "bench", "learner", "--frames", "pong/duel");
    assertUsage("--batch must be", "bench", "learner", "--batch", "32,0");
    assertUsage("--repeats must be", "bench", "learner", "--repeats", "0");
    assertUsage("--warm-up must be", "bench", "learner", "--warm-up", "-1");
    assertUsage("there is no engine called", "bench", "learner", "--engine", "torch");
    assertFailure("--peers needs the launcher", "bench", "learner", "--peers");
    assertUsage("dense layers only", "bench", "learner", "--engine", "java");
    assertUsage("say what to measure: env, learner, train, replay", "bench");
  }
}
