package ludus.desktop;

import java.util.concurrent.Callable;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Screens;
import ludus.headless.cli.GameArgument;
import ludus.headless.cli.UserException;
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
      "  ludus play pong/duel --opponent assets/policies/pong.ludus",
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

  @Option(
      names = "--opponent",
      paramLabel = "FILE|expert|random",
      description = "who plays the second player of a game for two (default: a person)")
  private String opponent;

  @Mixin private WindowOptions options;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    long first = seed != null ? seed : anySeed();
    if (opponent != null && provider.info().players() < 2) {
      throw new UserException(
          "%s has no second player: leave --opponent away, or choose a variant for two"
              .formatted(provider.info().name()));
    }
    try {
      Screens.play(provider, opponent, first, options.speed, options.window());
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
    return 0;
  }

  /** Another one every time. */
  static long anySeed() {
    return 1 + Math.floorMod(System.nanoTime() / 1000, SEEDS);
  }
}
