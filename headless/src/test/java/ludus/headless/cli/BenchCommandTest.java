package ludus.headless.cli;

import static ludus.headless.cli.Terminal.assertUsage;
import static ludus.headless.cli.Terminal.ludus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
            "auto,dl4j",
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
  void whatTheLearnersBenchmarkCannotDoIsRefused() {
    assertUsage("choose one of nature, small", "bench", "learner", "--network", "tiny");
    assertUsage("--batch must be", "bench", "learner", "--batch", "32,0");
    assertUsage("--repeats must be", "bench", "learner", "--repeats", "0");
    assertUsage("--warm-up must be", "bench", "learner", "--warm-up", "-1");
    assertUsage("there is no engine called", "bench", "learner", "--engine", "torch");
    assertUsage("dense layers only", "bench", "learner", "--engine", "java");
    assertUsage("say what to measure: env, learner", "bench");
  }
}
