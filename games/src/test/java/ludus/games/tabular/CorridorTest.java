package ludus.games.tabular;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class CorridorTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new CorridorProvider();
  }
}
