package ludus.games.robot;

import java.util.LinkedHashMap;
import java.util.Map;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;

/** The entrance to {@link Robot} and its variants. */
public final class RobotProvider implements GameProvider {
  private final RobotVariant variant;
  private final GameInfo info;

  /** The plain game. */
  public RobotProvider() {
    this(RobotVariant.PLAIN);
  }

  RobotProvider(RobotVariant variant) {
    this.variant = variant;
    info = variant.info();
  }

  @Override
  public GameInfo info() {
    return info;
  }

  @Override
  public Map<String, String> variants() {
    Map<String, String> abouts = new LinkedHashMap<>();
    if (variant == RobotVariant.PLAIN) {
      RobotVariant.OTHERS.forEach((word, other) -> abouts.put(word, other.about()));
    }
    return abouts;
  }

  @Override
  public GameProvider variant(String name) {
    RobotVariant other = variant == RobotVariant.PLAIN ? RobotVariant.OTHERS.get(name) : null;
    if (other == null) {
      return GameProvider.super.variant(name);
    }
    RobotProvider provider = new RobotProvider(other);
    return other == RobotVariant.CLASSIC ? new ClassicRobot(provider) : provider;
  }

  @Override
  public Game create() {
    return new Robot(variant, info);
  }

  @Override
  public Expert expert(Game game, int player) {
    return new RobotExpert((Robot) game);
  }
}
