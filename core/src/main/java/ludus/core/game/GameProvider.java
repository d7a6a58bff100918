package ludus.core.game;

/**
 * The one entrance to a game. A provider is a public class with a public no-argument constructor,
 * named in {@code META-INF/services/ludus.core.game.GameProvider}; making one loads no native code.
 */
public interface GameProvider {
  GameInfo info();

  /** A new instance, which the caller closes. */
  Game create();

  /**
   * The scripted expert that plays {@code player} in {@code game}, which this provider has created.
   */
  Expert expert(Game game, int player);
}
