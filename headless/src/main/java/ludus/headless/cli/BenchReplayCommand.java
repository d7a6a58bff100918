package ludus.headless.cli;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.headless.bench.ReplayBenchmark;
import ludus.headless.bench.Spread;
import ludus.headless.run.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus bench replay}. */
@Command(
    name = "replay",
    description = "Memory of a full replay buffer of 84 × 84 frames, and time to draw from it.",
    footer = {
      "",
      "Examples:",
      "  ludus bench replay",
      "  ludus bench replay --prioritised --json",
      "  ludus bench replay --slots 1000000",
      "",
      "GB are 10⁹ bytes of the whole process, Java and all, as the system sees them (Linux)."
    })
final class BenchReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Option(
      names = "--slots",
      paramLabel = "N",
      defaultValue = "100000",
      description = "transitions in the buffer (default: ${DEFAULT-VALUE})")
  private int slots;

  @Option(
      names = "--envs",
      paramLabel = "N",
      defaultValue = "8",
      description = "games that write to it (default: ${DEFAULT-VALUE})")
  private int envs;

  @Option(
      names = "--batch",
      paramLabel = "B",
      defaultValue = "32",
      description = "transitions a draw (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "10000",
      description = "draws timed, after a warm-up (default: ${DEFAULT-VALUE})")
  private int repeats;

  @Option(names = "--prioritised", description = "draw by priority")
  private boolean prioritised;

  @Override
  public Integer call() {
    require(slots >= 1000 && slots <= 100_000_000, "--slots", slots, "from 1000 to 100000000");
    require(envs >= 1 && envs <= slots / 100, "--envs", envs, "from 1 to a hundredth of --slots");
    require(batch >= 1 && batch <= 4096, "--batch", batch, "from 1 to 4096");
    require(repeats >= 1 && repeats <= 10_000_000, "--repeats", repeats, "from 1 to 10000000");
    Map<String, Object> report =
        new ReplayBenchmark(slots, envs, batch, repeats, prioritised).run();
    report.put("machine", Machine.describe());
    if (json.wanted()) {
      json.print(report);
      return 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%,d transitions of 84 × 84, %s, in %.2f GB%n",
        slots,
        prioritised ? "prioritised" : "uniform",
        (Double) report.get("buffer_gb"));
    if (report.get("process_gb") != null) {
      System.out.printf(
          Locale.ROOT,
          "process memory %.2f GB before, %.2f GB full, %.2f GB at most%n",
          (Double) report.get("process_gb_before"),
          (Double) report.get("process_gb"),
          (Double) report.get("process_gb_at_most"));
    }
    print("draw of %d stacks".formatted(batch), report.get("draw_ms"));
    if (prioritised) {
      print("priorities of %d".formatted(batch), report.get("priorities_ms"));
    }
    return 0;
  }

  private static void print(String what, Object millis) {
    Spread ms = (Spread) millis;
    System.out.printf(
        Locale.ROOT, "%s: %.4f ms (%.4f … %.4f)%n", what, ms.median(), ms.least(), ms.most());
  }

  private void require(boolean holds, String option, int value, String range) {
    if (!holds) {
      throw new ParameterException(
          spec.commandLine(), "%s must be %s, was %d".formatted(option, range, value));
    }
  }
}
