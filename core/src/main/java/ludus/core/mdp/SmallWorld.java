package ludus.core.mdp;

import ludus.core.game.Game;
import ludus.core.game.GameProvider;

/**
 * A game whose every rule is also written down as a table: whoever plans or learns with tables
 * takes {@link #mdp}, and plays the game itself by asking which state it is in. Action i of the
 * game is action i of the table, and the game's rewards are the table's.
 */
public interface SmallWorld extends GameProvider {
  /** The table. */
  FiniteMdp mdp();

  /** The table's state that {@code game}, which this provider has created, is in. */
  int state(Game game);

  /**
   * Begins an episode of {@code game}, which this provider has created, in a state of the table: so
   * one can ask a policy about every state, whether or not an episode ever comes there.
   */
  void place(Game game, int state);
}
