package ludus.headless.cli;

import java.util.ArrayList;
import java.util.List;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The argument GAME, to be mixed into a command. */
public final class GameArgument {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Parameters(index = "0", paramLabel = "GAME", description = "the game; 'ludus games' lists them")
  private String name;

  /**
   * The game asked for, which one agent alone must be able to play.
   *
   * @throws ParameterException if there is none of this name
   * @throws UserException if it needs two players
   */
  GameProvider findForOnePlayer() {
    GameProvider provider = find();
    if (provider.info().players() != 1) {
      throw new UserException(
          "%s needs two players and an agent learns alone: choose %s or another of its variants"
              .formatted(name, provider.info().family()));
    }
    return provider;
  }

  /**
   * The game asked for.
   *
   * @throws ParameterException if there is none of this name
   */
  public GameProvider find() {
    return find(name, command);
  }

  /** The same for a game that is named elsewhere, where {@code others} may stand in its place. */
  static GameProvider find(String name, CommandSpec command, String... others) {
    GameCatalog catalog = GameCatalog.load();
    try {
      return catalog.find(name);
    } catch (IllegalArgumentException e) {
      List<String> known = new ArrayList<>(catalog.names());
      known.addAll(List.of(others));
      String question = Nearest.question(name, known);
      throw new ParameterException(
          command.commandLine(),
          "unknown game '"
              + name
              + "'"
              + (question.isEmpty() ? "; there is " + String.join(", ", known) : question));
    }
  }
}
