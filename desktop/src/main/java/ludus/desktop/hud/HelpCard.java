package ludus.desktop.hud;

import java.util.List;

/** Every key and what it does, over all else. */
public final class HelpCard {
  private static final float WIDTH = 560;
  private static final float ROW = 36;
  private static final float KEYS = 190;

  private final KeyCaps caps;

  public HelpCard(Brush brush) {
    this.caps = new KeyCaps(brush);
  }

  /** Draws the card in the middle of the page. */
  public void draw(Brush brush, List<KeyHint> hints) {
    brush.flood(Ink.withAlpha(Ink.GROUND, 0.8f));
    float height = hints.size() * ROW + 98;
    float x = (Brush.WIDTH - WIDTH) / 2;
    float y = (Brush.HEIGHT - height) / 2;
    Card.floating(brush, x, y, WIDTH, height, Ink.LINE);
    brush.text(Face.FIGURE, "Keys", x + 32, y + 50, Ink.TEXT);
    for (int i = 0; i < hints.size(); i++) {
      KeyHint hint = hints.get(i);
      float base = y + 98 + i * ROW;
      caps.caps(x + 32, base, hint.caps());
      brush.text(Face.BODY, hint.meaning(), x + 32 + KEYS, base, Ink.SOFT);
    }
  }
}
