package ludus.headless.cli;

import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option {@code --label}, to be mixed into the commands that draw runs. */
final class LabelOption {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = {
        "one for each run, in their order (default: what it was trained on)",
        "runs of one label are seeds of one thing: a line is their mean, a band goes from the least"
            + " to the greatest"
      })
  private List<String> labels = List.of();

  /**
   * A label for each run, or nulls.
   *
   * @throws ParameterException if there are some but not as many
   */
  List<String> of(int runs) {
    if (!labels.isEmpty() && labels.size() != runs) {
      throw new ParameterException(
          command.commandLine(),
          "there are %d runs and %d labels: give one --label for each run, or none"
              .formatted(runs, labels.size()));
    }
    return labels.isEmpty() ? Collections.nCopies(runs, null) : labels;
  }
}
