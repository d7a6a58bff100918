package ludus.headless.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import ludus.core.game.GameInfo.Figure;
import ludus.core.game.GameProvider;
import ludus.headless.run.EvaluationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ludus eval GAME}. */
@Command(
    name = "eval",
    description = "Measure a policy: greedy, on fresh seeds, beside chance and the expert.",
    footer = {
      "",
      "Examples:",
      "  ludus eval cartpole                       the shipped policy",
      "  ludus eval cartpole --policy runs/cartpole-default-1/policy.ludus",
      "  ludus eval cartpole --policy expert --episodes 1000 --seed 7 --json",
      "",
      "'normalised' is 0 for chance and 100 for the scripted expert on the same seeds."
    })
final class EvalCommand implements Callable<Integer> {
  @Mixin private GameArgument game;
  @Mixin private EpisodesOption episodes;
  @Mixin private JsonOption json;

  @Option(
      names = "--policy",
      paramLabel = "FILE|expert|random",
      description = "who plays (default: the shipped policy)")
  private String policy;

  @Override
  public Integer call() {
    GameProvider provider = game.findForOnePlayer();
    int count = episodes.count();
    Map<String, Object> report;
    try {
      report = EvaluationReport.of(provider, policy, count, episodes.seed());
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
    if (json.wanted()) {
      json.print(report);
    } else {
      System.out.printf(
          "%s, %s, %d episodes from seed %d%n",
          provider.info().title(), report.get("policy"), count, episodes.seed());
      for (String name : new String[] {"mean", "std", "iqm", "ci95", "min", "max", "mean_length"}) {
        System.out.printf("  %-12s %10.2f%n", name, (Double) report.get(name));
      }
      System.out.printf(
          "  %-12s %10.2f  (chance %.2f is 0, the expert's %.2f is 100)%n",
          "normalised",
          (Double) report.get("normalised"),
          (Double) report.get("random"),
          (Double) report.get("expert"));
      if (report.get("figures") instanceof Map<?, ?> figures) {
        Map<?, ?> random = (Map<?, ?>) report.get("random_figures");
        Map<?, ?> expert = (Map<?, ?>) report.get("expert_figures");
        for (Figure figure : provider.info().figures()) {
          System.out.printf(
              "  %-28s %10s  (chance %s, expert %s)%n",
              figure.name(),
              text(figure, figures.get(figure.name())),
              text(figure, random.get(figure.name())),
              text(figure, expert.get(figure.name())));
        }
      }
    }
    return 0;
  }

  /** A figure that applied to no episode is none. */
  private static String text(Figure figure, Object value) {
    if (value == null) {
      return "none";
    }
    return switch (figure.unit()) {
      case Figure.SHARE, Figure.WHETHER -> String.format("%.1f %%", 100 * (Double) value);
      case "" -> String.format("%.3f", (Double) value);
      default -> String.format("%.2f %s", (Double) value, figure.unit());
    };
  }
}
