package ludus.core.game;

/**
 * A scripted player who reads the game's exact state: the mark of 100 on the normalised scale of
 * every evaluation. It is made for one game instance by {@link GameProvider#expert}.
 */
@FunctionalInterface
public interface Expert {
  /** The action to take now, an index into {@link GameInfo#actions()}. */
  int act();
}
