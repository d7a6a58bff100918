package ludus.headless.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import ludus.headless.plot.RunCurves;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ludus plot runs}. */
@Command(
    name = "runs",
    description = "Draw learning curves side by side.",
    footer = {
      "",
      "Examples:",
      "  ludus plot runs runs/pong-default-1 runs/pong-default-2",
      "  ludus plot runs runs/a runs/b runs/c --label DQN --label PQN --label PQN --x seconds",
      "  ludus plot runs runs/a runs/b runs/c --label DQN --label PQN --label PQN --x steps,seconds --log",
      "  ludus plot runs runs/pong-* --y loss --data pong.json",
      "  ludus plot runs pong.json --title Pong --out again.png"
    })
final class PlotRunsCommand implements Callable<Integer> {
  @Mixin private LabelOption labels;
  @Mixin private PlotOutput output;

  @Parameters(
      paramLabel = "DIR|FILE.json",
      arity = "1..*",
      description = "folders of runs, or curves that --data has kept")
  private List<Path> sources;

  @Option(
      names = "--x",
      paramLabel = "COLUMN",
      split = ",",
      defaultValue = "steps",
      description = {
        "steps or seconds (default: ${DEFAULT-VALUE})",
        "steps,seconds draws both, side by side"
      })
  private List<String> x;

  @Option(
      names = "--y",
      paramLabel = "COLUMN",
      defaultValue = "eval_mean",
      description = "a column of metrics.csv (default: ${DEFAULT-VALUE})")
  private String y;

  @Option(names = "--log", description = "equal distances to the right are equal factors")
  private boolean logarithmic;

  @Override
  public Integer call() {
    List<String> names = labels.of(sources.size());
    RunCurves curves = new RunCurves(x, y);
    for (int i = 0; i < sources.size(); i++) {
      curves.add(sources.get(i), names.get(i));
    }
    return output.write(curves.charts(logarithmic));
  }
}
