package ludus.headless.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import ludus.headless.plot.GapPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ludus plot gap GAME}. */
@Command(
    name = "gap",
    description =
        "Measure the kept policies of runs on what they were trained on and on GAME, whose levels"
            + " none of them has seen, and draw both.",
    footer = {
      "",
      "Examples:",
      "  ludus plot gap robot/test runs/levels-1 runs/levels-10 runs/levels-100 --y success",
      "  ludus plot gap robot/test runs/a runs/b runs/c --label 1 --label 1 --label 10 \\\\",
      "      --episodes 200 --out gap.png --data gap.json"
    })
final class PlotGapCommand implements Callable<Integer> {
  @Mixin private GameArgument unseen;
  @Mixin private LabelOption labels;
  @Mixin private EpisodesOption episodes;
  @Mixin private PlotOutput output;

  @Parameters(
      index = "1..*",
      paramLabel = "DIR",
      arity = "1..*",
      description = "folders of runs, in the order in which they are drawn")
  private List<Path> runs;

  @Option(
      names = "--y",
      paramLabel = "NAME",
      defaultValue = "normalised",
      description = "normalised, mean or a figure of the game (default: ${DEFAULT-VALUE})")
  private String measure;

  @Override
  public Integer call() {
    GapPlot plot =
        new GapPlot(unseen.findForOnePlayer(), episodes.count(), episodes.seed(), measure);
    List<String> names = labels.of(runs.size());
    try {
      for (int i = 0; i < runs.size(); i++) {
        plot.add(runs.get(i), names.get(i));
      }
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
    return output.write(plot.chart());
  }
}
