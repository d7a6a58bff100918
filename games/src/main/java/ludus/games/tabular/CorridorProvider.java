package ludus.games.tabular;

/** The entrance to {@link Corridor} as a game. */
public final class CorridorProvider extends WorldProvider {
  public CorridorProvider() {
    super(
        Corridor.mdp(),
        Corridor.map(),
        1,
        20,
        "Corridor",
        "Step or jump along a corridor of ten cells past its pits.");
  }
}
