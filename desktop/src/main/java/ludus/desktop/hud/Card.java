package ludus.desktop.hud;

import ludus.desktop.hud.Brush.Align;

/** The pieces that panels are put together from, on one grid. */
public final class Card {
  /** Space between a card's edge and what is on it. */
  public static final float PAD = 20;

  private static final float RADIUS = 12;

  private Card() {}

  /** An empty card. */
  public static void empty(Brush brush, float x, float y, float width, float height) {
    brush.rounded(x, y, width, height, RADIUS, Ink.CARD);
  }

  /** A card that lies over other things. */
  public static void floating(
      Brush brush, float x, float y, float width, float height, float edge) {
    brush.framed(x, y, width, height, RADIUS, 1.5f, Ink.CARD, edge);
  }

  /** A card's heading, and a remark at its right end. */
  public static void heading(
      Brush brush, float x, float y, float width, CharSequence heading, CharSequence remark) {
    brush.text(Face.STRONG, heading, x + PAD, y + 31, Ink.TEXT);
    brush.text(Face.SMALL, remark, x + width - PAD, y + 31, Ink.MUTED, Align.RIGHT);
  }

  /** A number under its name; a long one is written smaller. */
  public static void figure(
      Brush brush, float x, float y, float width, CharSequence name, CharSequence value) {
    brush.text(Face.SMALL, name, x, y + 13, Ink.MUTED);
    Face face = brush.width(Face.FIGURE, value) <= width ? Face.FIGURE : Face.SMALL;
    brush.text(face, value, x, y + 40, Ink.TEXT);
  }

  /** A short word in a rounded frame that ends at {@code right}; returns where it begins. */
  public static float pill(Brush brush, float right, float y, CharSequence word, float color) {
    float width = brush.width(Face.STRONG, word) + 28;
    float x = right - width;
    brush.framed(x, y, width, 30, 15, 1.5f, Ink.CARD, color);
    brush.text(Face.STRONG, word, x + width / 2, y + 20.5f, color, Align.CENTER);
    return x;
  }
}
