package ludus.games.tabular;

/** The entrance to {@link TeleportGrid} as a game. */
public final class GridworldProvider extends WorldProvider {
  public GridworldProvider() {
    super(
        TeleportGrid.mdp(),
        TeleportGrid.map(),
        TeleportGrid.GAMMA,
        100,
        "Gridworld",
        "Walk a 5 × 5 grid and use its two teleports as often as you can.");
  }
}
