package ludus.desktop.screen;

import java.util.List;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyCaps;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.ReturnBars;
import ludus.headless.play.Session;

/** Draws a {@link PlayScreen}: the board, and beside it the score and the keys. Changes nothing. */
final class PlayPanel {
  private static final float X = Board.PANEL_X;
  private static final float WIDTH = Board.PANEL_WIDTH;
  private static final float INNER = WIDTH - 2 * Card.PAD;
  private static final float GAP = 12;
  private static final float COLUMN = INNER / 4;
  private static final float BOTTOM = Brush.HEIGHT - Board.MARGIN;
  private static final float KEY_ROW = 38;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "P"),
          KeyHint.of("again", "R"),
          KeyHint.of("next", "N"),
          KeyHint.of("all keys", "F1"));

  private final Brush brush;
  private final PlayScreen screen;
  private final Session session;
  private final GameInfo info;
  private final Board board;
  private final KeyCaps caps;
  private final List<KeyHint> controls;
  private final Line line = new Line();
  private final Line second = new Line();
  private Speed speedShown;
  private String speedText;

  PlayPanel(Brush brush, PlayScreen screen) {
    this.brush = brush;
    this.screen = screen;
    session = screen.session();
    info = session.info();
    board = new Board(brush);
    caps = new KeyCaps(brush);
    controls = screen.controls().seat(0).hints();
  }

  void draw() {
    board.draw(session, Ink.PERSON);
    overBoard();
    brush.text(Face.TITLE, info.title(), X, Board.MARGIN + 27, Ink.TEXT);
    brush.text(Face.BODY, info.summary(), X, Board.MARGIN + 56, Ink.MUTED);
    float y = Board.MARGIN + 76;
    y = score(y) + GAP;
    y = figures(y) + GAP;
    y = keys(y) + GAP;
    history(y, BOTTOM - 42 - GAP - y);
    float x = X;
    for (int i = 0; i < HINT_LINE.size(); i++) {
      x = caps.hint(x, BOTTOM - 6, HINT_LINE.get(i));
    }
  }

  private void overBoard() {
    switch (screen.phase()) {
      case CARD -> startCard();
      case COUNTDOWN -> {
        board.dim(0.5f);
        board.count(line.clear().add(screen.count()));
      }
      case PAUSED -> board.tag("Paused", Ink.TEXT);
      case RESULT -> result();
      default -> {}
    }
  }

  private void startCard() {
    board.dim(0.72f);
    float width = 460;
    float height = 172 + controls.size() * KEY_ROW;
    float x = Board.MARGIN + (Board.SIZE - width) / 2;
    float y = Board.MARGIN + (Board.SIZE - height) / 2;
    Card.floating(brush, x, y, width, height, Ink.PERSON);
    brush.text(Face.TITLE, info.title(), x + width / 2, y + 54, Ink.TEXT, Align.CENTER);
    brush.text(Face.BODY, info.summary(), x + width / 2, y + 84, Ink.SOFT, Align.CENTER);
    float base = y + 130;
    for (int i = 0; i < controls.size(); i++) {
      KeyHint hint = controls.get(i);
      caps.caps(x + width / 2 - 12 - caps.width(hint.caps()), base, hint.caps());
      brush.text(Face.BODY, hint.meaning(), x + width / 2 + 4, base, Ink.TEXT);
      base += KEY_ROW;
    }
    brush.text(
        Face.STRONG,
        "Press Enter to begin",
        x + width / 2,
        y + height - 28,
        Ink.PERSON,
        Align.CENTER);
  }

  private void result() {
    line.clear().add(Results.lasted(session) ? "You lasted " : "");
    Results.describe(line, session);
    second.clear().add(screen.record() ? "best of this sitting · " : "").add("Enter to play again");
    board.banner(line, second, screen.record() ? Ink.GOOD : Ink.PERSON);
  }

  private float score(float y) {
    float height = 148;
    Card.empty(brush, X, y, WIDTH, height);
    brush.text(Face.SMALL, "Return", X + Card.PAD, y + 31, Ink.MUTED);
    line.clear().addReturn(session.episodeReturn());
    brush.text(Face.SCORE, line, X + Card.PAD - 3, y + 108, Ink.TEXT);
    float right = X + WIDTH - Card.PAD;
    brush.text(Face.SMALL, "Best of this sitting", right, y + 31, Ink.MUTED, Align.RIGHT);
    line.clear().addReturn(screen.sitting().best());
    brush.text(Face.TITLE, line, right, y + 108, Ink.SOFT, Align.RIGHT);
    float x = X + Card.PAD;
    float share = Math.min(1, (float) session.ticks() / info.tickLimit());
    brush.rounded(x, y + height - 18, INNER, 4, 2, Ink.TRACK);
    brush.rounded(x, y + height - 18, INNER * share, 4, 2, Ink.PERSON);
    return y + height;
  }

  private float figures(float y) {
    float height = 82;
    Card.empty(brush, X, y, WIDTH, height);
    float x = X + Card.PAD;
    float row = y + 16;
    double seconds = (double) session.ticks() / info.ticksPerSecond();
    figure(x, row, "Time", line.clear().add(seconds, 1).add(" s"));
    figure(x + COLUMN, row, "Games", line.clear().add(screen.sitting().episodes()));
    figure(x + 2 * COLUMN, row, "Seed", line.clear().add(session.seed()));
    figure(x + 3 * COLUMN, row, "Speed", line.clear().add(speed()));
    return y + height;
  }

  private void figure(float x, float y, String name, Line value) {
    Card.figure(brush, x, y, COLUMN - 8, name, value);
  }

  private String speed() {
    if (screen.speed() != speedShown) {
      speedShown = screen.speed();
      speedText = speedShown.toString();
    }
    return speedText;
  }

  private float keys(float y) {
    float height = 66 + controls.size() * KEY_ROW + 34;
    Card.empty(brush, X, y, WIDTH, height);
    Card.heading(brush, X, y, WIDTH, "Controls", "");
    float base = y + 72;
    for (int i = 0; i < controls.size(); i++) {
      KeyHint hint = controls.get(i);
      caps.caps(X + Card.PAD, base, hint.caps());
      brush.text(Face.BODY, hint.meaning(), X + Card.PAD + 150, base, Ink.SOFT);
      base += KEY_ROW;
    }
    brush.text(Face.SMALL, "Too fast? Press − for slow motion.", X + Card.PAD, base + 2, Ink.MUTED);
    return y + height;
  }

  /** The games of this sitting, where there is room. */
  private void history(float y, float height) {
    if (height < 90) {
      return;
    }
    Sitting sitting = screen.sitting();
    Card.empty(brush, X, y, WIDTH, height);
    line.clear();
    if (sitting.episodes() > 0) {
      line.add("mean ").addReturn(Math.rint(sitting.mean() * 10) / 10);
    }
    Card.heading(brush, X, y, WIDTH, "This sitting", line);
    ReturnBars.draw(
        brush,
        X + Card.PAD,
        y + 50,
        INNER,
        height - 70,
        sitting.last(),
        sitting.kept(),
        Ink.PERSON);
  }
}
