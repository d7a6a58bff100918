package ludus.desktop.hud;

import java.util.List;

/** Every key and what it does, over all else; many stand in two columns. */
public final class HelpCard {
  private static final float COLUMN = 524;
  private static final float PAD = 32;
  private static final float ROW = 36;
  private static final float KEYS = 190;
  private static final int MOST_ROWS = 12;

  private final KeyCaps caps;

  public HelpCard(Brush brush) {
    this.caps = new KeyCaps(brush);
  }

  /** Draws the card in the middle of the page. */
  public void draw(Brush brush, List<KeyHint> hints) {
    brush.flood(Ink.withAlpha(Ink.GROUND, 0.8f));
    int columns = hints.size() > MOST_ROWS ? 2 : 1;
    int rows = (hints.size() + columns - 1) / columns;
    float width = columns * COLUMN + PAD;
    float height = rows * ROW + 98;
    float x = (Brush.WIDTH - width) / 2;
    float y = (Brush.HEIGHT - height) / 2;
    Card.floating(brush, x, y, width, height, Ink.LINE);
    brush.text(Face.FIGURE, "Keys", x + PAD, y + 50, Ink.TEXT);
    for (int i = 0; i < hints.size(); i++) {
      KeyHint hint = hints.get(i);
      float left = x + PAD + i / rows * COLUMN;
      float base = y + 98 + i % rows * ROW;
      caps.caps(left, base, hint.caps());
      brush.text(Face.BODY, hint.meaning(), left + KEYS, base, Ink.SOFT);
    }
  }
}
