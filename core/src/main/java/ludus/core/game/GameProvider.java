package ludus.core.game;

import java.util.Map;

/**
 * The one entrance to a game. A provider is a public class with a public no-argument constructor,
 * named in {@code META-INF/services/ludus.core.game.GameProvider}; making one loads no native code.
 */
public interface GameProvider {
  GameInfo info();

  /**
   * The game's other variants (a stronger opponent, larger levels), by the word that follows the
   * slash in their names, with a few words about each. This provider is the plain game.
   */
  default Map<String, String> variants() {
    return Map.of();
  }

  /**
   * The provider of a variant, whose info is named {@code game/variant}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  default GameProvider variant(String name) {
    throw new IllegalArgumentException("%s has no variant '%s'".formatted(info().name(), name));
  }

  /** A new instance, which the caller closes. */
  Game create();

  /**
   * The scripted expert that plays {@code player} in {@code game}, which this provider has created.
   */
  Expert expert(Game game, int player);
}
