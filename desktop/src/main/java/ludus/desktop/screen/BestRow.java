package ludus.desktop.screen;

import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.Line;
import ludus.desktop.user.Best;

/** One place of a best list, on one line. */
final class BestRow {
  /** From one line to the next. */
  static final float HEIGHT = 27;

  private BestRow() {}

  /** Draws it; {@code y} is the line that the words stand on. */
  static void draw(Brush brush, Line line, Best best, int place, float x, float y, float width) {
    brush.text(Face.BODY, line.clear().add(place).add("."), x + 16, y, Ink.MUTED, Align.RIGHT);
    float color = place == 1 ? Ink.PERSON : Ink.TEXT;
    brush.text(Face.STRONG, line.clear().addReturn(best.result()), x + 34, y, color);
    brush.text(Face.SMALL, line.clear().add("seed ").add(best.seed()), x + 150, y, Ink.MUTED);
    brush.text(Face.SMALL, best.dayText(), x + width, y, Ink.MUTED, Align.RIGHT);
  }
}
