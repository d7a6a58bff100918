package ludus.headless.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which episodes a policy is measured on, to be mixed into the commands that do so. */
final class EpisodesOption {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "100",
      description = "how many episodes (default: ${DEFAULT-VALUE})")
  private int episodes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "90001",
      description = "from which the episodes' seeds are derived (default: ${DEFAULT-VALUE})")
  private long seed;

  /**
   * How many.
   *
   * @throws ParameterException if that is too few or too many
   */
  int count() {
    if (episodes < 1 || episodes > 10_000_000) {
      throw new ParameterException(
          command.commandLine(), "--episodes must be from 1 to 10000000, was " + episodes);
    }
    return episodes;
  }

  /** What their seeds are derived from. */
  long seed() {
    return seed;
  }
}
