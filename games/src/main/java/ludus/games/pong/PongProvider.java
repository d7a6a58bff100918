package ludus.games.pong;

import java.util.LinkedHashMap;
import java.util.Map;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.games.pong.Opponent.Strength;

/** The entrance to {@link Pong} and its variants. */
public final class PongProvider implements GameProvider {
  private final GameInfo info;
  private final Strength strength; // null where player 1 is a player too

  /** The plain game: one player against the opponent of middle strength. */
  public PongProvider() {
    this("", "Pong", "Beat the built-in opponent to 11 points.", Strength.MIDDLE);
  }

  private PongProvider(String suffix, String title, String summary, Strength strength) {
    this.info = Pong.info(Pong.NAME + suffix, title, summary, strength == null ? 2 : 1);
    this.strength = strength;
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public Map<String, String> variants() {
    Map<String, String> variants = new LinkedHashMap<>(); // in this order
    variants.put("weak", "a slow opponent, to learn against");
    variants.put("strong", "an opponent that foresees where the ball will arrive");
    variants.put("duel", "two players");
    return variants;
  }

  @Override
  public GameProvider variant(String name) {
    return switch (name) {
      case "weak" ->
          new PongProvider("/weak", "Pong, weak", "Beat a slow opponent to 11.", Strength.WEAK);
      case "strong" ->
          new PongProvider(
              "/strong", "Pong, strong", "Beat a strong opponent to 11.", Strength.STRONG);
      case "duel" ->
          new PongProvider("/duel", "Pong, duel", "Two players, the first to 11 points.", null);
      default -> GameProvider.super.variant(name);
    };
  }

  @Override
  public Game create() {
    return new Pong(info, strength == null ? null : new Opponent(strength));
  }

  @Override
  public Expert expert(Game game, int player) {
    return new PongExpert((Pong) game, player);
  }
}
