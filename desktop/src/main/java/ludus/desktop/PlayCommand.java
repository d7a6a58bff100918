package ludus.desktop;

import java.util.concurrent.Callable;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Screens;
import ludus.headless.cli.GameArgument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ludus play GAME}. */
@Command(
    name = "play",
    description = "Play a game yourself, with the keyboard or a gamepad; some games take two.",
    footer = {
      "",
      "Examples:",
      "  ludus play cartpole",
      "  ludus play pong/duel                 two players at one keyboard",
      "  ludus play cartpole --speed 1/2      in slow motion",
      "  ludus play cartpole --seed 7         from a certain start",
      "",
      "In the window, F1 lists every key."
    })
final class PlayCommand implements Callable<Integer> {
  private static final int SEEDS = 100_000;

  @Mixin private GameArgument game;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the first game; the next has the next (default: any)")
  private Long seed;

  @Mixin private WindowOptions options;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    long first = seed != null ? seed : 1 + Math.floorMod(System.nanoTime() / 1000, SEEDS);
    Screens.play(provider, first, options.speed, options.window());
    return 0;
  }
}
