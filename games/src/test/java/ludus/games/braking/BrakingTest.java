package ludus.games.braking;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class BrakingTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new BrakingProvider();
  }
}
