package ludus.desktop.screen;

import ludus.agents.saliency.Saliency.Method;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.core.env.Observations;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.FeatureBars;
import ludus.desktop.hud.FrameTiles;
import ludus.desktop.hud.SaliencyLayer;
import ludus.headless.play.Session;

/** The card of what the pilot sees: the very frames, or features, that it was given. */
final class SeesCard implements AutoCloseable {
  private static final float HEAD = 44;
  private static final float FOOT = 8;

  private final Brush brush;
  private final Session session;
  private final FeatureBars features;
  private FrameTiles tiles;
  private SaliencyLayer light;
  private String seen = "";

  SeesCard(Brush brush, Session session) {
    this.brush = brush;
    this.session = session;
    features = new FeatureBars(session.info().features());
  }

  /** Another pilot sees. */
  void piloted() {
    close();
    GameInfo info = session.info();
    if (session.pilot().options().spec(info) instanceof Pixels pixels) {
      tiles = new FrameTiles(pixels, session.frameSkip());
      light = new SaliencyLayer(pixels);
      seen = "%d frames of %d × %d".formatted(pixels.frames(), Pixels.SIDE, Pixels.SIDE);
    } else {
      seen = info.features().size() + " features";
    }
  }

  /** The frames, or null where it sees features. */
  FrameTiles tiles() {
    return tiles;
  }

  FeatureBars features() {
    return features;
  }

  /** The light over frames and game, or null where it sees features. */
  SaliencyLayer light() {
    return light;
  }

  /**
   * Draws it.
   *
   * @param free how high it may be
   * @param method what the light on frames or features shows, or null for none
   * @param map the newest map of it, one number a pixel or a feature, or null
   * @return its lower edge
   */
  float draw(float y, float free, Method method, float[] map) {
    Observations observation = session.observation();
    float room = free - HEAD - FOOT;
    float inner = SidePanel.INNER;
    float inside = tiles != null ? tiles.height(inner) : features.height(inner, room);
    float height = inside + HEAD + FOOT;
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, height);
    CharSequence remark = map == null ? seen : word(method);
    String heading = session.pilot().network() == null ? "The game in numbers" : "What it sees";
    Card.heading(brush, SidePanel.X, y, SidePanel.WIDTH, heading, remark);
    if (tiles != null) {
      tiles.show(observation.bytes());
      tiles.draw(brush, SidePanel.INSIDE, y + HEAD + 2, inner);
      if (map != null) {
        light.show(map);
        light.overFrames(brush, tiles);
      }
    } else {
      features.draw(brush, SidePanel.INSIDE, y + HEAD, inner, room, observation.floats(), map);
    }
    return y + height;
  }

  private static String word(Method method) {
    return method == Method.GRADIENT
        ? "lit: gradient of its decision"
        : "lit: what it would miss if hidden";
  }

  @Override
  public void close() {
    if (tiles != null) {
      tiles.close();
      light.close();
      tiles = null;
      light = null;
    }
  }
}
