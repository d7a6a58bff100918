package ludus.games.tabular;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class GridworldTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new GridworldProvider();
  }
}
