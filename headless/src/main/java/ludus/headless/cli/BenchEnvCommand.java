package ludus.headless.cli;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.core.game.GameProvider;
import ludus.headless.bench.EnvBenchmark;
import ludus.headless.bench.EnvBenchmark.Line;
import ludus.headless.run.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus bench env GAME}. */
@Command(
    name = "env",
    description = "Env steps a second: features and pixels, one thread and all cores.",
    footer = {
      "",
      "Examples:",
      "  ludus bench env cartpole",
      "  ludus bench env cartpole --json",
      "",
      "Random actions; resets included; the median of the rounds counts."
    })
final class BenchEnvCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GameArgument game;
  @Mixin private JsonOption json;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "1",
      description = "length of a round (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "rounds measured, after one to warm up (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Override
  public Integer call() {
    GameProvider provider = game.findForOnePlayer();
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new ParameterException(
          spec.commandLine(), "--seconds must be above 0, to 3600, was " + seconds);
    }
    if (rounds < 1 || rounds > 1000) {
      throw new ParameterException(
          spec.commandLine(), "--rounds must be from 1 to 1000, was " + rounds);
    }
    Map<String, Object> report = new EnvBenchmark(provider, seconds, rounds).run();
    report.put("machine", Machine.describe());
    if (json.wanted()) {
      json.print(report);
      return 0;
    }
    System.out.printf(
        "%s, random actions, median of %d rounds of %s s%n",
        provider.info().title(), rounds, seconds);
    System.out.printf(
        "%-12s %8s %16s %28s %12s%n", "observation", "threads", "steps/s", "range", "bytes/step");
    for (Object entry : (Iterable<?>) report.get("results")) {
      Line line = (Line) entry;
      System.out.printf(
          Locale.ROOT,
          "%-12s %8d %,16.0f %,13.0f … %,12.0f %12.2f%n",
          line.observation(),
          line.threads(),
          line.stepsPerSecond(),
          line.slowest(),
          line.fastest(),
          line.bytesPerStep());
    }
    return 0;
  }
}
