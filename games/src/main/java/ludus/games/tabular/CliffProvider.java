package ludus.games.tabular;

/** The entrance to {@link Cliff} as a game. */
public final class CliffProvider extends WorldProvider {
  public CliffProvider() {
    super(
        Cliff.mdp(),
        Cliff.map(),
        1,
        200,
        "Cliff",
        "Walk along a cliff to the goal without falling.");
  }
}
