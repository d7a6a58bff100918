package ludus.desktop;

import java.util.concurrent.Callable;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Screens;
import ludus.headless.cli.GameArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ludus watch GAME}. */
@Command(
    name = "watch",
    description = "Watch an agent play in a window, and see what it sees and what it thinks.",
    footer = {
      "",
      "Examples:",
      "  ludus watch cartpole",
      "  ludus watch cartpole --policy runs/cartpole/policy.ludus --speed 1/2",
      "  ludus watch cartpole --policy random --seed 7",
      "",
      "In the window, F1 lists every key."
    })
final class WatchCommand implements Callable<Integer> {
  @Mixin private GameArgument game;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "a policy file, 'expert' or 'random' (default: the policy that ships with the game, else"
              + " the expert)")
  private String policy;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "seed of the first episode; the next has the next (default 1)")
  private long seed;

  @Mixin private WindowOptions options;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    Screens.watch(provider, policy, seed, options.speed, options.window());
    return 0;
  }
}
