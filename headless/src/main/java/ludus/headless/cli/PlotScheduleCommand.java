package ludus.headless.cli;

import java.util.List;
import java.util.concurrent.Callable;
import ludus.headless.plot.SchedulePlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ludus plot schedule}. */
@Command(
    name = "schedule",
    description = "Draw schedules of exploration as presets write them.",
    footer = {
      "",
      "Examples:",
      "  ludus plot schedule \"linear 1 to 0.05 over 60000\"",
      "  ludus plot schedule 0.1 \"exponential 1 to 0.05 halving 10000\" \\",
      "      \"sinusoidal 1 to 0.05 period 20000 over 60000\" --steps 80000 --out epsilon.png"
    })
final class PlotScheduleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlotOutput output;

  @Parameters(paramLabel = "SCHEDULE", arity = "1..*", description = "how a number changes")
  private List<String> schedules;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100000",
      description = "env steps to show (default: ${DEFAULT-VALUE})")
  private long steps;

  @Override
  public Integer call() {
    if (steps < 1 || steps > 1_000_000_000_000L) {
      throw new ParameterException(
          spec.commandLine(), "--steps must be from 1 to 1000000000000, was " + steps);
    }
    try {
      return output.write(SchedulePlot.of(schedules, steps));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
