package ludus.games.maze;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

class MazeTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new MazeProvider();
  }
}
