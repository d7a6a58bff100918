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
  private static final String SHIPPED = "shipped policy";

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
    return ready(read(path, game), name(path), game);
  }

  /**
   * Opens a policy to play, with what is known of it.
   *
   * @param path of its file; null for the one that ships with the game
   * @throws IllegalArgumentException if there is none or it is unusable; the message is for people
   */
  static Pilot pilot(String path, GameInfo game) {
    PolicyFile file = read(path, game);
    return Pilot.of(ready(file, name(path), game), file.card(), path == null ? SHIPPED : path);
  }

  private static PolicyFile read(String path, GameInfo game) {
    try {
      if (path != null) {
        return PolicyFile.read(Path.of(path));
      }
      try (InputStream in = Policies.class.getResourceAsStream(resource(game))) {
        if (in == null) {
          throw new IllegalArgumentException(
              "no policy ships with %s yet: train one, or say --policy expert"
                  .formatted(game.name()));
        }
        return PolicyFile.read(in, name(null));
      }
    } catch (PolicyFileException | IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Policy ready(PolicyFile file, String name, GameInfo game) {
    try {
      return file.open(game, name);
    } catch (PolicyFileException | BackendException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What to call a policy in messages. */
  private static String name(String path) {
    return path == null ? "the " + SHIPPED : path;
  }

  private static String resource(GameInfo game) {
    return "/assets/policies/%s.ludus".formatted(game.picture());
  }
}
