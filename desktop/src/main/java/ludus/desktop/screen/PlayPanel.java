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
import ludus.desktop.hud.KeyTable;
import ludus.desktop.hud.KeyTable.Column;
import ludus.desktop.hud.LeverBar;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.Paragraph;
import ludus.desktop.hud.ResultCard;
import ludus.desktop.hud.ResultCard.Row;
import ludus.desktop.hud.ReturnBars;
import ludus.headless.play.Session;

/** Draws a {@link PlayScreen}: the board, and beside it the score and the keys. Changes nothing. */
final class PlayPanel {
  private static final float X = Board.PANEL_X;
  private static final float CARD = 480;
  private static final float WIDTH = Board.PANEL_WIDTH;
  private static final float INNER = WIDTH - 2 * Card.PAD;
  private static final float GAP = 12;
  private static final float COLUMN = INNER / 4;
  private static final float BOTTOM = Brush.HEIGHT - Board.MARGIN;

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
  private final Controls controls;
  private KeyTable table;
  private Paragraph summary;
  private Paragraph rules;
  private final LeverBar leverBar;
  private final Line line = new Line();
  private final Line second = new Line();
  private Speed speedShown;
  private String speedText;
  private List<Row> rows = List.of();
  private int rowsOf;

  PlayPanel(Brush brush, PlayScreen screen) {
    this.brush = brush;
    this.screen = screen;
    session = screen.session();
    info = session.info();
    board = new Board(brush);
    caps = new KeyCaps(brush);
    controls = screen.controls();
    Lever lever = controls.seat(0).lever();
    leverBar = lever == null ? null : new LeverBar(info.range(), lever.rest());
  }

  /** Arranges what must be measured, for which there must be a page. */
  private void arrange() {
    table = new KeyTable(brush, columns(controls));
    summary = new Paragraph(brush, Face.BODY, screen.rules(), WIDTH);
    rules = new Paragraph(brush, Face.BODY, screen.rules(), CARD - 64);
  }

  /** The second player's keys lie on the left of the keyboard, and so they stand here. */
  private static List<Column> columns(Controls controls) {
    if (controls.persons() == 1) {
      return List.of(new Column("", controls.seat(0).hints()));
    }
    return List.of(
        new Column("Player 2", controls.seat(1).hints()),
        new Column("Player 1", controls.seat(0).hints()));
  }

  void draw() {
    if (table == null) {
      arrange();
    }
    board.draw(session, Ink.PERSON);
    overBoard();
    brush.text(Face.TITLE, info.title(), X, Board.MARGIN + 27, Ink.TEXT);
    summary.draw(brush, X, Board.MARGIN + 56, Ink.MUTED, Align.LEFT);
    float y = Board.MARGIN + 76 + summary.height();
    y = score(y) + GAP;
    y = figures(y) + GAP;
    y = keys(y) + GAP;
    if (leverBar != null) {
      y = lever(y) + GAP;
    }
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
    boolean pad = screen.pads() > 0;
    float width = Math.max(CARD, table.width() + 64);
    float height = 186 + rules.height() + table.height() + (pad ? 30 : 0);
    float x = Board.MARGIN + (Board.SIZE - width) / 2;
    float y = Board.MARGIN + (Board.SIZE - height) / 2;
    float middle = x + width / 2;
    Card.floating(brush, x, y, width, height, Ink.PERSON);
    brush.text(Face.TITLE, info.title(), middle, y + 54, Ink.TEXT, Align.CENTER);
    rules.draw(brush, middle, y + 86, Ink.SOFT, Align.CENTER);
    table.draw(middle - table.width() / 2, y + 112 + rules.height(), Ink.PERSON);
    if (pad) {
      brush.text(Face.SMALL, padLine(), middle, y + height - 68, Ink.MUTED, Align.CENTER);
    }
    String begin = pad ? "Press Enter, or A, to begin" : "Press Enter to begin";
    brush.text(Face.STRONG, begin, middle, y + height - 30, Ink.PERSON, Align.CENTER);
  }

  private Line padLine() {
    line.clear().add("Gamepad: stick or cross");
    List<KeyHint> buttons = controls.seat(0).keys().padHints();
    for (int i = 0; i < buttons.size(); i++) {
      line.add(" · ").add(buttons.get(i).caps().get(0)).add(" ").add(buttons.get(i).meaning());
    }
    return line.add(" · Start pauses · B quits");
  }

  private void result() {
    if (rowsOf != screen.sitting().episodes()) {
      rowsOf = screen.sitting().episodes();
      rows = Results.rows(session);
    }
    line.clear();
    Results.headline(line, session);
    second.clear();
    boolean record = screen.record() && rowsOf > 1 && info.players() == 1;
    second.add(record ? "best of this sitting · " : "");
    Results.length(second, session);
    board.dim(0.35f);
    ResultCard.draw(
        brush,
        Board.MARGIN + Board.SIZE / 2,
        Board.MARGIN + 150,
        line,
        second,
        rows,
        "Enter to play again",
        record ? Ink.GOOD : Ink.PERSON);
  }

  private float score(float y) {
    float height = 148;
    Card.empty(brush, X, y, WIDTH, height);
    boolean duel = info.players() == 2;
    brush.text(Face.SMALL, duel ? "Player 1" : "Return", X + Card.PAD, y + 31, Ink.MUTED);
    line.clear().addReturn(session.episodeReturn());
    brush.text(Face.SCORE, line, X + Card.PAD - 3, y + 108, Ink.TEXT);
    float right = X + WIDTH - Card.PAD;
    String other = duel ? "Player 2" : "Best of this sitting";
    brush.text(Face.SMALL, other, right, y + 31, Ink.MUTED, Align.RIGHT);
    line.clear().addReturn(duel ? session.episodeReturn(1) : screen.sitting().best());
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
    if (controls.waits()) {
      figure(x, row, "Moves", line.clear().add(session.ticks()));
    } else {
      figure(x, row, "Time", line.clear().add(seconds, 1).add(" s"));
    }
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
    float height = 84 + table.height();
    Card.empty(brush, X, y, WIDTH, height);
    Card.heading(brush, X, y, WIDTH, "Controls", "");
    table.draw(X + Card.PAD, y + 46, Ink.PERSON);
    String remark =
        controls.waits()
            ? "Time stands still until you press a key."
            : "Too fast? Press − for slow motion.";
    brush.text(Face.SMALL, remark, X + Card.PAD, y + height - 20, Ink.MUTED);
    return y + height;
  }

  /** Where the lever stands: beside the board, where the eyes are, and as a number. */
  private float lever(float y) {
    float value = controls.seat(0).lever().value();
    float gap = (X - Board.MARGIN - Board.SIZE - 10) / 2;
    leverBar.upright(brush, X - gap - 10, Board.MARGIN, Board.SIZE, value, Ink.PERSON);
    float height = 56 + leverBar.height();
    Card.empty(brush, X, y, WIDTH, height);
    Card.heading(brush, X, y, WIDTH, leverName(), line.clear().add(value, 2));
    leverBar.level(brush, X + Card.PAD, y + 52, INNER, value, Ink.PERSON);
    return y + height;
  }

  /** A variant that has a lever is mostly named after it. */
  private String leverName() {
    String name = info.name();
    int word = name.indexOf('/') + 1;
    return word == 0
        ? "Lever"
        : Character.toUpperCase(name.charAt(word)) + name.substring(word + 1);
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
