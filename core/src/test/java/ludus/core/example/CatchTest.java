package ludus.core.example;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class CatchTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new Catch.Provider();
  }
}
