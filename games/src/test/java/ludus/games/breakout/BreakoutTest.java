package ludus.games.breakout;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class BreakoutTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new BreakoutProvider();
  }
}
