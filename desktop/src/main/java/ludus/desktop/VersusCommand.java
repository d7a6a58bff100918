package ludus.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Screens;
import ludus.headless.cli.GameArgument;
import ludus.headless.cli.UserException;
import ludus.headless.play.Contestant;
import ludus.headless.play.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ludus versus GAME}. */
@Command(
    name = "versus",
    description =
        "Compete: Pong at one table, every other game as a race on the same seed, side by side.",
    footer = {
      "",
      "Examples:",
      "  ludus versus pong                       you against the policy that ships with it",
      "  ludus versus pong --level early         the same, as it was early in its training",
      "  ludus versus pong --policy runs/pong-default-1/policy.ludus",
      "  ludus versus breakout --policy expert --against random",
      "  ludus versus pong --policy person       two at one keyboard",
      "",
      "In the window, F1 lists every key."
    })
final class VersusCommand implements Callable<Integer> {
  private static final String PERSON = "person";

  @Mixin private GameArgument game;

  @Option(
      names = "--policy",
      paramLabel = "FILE|expert|random|person",
      description =
          "who plays on the left (default: the policy that ships with the game, else the expert)")
  private String left;

  @Option(
      names = "--against",
      paramLabel = "FILE|expert|random|person",
      defaultValue = PERSON,
      description = "who plays on the right (default: a person)")
  private String right;

  @Option(
      names = "--level",
      paramLabel = "early|middle|best",
      defaultValue = "best",
      description =
          "how strong the left plays: by the policies that its run kept on the way, or where none"
              + " were kept with a share of its moves left to chance (default: best)")
  private Level level;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the first match; the next has the next (default: any)")
  private Long seed;

  @Mixin private WindowOptions options;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    long first = seed != null ? seed : PlayCommand.anySeed();
    Screens.versus(
        provider,
        contestant(right, Level.BEST),
        contestant(left, level),
        first,
        options.speed,
        options.window());
    return 0;
  }

  private static Contestant contestant(String choice, Level level) {
    if (PERSON.equals(choice)) {
      return Contestant.PERSON;
    }
    boolean named = choice == null || choice.equals("expert") || choice.equals("random");
    if (!named && !Files.isRegularFile(Path.of(choice))) {
      throw new UserException(
          "there is no policy file %s: name a file, expert, random or person".formatted(choice));
    }
    return Contestant.machine(choice, level);
  }
}
