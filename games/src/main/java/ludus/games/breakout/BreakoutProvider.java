package ludus.games.breakout;

import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;

/** The entrance to {@link Breakout}. */
public final class BreakoutProvider implements GameProvider {
  @Override
  public GameInfo info() {
    return Breakout.INFO;
  }

  @Override
  public Game create() {
    return new Breakout();
  }

  @Override
  public Expert expert(Game game, int player) {
    return new BreakoutExpert((Breakout) game);
  }
}
