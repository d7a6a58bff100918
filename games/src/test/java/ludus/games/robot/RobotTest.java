package ludus.games.robot;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class RobotTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new RobotProvider();
  }
}
