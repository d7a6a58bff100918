package ludus.games.pong;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class PongTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new PongProvider();
  }
}
