package ludus.games.braking;

import java.util.LinkedHashMap;
import java.util.Map;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;

/** The entrance to {@link Braking} and its variants. */
public final class BrakingProvider implements GameProvider {
  private final Variant variant;

  /** The plain game. */
  public BrakingProvider() {
    this(Variant.PLAIN);
  }

  BrakingProvider(Variant variant) {
    this.variant = variant;
  }

  @Override
  public GameInfo info() {
    return variant.info();
  }

  @Override
  public Map<String, String> variants() {
    Map<String, String> about = new LinkedHashMap<>();
    if (variant == Variant.PLAIN) {
      Variant.others().forEach((word, other) -> about.put(word, other.about()));
    }
    return about;
  }

  @Override
  public GameProvider variant(String name) {
    if (!variants().containsKey(name)) {
      return GameProvider.super.variant(name);
    }
    return new BrakingProvider(Variant.others().get(name));
  }

  @Override
  public Game create() {
    return new Braking(variant);
  }

  @Override
  public Expert expert(Game game, int player) {
    Braking braking = (Braking) game;
    return new BrakingExpert(braking.drive(), variant.pedal(), variant.ticksPerSecond());
  }
}
