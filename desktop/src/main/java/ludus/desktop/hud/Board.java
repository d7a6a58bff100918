package ludus.desktop.hud;

import ludus.desktop.hud.Brush.Align;
import ludus.headless.play.Session;

/** The game itself in a square of the page, by default large on its left, and what lies over it. */
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

  private final Brush brush;
  private final GdxCanvas canvas;
  private final float x;
  private final float y;
  private final float size;
  private final float middle;

  /** The board of a page with one game. */
  public Board(Brush brush) {
    this(brush, MARGIN, MARGIN, SIZE);
  }

  /** A board with its upper left corner here. */
  public Board(Brush brush, float x, float y, float size) {
    this.brush = brush;
    this.canvas = new GdxCanvas(brush);
    this.x = x;
    this.y = y;
    this.size = size;
    middle = x + size / 2;
  }

  /** Draws the game, in a frame of this colour. */
  public void draw(Session session, float edge) {
    float outer = size + 2 * EDGE;
    brush.rectangle(x - EDGE, y - EDGE, outer, EDGE, edge);
    brush.rectangle(x - EDGE, y + size, outer, EDGE, edge);
    brush.rectangle(x - EDGE, y, EDGE, size, edge);
    brush.rectangle(x + size, y, EDGE, size, edge);
    canvas.begin(x, y, size);
    session.draw(canvas);
    canvas.end();
  }

  /** Lights up what in the game moves a decision. */
  public void light(SaliencyLayer light) {
    light.overBoard(brush, x, y, size);
  }

  /** Darkens the game, so that what lies over it can be read. */
  public void dim(float share) {
    brush.rectangle(x, y, size, size, Ink.withAlpha(Ink.GROUND, share));
  }

  /** A word at the upper edge. */
  public void tag(CharSequence word, float color) {
    float width = brush.width(Face.STRONG, word) + 36;
    brush.framed(middle - width / 2, y + 20, width, 34, 17, 1.5f, Ink.CARD, color);
    brush.text(Face.STRONG, word, middle, y + 42.5f, color, Align.CENTER);
  }

  /** What came of an episode, and what comes next. */
  public void banner(CharSequence result, CharSequence next, float color) {
    float width = Math.max(brush.width(Face.FIGURE, result), brush.width(Face.BODY, next)) + 72;
    float top = y + 84;
    Card.floating(brush, middle - width / 2, top, width, 92, color);
    brush.text(Face.FIGURE, result, middle, top + 42, Ink.TEXT, Align.CENTER);
    brush.text(Face.BODY, next, middle, top + 70, Ink.MUTED, Align.CENTER);
  }

  /** A number that fills the board's middle. */
  public void count(CharSequence number) {
    brush.text(Face.COUNT, number, middle, y + size / 2 + 72, Ink.TEXT, Align.CENTER);
  }
}
