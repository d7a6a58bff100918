package ludus.desktop.hud;

import java.util.List;
import ludus.desktop.hud.Brush.Align;

/** What came of an episode, over the board: a headline, a table of figures, what comes next. */
public final class ResultCard {
  private static final float LEAST = 340;
  private static final float ROW = 28;

  private ResultCard() {}

  /**
   * One line of the table.
   *
   * @param name what it is
   * @param value with its unit
   */
  public record Row(String name, String value) {}

  /** Draws the card round this middle, from this upper edge. */
  public static void draw(
      Brush brush,
      float middle,
      float top,
      CharSequence headline,
      CharSequence about,
      List<Row> rows,
      CharSequence next,
      float color) {
    float wide = Math.max(brush.width(Face.TITLE, headline), brush.width(Face.BODY, about));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      float both = brush.width(Face.BODY, row.name) + brush.width(Face.STRONG, row.value) + 40;
      wide = Math.max(wide, both);
    }
    float width = Math.max(LEAST, wide + 72);
    float table = rows.isEmpty() ? 0 : rows.size() * ROW + 22;
    float left = middle - width / 2;
    Card.floating(brush, left, top, width, 142 + table, color);
    brush.text(Face.TITLE, headline, middle, top + 52, Ink.TEXT, Align.CENTER);
    brush.text(Face.BODY, about, middle, top + 80, Ink.MUTED, Align.CENTER);
    float base = top + 120;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      brush.text(Face.BODY, row.name, left + 36, base, Ink.SOFT);
      brush.text(Face.STRONG, row.value, left + width - 36, base, Ink.TEXT, Align.RIGHT);
      base += ROW;
    }
    brush.text(Face.STRONG, next, middle, top + 116 + table, color, Align.CENTER);
  }
}
