package ludus.headless.cli;

import java.util.concurrent.Callable;
import ludus.headless.plot.BanditPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus plot bandit}. */
@Command(
    name = "bandit",
    description = "Let the usual ways of exploring play the same bandits, and draw their regret.",
    footer = {
      "",
      "Examples:",
      "  ludus plot bandit --out regret.png",
      "  ludus plot bandit --rewards coins --arms 5 --pulls 5000",
      "  ludus plot bandit --y optimal --bandits 1000"
    })
final class PlotBanditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PlotOutput output;

  @Option(
      names = "--rewards",
      paramLabel = "normal|coins",
      defaultValue = "normal",
      description = "what the arms pay (default: ${DEFAULT-VALUE})")
  private BanditPlot.Rewards rewards;

  @Option(
      names = "--y",
      paramLabel = "regret|optimal",
      defaultValue = "regret",
      description = "what goes up (default: ${DEFAULT-VALUE})")
  private BanditPlot.Shown shown;

  @Option(
      names = "--arms",
      paramLabel = "N",
      defaultValue = "10",
      description = "arms of each bandit (default: ${DEFAULT-VALUE})")
  private int arms;

  @Option(
      names = "--pulls",
      paramLabel = "N",
      defaultValue = "1000",
      description = "pulls of each bandit (default: ${DEFAULT-VALUE})")
  private int pulls;

  @Option(
      names = "--bandits",
      paramLabel = "N",
      defaultValue = "500",
      description = "how many bandits (default: ${DEFAULT-VALUE})")
  private int bandits;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of bandits, noise and players (default: ${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() {
    check("--arms", arms, 1_000);
    check("--pulls", pulls, 1_000_000);
    check("--bandits", bandits, 100_000);
    return output.write(BanditPlot.of(rewards, shown, arms, bandits, pulls, seed));
  }

  private void check(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          spec.commandLine(), "%s must be from 1 to %d, was %d".formatted(option, most, value));
    }
  }
}
