package ludus.headless.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus plot}. */
@Command(
    name = "plot",
    description =
        "Draw curves of runs, what policies lose on unseen levels, schedules and the regret on"
            + " bandits.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      PlotRunsCommand.class,
      PlotGapCommand.class,
      PlotScheduleCommand.class,
      PlotBanditCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ludus plot runs runs/pong-default-* --out pong.png",
      "  ludus plot gap robot/test runs/levels-1 runs/levels-10 --y success",
      "  ludus plot schedule \"linear 1 to 0.05 over 60000\" --out epsilon.png",
      "  ludus plot bandit --out regret.png"
    })
final class PlotCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "say what to draw: " + String.join(", ", spec.subcommands().keySet()));
  }
}
