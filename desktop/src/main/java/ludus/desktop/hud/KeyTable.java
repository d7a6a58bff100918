package ludus.desktop.hud;

import java.util.List;

/** A game's keys and what they do, one column for each player at the keyboard. */
public final class KeyTable {
  private static final float ROW = 36;
  private static final float HEADING = 34;
  private static final float GAP = 14;
  private static final float BETWEEN = 56;

  /**
   * The keys of one player.
   *
   * @param heading whose they are, or "" where there is only one
   */
  public record Column(String heading, List<KeyHint> hints) {}

  private final Brush brush;
  private final KeyCaps caps;
  private final List<Column> columns;
  private final float[] capsWidth;
  private final float[] width;
  private float total;
  private float height;

  public KeyTable(Brush brush, List<Column> columns) {
    this.brush = brush;
    this.columns = columns;
    caps = new KeyCaps(brush);
    capsWidth = new float[columns.size()];
    width = new float[columns.size()];
    for (int c = 0; c < width.length; c++) {
      Column column = columns.get(c);
      for (KeyHint hint : column.hints) {
        capsWidth[c] = Math.max(capsWidth[c], caps.width(hint.caps()));
      }
      for (KeyHint hint : column.hints) {
        float wide = capsWidth[c] + GAP + brush.width(Face.BODY, hint.meaning());
        width[c] = Math.max(width[c], wide);
      }
      width[c] = Math.max(width[c], brush.width(Face.STRONG, column.heading));
      total += width[c] + (c == 0 ? 0 : BETWEEN);
      float tall = column.hints.size() * ROW + (column.heading.isEmpty() ? 0 : HEADING);
      height = Math.max(height, tall);
    }
  }

  /** How much room it takes from side to side. */
  public float width() {
    return total;
  }

  /** How much room it takes from top to bottom. */
  public float height() {
    return height;
  }

  /** Draws it with its upper left corner here. */
  public void draw(float x, float y, float color) {
    for (int c = 0; c < width.length; c++) {
      Column column = columns.get(c);
      float base = y + 22;
      if (!column.heading.isEmpty()) {
        brush.text(Face.STRONG, column.heading, x, base, color);
        base += HEADING;
      }
      for (int i = 0; i < column.hints.size(); i++) {
        KeyHint hint = column.hints.get(i);
        caps.caps(x, base, hint.caps());
        brush.text(Face.BODY, hint.meaning(), x + capsWidth[c] + GAP, base, Ink.TEXT);
        base += ROW;
      }
      x += width[c] + BETWEEN;
    }
  }
}
