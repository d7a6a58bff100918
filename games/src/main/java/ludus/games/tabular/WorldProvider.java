package ludus.games.tabular;

import java.util.List;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;

/** A small world that is played on its map. */
abstract sealed class WorldProvider implements SmallWorld
    permits GridworldProvider, CorridorProvider, CliffProvider {
  private static final int TICKS_PER_SECOND = 6;

  private static final GameInfo.Figure SUCCESS =
      new GameInfo.Figure("success", GameInfo.Figure.WHETHER);

  private final FiniteMdp mdp;
  private final WorldMap map;
  private final double gamma;
  private final GameInfo info;

  /**
   * @param gamma the discount that the expert plans with
   * @param tickLimit when an env truncates
   */
  WorldProvider(
      FiniteMdp mdp, WorldMap map, double gamma, int tickLimit, String title, String summary) {
    this.mdp = mdp;
    this.map = map;
    this.gamma = gamma;
    info =
        GameInfo.of(mdp.name())
            .title(title)
            .summary(summary)
            .actions(mdp.actionNames())
            .features(MdpGame.features(mdp))
            .figures(mdp.episodic() ? List.of(SUCCESS) : List.of())
            .ticksPerSecond(TICKS_PER_SECOND)
            .tickLimit(tickLimit)
            .build();
  }

  @Override
  public FiniteMdp mdp() {
    return mdp;
  }

  @Override
  public int state(Game game) {
    return ((MdpGame) game).state();
  }

  @Override
  public void place(Game game, int state) {
    ((MdpGame) game).place(state);
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public Game create() {
    return new MdpGame(info, mdp, map);
  }

  @Override
  public Expert expert(Game game, int player) {
    int[] best = OptimalPolicy.of(mdp, gamma);
    return () -> best[state(game)];
  }
}
