package ludus.headless.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import ludus.headless.plot.RunCurves;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ludus plot runs}. */
@Command(
    name = "runs",
    description = {
      "Draw learning curves side by side.",
      "Runs of one label are seeds of one thing: a line is their mean, a band goes from the least to"
          + " the greatest."
    },
    footer = {
      "",
      "Examples:",
      "  ludus plot runs runs/pong-default-1 runs/pong-default-2",
      "  ludus plot runs runs/a runs/b runs/c --label DQN --label PQN --label PQN --x seconds",
      "  ludus plot runs runs/pong-* --y loss --data pong.json",
      "  ludus plot runs pong.json --title Pong --out again.png"
    })
final class PlotRunsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlotOutput output;

  @Parameters(
      paramLabel = "DIR|FILE.json",
      arity = "1..*",
      description = "folders of runs, or curves that --data has kept")
  private List<Path> sources;

  @Option(
      names = "--x",
      paramLabel = "COLUMN",
      defaultValue = "steps",
      description = "steps or seconds (default: ${DEFAULT-VALUE})")
  private String x;

  @Option(
      names = "--y",
      paramLabel = "COLUMN",
      defaultValue = "eval_mean",
      description = "a column of metrics.csv (default: ${DEFAULT-VALUE})")
  private String y;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "one for each source, in their order (default: game, algorithm, preset)")
  private List<String> labels = List.of();

  @Option(names = "--log", description = "equal distances to the right are equal factors")
  private boolean logarithmic;

  @Override
  public Integer call() {
    if (!labels.isEmpty() && labels.size() != sources.size()) {
      throw new ParameterException(
          spec.commandLine(),
          "there are %d runs and %d labels: give one --label for each run, or none"
              .formatted(sources.size(), labels.size()));
    }
    RunCurves curves = new RunCurves(x, y);
    for (int i = 0; i < sources.size(); i++) {
      curves.add(sources.get(i), labels.isEmpty() ? null : labels.get(i));
    }
    return output.write(curves.chart(output.title(), logarithmic));
  }
}
