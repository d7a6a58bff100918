package ludus.headless.play;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import ludus.agents.network.BackendException;
import ludus.agents.policy.Policy;
import ludus.agents.policy.PolicyCard;
import ludus.agents.policy.PolicyFile;
import ludus.agents.policy.PolicyFileException;
import ludus.core.game.GameInfo;

/** Opens policy files, and those that ship with the games. */
public final class Policies {
  private Policies() {}

  /** Whether a policy ships with this game. */
  public static boolean shipped(GameInfo game) {
    return Policies.class.getResource(resource(game)) != null;
  }

  /**
   * What is known of the policy that ships with this game, or null where none does.
   *
   * @throws IllegalArgumentException if it is unusable; the message is for people
   */
  public static PolicyCard card(GameInfo game) {
    try (InputStream in = Policies.class.getResourceAsStream(resource(game))) {
      return in == null ? null : PolicyFile.read(in, "the shipped policy").card();
    } catch (PolicyFileException | IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Opens a policy.
   *
   * @param path of its file; null for the one that ships with the game
   * @throws IllegalArgumentException if there is none or it is unusable; the message is for people
   */
  public static Policy open(String path, GameInfo game) {
    try {
      if (path != null) {
        return PolicyFile.read(Path.of(path)).open(game, path);
      }
      try (InputStream in = Policies.class.getResourceAsStream(resource(game))) {
        if (in == null) {
          throw new IllegalArgumentException(
              "no policy ships with %s yet: train one, or say --policy expert"
                  .formatted(game.name()));
        }
        return PolicyFile.read(in, "the shipped policy").open(game, "the shipped policy");
      }
    } catch (PolicyFileException | BackendException | IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String resource(GameInfo game) {
    return "/assets/policies/%s.ludus".formatted(game.family());
  }
}
