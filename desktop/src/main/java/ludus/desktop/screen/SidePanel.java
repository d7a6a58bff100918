package ludus.desktop.screen;

import java.util.List;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyCaps;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.ReturnBars;

/** The panel beside the board: its measures, and the pieces that every screen's panel has. */
final class SidePanel {
  static final float X = Board.PANEL_X;
  static final float TOP = Board.MARGIN;
  static final float WIDTH = Board.PANEL_WIDTH;

  /** Left edge and width of what is on a card. */
  static final float INSIDE = X + Card.PAD;

  static final float INNER = WIDTH - 2 * Card.PAD;

  /** Between two cards. */
  static final float GAP = 12;

  /** The lower edge of the last card; the keys stand below it. */
  static final float FLOOR = Brush.HEIGHT - Board.MARGIN - 42;

  private static final float COLUMN = INNER / 4;

  private final Brush brush;
  private final KeyCaps caps;

  SidePanel(Brush brush) {
    this.brush = brush;
    caps = new KeyCaps(brush);
  }

  KeyCaps caps() {
    return caps;
  }

  /** The game's name at the top. */
  void title(CharSequence title) {
    brush.text(Face.TITLE, title, X, TOP + 27, Ink.TEXT);
  }

  /** A number under its name, in one of four columns. */
  void figure(int column, float y, CharSequence name, CharSequence value) {
    Card.figure(brush, INSIDE + column * COLUMN, y, COLUMN - 8, name, value);
  }

  /** The returns of the last episodes. */
  void returns(float x, float y, float height, Sitting sitting, float color) {
    float width = INSIDE + INNER - x;
    ReturnBars.draw(brush, x, y, width, height, sitting.last(), sitting.kept(), color);
  }

  /** The most wanted keys, in the last line. */
  void hints(List<KeyHint> hints) {
    hints(Brush.HEIGHT - Board.MARGIN - 6, hints);
  }

  /** Keys in the line that their names stand on. */
  void hints(float y, List<KeyHint> hints) {
    hints(X, y, hints);
  }

  /** The same from this place on. */
  void hints(float x, float y, List<KeyHint> hints) {
    for (int i = 0; i < hints.size(); i++) {
      x = caps.hint(x, y, hints.get(i));
    }
  }

  /** A mean as it is shown: with one digit. */
  static Line mean(Line line, double value) {
    return line.addReturn(Math.rint(value * 10) / 10);
  }
}
