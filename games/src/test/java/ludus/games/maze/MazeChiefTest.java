package ludus.games.maze;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;

/** The game of two players keeps to all that every game must keep to. */
class MazeChiefTest extends GameConformance {
  @Override
  protected GameProvider provider() {
    return new MazeProvider().variant("chief");
  }
}
