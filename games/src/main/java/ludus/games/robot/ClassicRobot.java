package ludus.games.robot;

import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;
import ludus.games.tabular.RobotWorld;

/** {@code robot/3x3}, whose poses are the states of {@link RobotWorld}. */
final class ClassicRobot implements SmallWorld {
  private final RobotProvider provider;
  private final FiniteMdp mdp = RobotWorld.mdp();

  ClassicRobot(RobotProvider provider) {
    this.provider = provider;
  }

  @Override
  public FiniteMdp mdp() {
    return mdp;
  }

  @Override
  public int state(Game game) {
    return ((Robot) game).pose();
  }

  @Override
  public void place(Game game, int state) {
    ((Robot) game).place(state);
  }

  @Override
  public GameInfo info() {
    return provider.info();
  }

  @Override
  public Game create() {
    return provider.create();
  }

  @Override
  public Expert expert(Game game, int player) {
    return provider.expert(game, player);
  }
}
