package ludus.headless.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus bench}. */
@Command(
    name = "bench",
    description = "Measure throughput on this machine.",
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      BenchEnvCommand.class,
      BenchLearnerCommand.class,
      BenchTrainCommand.class,
      BenchReplayCommand.class
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "say what to measure: " + String.join(", ", spec.subcommands().keySet()));
  }
}
