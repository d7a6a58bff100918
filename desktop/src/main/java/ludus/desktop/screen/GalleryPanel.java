package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Button;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Chooser;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.GdxCanvas;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyCaps;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.MarkBars;
import ludus.desktop.hud.Paragraph;
import ludus.desktop.screen.GalleryScreen.Deed;
import ludus.desktop.screen.GalleryScreen.Zone;
import ludus.desktop.user.BestList;
import ludus.headless.play.Marks;

/** Draws a {@link GalleryScreen}, and knows what lies where. Changes nothing. */
final class GalleryPanel {
  /** The buttons of the header, by their places. */
  static final int SETTINGS = 0;

  static final int HEADERS = 2;

  private static final float LEFT = Board.MARGIN;
  private static final float TOP = 80;
  private static final float TILE = 184;
  private static final float TALL = 220;
  private static final float GAP = 14;
  private static final float INSET = 6;
  private static final int ROWS = 3;

  private static final float X = LEFT + GalleryScreen.COLUMNS * (TILE + GAP) + 12;
  private static final float WIDTH = Brush.WIDTH - Board.MARGIN - X;
  private static final float INNER = WIDTH - 2 * Card.PAD;
  private static final float VARIANT_Y = 206;
  private static final float VARIANT_HEIGHT = 46;
  private static final float DEEDS_Y = 266;
  private static final float MARKS_Y = 362;
  private static final float MARKS_HEIGHT = 172;
  private static final float BEST_Y = MARKS_Y + MARKS_HEIGHT + 12;
  private static final float BOTTOM = Brush.HEIGHT - Board.MARGIN;
  private static final int BEST_SHOWN = 4;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          new KeyHint(List.of("←", "→", "↑", "↓"), "choose"),
          KeyHint.of("open", "Enter"),
          KeyHint.of("variant", "Tab"),
          KeyHint.of("quit", "Esc"));

  /**
   * What lies at a place of the page.
   *
   * @param index which of its zone; of the variant, the step to turn by
   */
  record Spot(Zone zone, int index) {}

  private final Brush brush;
  private final GalleryScreen screen;
  private final GdxCanvas canvas;
  private final KeyCaps caps;
  private final MarkBars bars;
  private final List<Button> deeds = new ArrayList<>();
  private final List<Button> headers = new ArrayList<>();
  private final Line line = new Line();
  private Exhibit described;
  private Paragraph summary;

  GalleryPanel(Brush brush, GalleryScreen screen) {
    this.brush = brush;
    this.screen = screen;
    canvas = new GdxCanvas(brush);
    caps = new KeyCaps(brush);
    bars = new MarkBars(brush, X + Card.PAD, INNER);
    Deed[] all = Deed.values();
    float wide = (WIDTH - (all.length - 1) * 12) / all.length;
    for (Deed deed : all) {
      float x = X + deed.ordinal() * (wide + 12);
      deeds.add(new Button(deed.label, KeyHint.cap(deed.key), x, DEEDS_Y, wide, 82));
    }
    float right = Brush.WIDTH - Board.MARGIN;
    headers.add(new Button("Settings", "S", right - 242, 22, 130, 38));
    headers.add(new Button("Keys", "F1", right - 100, 22, 100, 38));
  }

  /** What lies at this place of the page, or null. */
  Spot spot(float x, float y) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.get(i).holds(x, y)) {
        return new Spot(Zone.HEADER, i);
      }
    }
    for (int i = 0; i < deeds.size(); i++) {
      if (deeds.get(i).holds(x, y)) {
        return new Spot(Zone.DEEDS, i);
      }
    }
    if (x >= X && x < X + WIDTH && y >= VARIANT_Y && y < VARIANT_Y + VARIANT_HEIGHT) {
      return new Spot(Zone.VARIANT, x < X + 120 ? -1 : 1);
    }
    for (int i = 0; i < screen.exhibits().size(); i++) {
      if (visible(i)
          && x >= tileX(i)
          && x < tileX(i) + TILE
          && y >= tileY(i)
          && y < tileY(i) + TALL) {
        return new Spot(Zone.GAMES, i);
      }
    }
    return null;
  }

  /** The first row shown: the chosen game's, or as far above it as there is room. */
  private int firstRow() {
    return Math.max(0, screen.game() / GalleryScreen.COLUMNS - ROWS + 1);
  }

  private boolean visible(int exhibit) {
    int row = exhibit / GalleryScreen.COLUMNS - firstRow();
    return row >= 0 && row < ROWS;
  }

  private static float tileX(int exhibit) {
    return LEFT + exhibit % GalleryScreen.COLUMNS * (TILE + GAP);
  }

  private float tileY(int exhibit) {
    return TOP + (exhibit / GalleryScreen.COLUMNS - firstRow()) * (TALL + GAP);
  }

  void draw() {
    brush.text(Face.TITLE, "Ludus", LEFT, 52, Ink.TEXT);
    brush.text(
        Face.BODY, "People and learning agents play the same games", LEFT + 108, 50, Ink.MUTED);
    for (int i = 0; i < headers.size(); i++) {
      boolean focused = screen.zone() == Zone.HEADER && screen.header() == i;
      headers.get(i).draw(brush, caps, focused, true, Ink.PERSON);
    }
    List<Exhibit> exhibits = screen.exhibits();
    for (int i = 0; i < exhibits.size(); i++) {
      if (visible(i)) {
        tile(exhibits.get(i), tileX(i), tileY(i), i == screen.game());
      }
    }
    int below = exhibits.size() - (firstRow() + ROWS) * GalleryScreen.COLUMNS;
    if (below > 0) {
      line.clear().add(below).add(" more below");
      brush.text(Face.SMALL, line, LEFT, BOTTOM + 10, Ink.MUTED);
    }
    describe(screen.chosen());
  }

  private void tile(Exhibit exhibit, float x, float y, boolean chosen) {
    float edge = !chosen ? Ink.LINE : screen.zone() == Zone.GAMES ? Ink.PERSON : Ink.SOFT;
    brush.framed(x, y, TILE, TALL, 12, chosen ? 2.5f : 1, Ink.CARD, edge);
    canvas.begin(x + INSET, y + INSET, TILE - 2 * INSET);
    exhibit.session().draw(canvas);
    canvas.end();
    float base = y + TALL - 14;
    brush.text(chosen ? Face.STRONG : Face.BODY, exhibit.info().title(), x + 10, base, Ink.TEXT);
    brush.text(Face.SMALL, exhibit.player(), x + TILE - 10, base, Ink.MUTED, Align.RIGHT);
  }

  private void describe(Exhibit exhibit) {
    if (described != exhibit) {
      described = exhibit;
      summary = new Paragraph(brush, Face.BODY, exhibit.info().summary(), WIDTH);
    }
    brush.text(Face.TITLE, exhibit.info().title(), X, TOP + 27, Ink.TEXT);
    line.clear()
        .add(
            !exhibit.ready()
                ? "Loading …"
                : exhibit.player().equals("expert")
                    ? "Played here by its scripted expert; no trained policy ships with it yet"
                    : "Played here by the trained policy that ships with it");
    brush.text(Face.BODY, line, X, TOP + 56, Ink.MUTED);
    summary.draw(brush, X, TOP + 86, Ink.SOFT, Align.LEFT);
    variant(exhibit);
    for (int i = 0; i < deeds.size(); i++) {
      boolean focused = screen.zone() == Zone.DEEDS && screen.deed() == i;
      deeds.get(i).draw(brush, caps, focused, true, Ink.PERSON);
    }
    marks(exhibit);
    best(exhibit);
    float pen = X;
    for (int i = 0; i < HINT_LINE.size(); i++) {
      pen = caps.hint(pen, BOTTOM - 6, HINT_LINE.get(i));
    }
  }

  private void variant(Exhibit exhibit) {
    if (exhibit.variants() < 2) {
      brush.text(Face.SMALL, "No variants", X, VARIANT_Y + 28, Ink.MUTED);
      return;
    }
    boolean focused = screen.zone() == Zone.VARIANT;
    float edge = focused ? Ink.PERSON : Ink.LINE;
    brush.framed(X, VARIANT_Y, WIDTH, VARIANT_HEIGHT, 12, focused ? 2 : 1, Ink.CARD, edge);
    float base = VARIANT_Y + 28;
    float pen = X + Card.PAD;
    pen = Chooser.draw(brush, pen, base, exhibit.variant(), true) + 18;
    brush.text(Face.BODY, exhibit.about(), pen, base, Ink.MUTED);
  }

  private void marks(Exhibit exhibit) {
    Card.empty(brush, X, MARKS_Y, WIDTH, MARKS_HEIGHT);
    Card.heading(brush, X, MARKS_Y, WIDTH, "Measured", "mean return of the plain game");
    Marks marks = exhibit.marks();
    if (marks == null) {
      return;
    }
    bars.draw(MARKS_Y + 52, marks);
  }

  private void best(Exhibit exhibit) {
    BestList list = screen.profile().best(exhibit.info());
    int shown = Math.min(BEST_SHOWN, list.places().size());
    float height = 56 + Math.max(1, shown) * BestRow.HEIGHT;
    Card.empty(brush, X, BEST_Y, WIDTH, height);
    Card.heading(brush, X, BEST_Y, WIDTH, "Your best", "");
    float y = BEST_Y + 60;
    if (list.places().isEmpty()) {
      brush.text(Face.BODY, "Not played yet: press P.", X + Card.PAD, y, Ink.MUTED);
    }
    for (int i = 0; i < shown; i++) {
      BestRow.draw(brush, line, list.places().get(i), i + 1, X + Card.PAD, y, INNER);
      y += BestRow.HEIGHT;
    }
  }
}
