package ludus.desktop.hud;

import ludus.desktop.hud.Brush.Align;
import ludus.headless.play.Session;

/** The game itself, large, on the left of the page, and what is laid over it. */
public final class Board {
  /** Space about the board and between it and the panel. */
  public static final float MARGIN = 24;

  /** The side of the board. */
  public static final float SIZE = Brush.HEIGHT - 2 * MARGIN;

  /** The left edge of the panel beside the board. */
  public static final float PANEL_X = SIZE + 2 * MARGIN;

  /** The width of the panel. */
  public static final float PANEL_WIDTH = Brush.WIDTH - PANEL_X - MARGIN;

  private static final float EDGE = 3;
  private static final float MIDDLE = MARGIN + SIZE / 2;

  private final Brush brush;
  private final GdxCanvas canvas;

  public Board(Brush brush) {
    this.brush = brush;
    this.canvas = new GdxCanvas(brush);
  }

  /** Draws the game, in a frame of this colour. */
  public void draw(Session session, float edge) {
    float outer = SIZE + 2 * EDGE;
    brush.rectangle(MARGIN - EDGE, MARGIN - EDGE, outer, EDGE, edge);
    brush.rectangle(MARGIN - EDGE, MARGIN + SIZE, outer, EDGE, edge);
    brush.rectangle(MARGIN - EDGE, MARGIN, EDGE, SIZE, edge);
    brush.rectangle(MARGIN + SIZE, MARGIN, EDGE, SIZE, edge);
    canvas.begin(MARGIN, MARGIN, SIZE);
    session.draw(canvas);
    canvas.end();
  }

  /** Darkens the game, so that what lies over it can be read. */
  public void dim(float share) {
    brush.rectangle(MARGIN, MARGIN, SIZE, SIZE, Ink.withAlpha(Ink.GROUND, share));
  }

  /** A word at the upper edge. */
  public void tag(CharSequence word, float color) {
    float width = brush.width(Face.STRONG, word) + 36;
    brush.framed(MIDDLE - width / 2, MARGIN + 20, width, 34, 17, 1.5f, Ink.CARD, color);
    brush.text(Face.STRONG, word, MIDDLE, MARGIN + 42.5f, color, Align.CENTER);
  }

  /** What came of an episode, and what comes next. */
  public void banner(CharSequence result, CharSequence next, float color) {
    float width = Math.max(brush.width(Face.FIGURE, result), brush.width(Face.BODY, next)) + 72;
    float top = MARGIN + 84;
    Card.floating(brush, MIDDLE - width / 2, top, width, 92, color);
    brush.text(Face.FIGURE, result, MIDDLE, top + 42, Ink.TEXT, Align.CENTER);
    brush.text(Face.BODY, next, MIDDLE, top + 70, Ink.MUTED, Align.CENTER);
  }

  /** A number that fills the board's middle. */
  public void count(CharSequence number) {
    brush.text(Face.COUNT, number, MIDDLE, MARGIN + SIZE / 2 + 72, Ink.TEXT, Align.CENTER);
  }
}
