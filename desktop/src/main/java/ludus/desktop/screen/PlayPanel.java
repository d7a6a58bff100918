package ludus.desktop.screen;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.KeyTable;
import ludus.desktop.hud.KeyTable.Column;
import ludus.desktop.hud.LeverBar;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.MarkBars;
import ludus.desktop.hud.Paragraph;
import ludus.desktop.hud.ResultCard;
import ludus.desktop.hud.ResultCard.Row;
import ludus.desktop.user.BestList;
import ludus.headless.play.Marks;
import ludus.headless.play.Session;

/** Draws a {@link PlayScreen}: the board, and beside it the score and the keys. Changes nothing. */
final class PlayPanel {
  private static final float X = SidePanel.X;
  private static final float WIDTH = SidePanel.WIDTH;
  private static final float INNER = SidePanel.INNER;
  private static final float GAP = SidePanel.GAP;

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
  private final SidePanel panel;
  private final Controls controls;
  private KeyTable table;
  private Paragraph summary;
  private StartCard startCard;
  private final LeverBar leverBar;
  private final Line line = new Line();
  private final Line second = new Line();
  private final MarkBars bars;
  private final CompletableFuture<Marks> marks;
  private List<Row> rows = List.of();
  private int rowsOf;

  PlayPanel(Brush brush, PlayScreen screen) {
    this.brush = brush;
    this.screen = screen;
    session = screen.session();
    info = session.info();
    board = new Board(brush);
    panel = new SidePanel(brush);
    controls = screen.controls();
    Lever lever = controls.seat(0).lever();
    leverBar = lever == null ? null : new LeverBar(info.range(), lever.rest());
    bars = new MarkBars(brush, SidePanel.INSIDE, INNER);
    marks = CompletableFuture.supplyAsync(() -> Marks.of(info));
  }

  /** Arranges what must be measured, for which there must be a page. */
  private void arrange() {
    table = new KeyTable(brush, columns(controls));
    summary = new Paragraph(brush, Face.BODY, screen.rules(), WIDTH);
    startCard = new StartCard(brush, screen.rules(), table, controls.seat(0).keys().padHints());
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
    panel.title(info.title());
    summary.draw(brush, X, Board.MARGIN + 56, Ink.MUTED, Align.LEFT);
    float y = Board.MARGIN + 76 + summary.height();
    y = score(y) + GAP;
    y = figures(y) + GAP;
    y = keys(y) + GAP;
    if (leverBar != null) {
      y = lever(y) + GAP;
    }
    history(y, SidePanel.FLOOR - GAP - y);
    panel.hints(HINT_LINE);
  }

  private void overBoard() {
    switch (screen.phase()) {
      case CARD -> {
        board.dim(0.72f);
        startCard.draw(info.title(), screen.pads() > 0);
      }
      case COUNTDOWN -> {
        board.dim(0.5f);
        board.count(line.clear().add(screen.count()));
      }
      case PAUSED -> board.tag("Paused", Ink.TEXT);
      case RESULT -> result();
      default -> {}
    }
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
    int place = screen.place();
    if (place > 0) {
      second.add(place == 1 ? "your best ever · " : "place ");
      if (place > 1) {
        second.add(place).add(" of your best · ");
      }
    } else {
      second.add(record ? "best of this sitting · " : "");
    }
    Results.length(second, session);
    board.dim(0.35f);
    ResultCard.draw(
        brush,
        Board.MARGIN + Board.SIZE / 2,
        Board.MARGIN + 150,
        line,
        second,
        rows,
        "Enter to play again · F8 keeps it",
        record || place == 1 ? Ink.GOOD : Ink.PERSON);
  }

  private float score(float y) {
    float height = 148;
    Card.empty(brush, X, y, WIDTH, height);
    boolean duel = info.players() == 2;
    brush.text(Face.SMALL, duel ? "Player 1" : "Return", X + Card.PAD, y + 31, Ink.MUTED);
    line.clear().addReturn(session.episodeReturn());
    brush.text(Face.SCORE, line, X + Card.PAD - 3, y + 108, Ink.TEXT);
    float right = X + WIDTH - Card.PAD;
    BestList best = screen.best();
    String other = duel ? "Player 2" : "Your best";
    brush.text(Face.SMALL, other, right, y + 31, Ink.MUTED, Align.RIGHT);
    double most = best.places().isEmpty() ? Double.NaN : best.places().get(0).result();
    line.clear().addReturn(duel ? session.episodeReturn(1) : most);
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
    float row = y + 16;
    double seconds = (double) session.ticks() / info.ticksPerSecond();
    if (controls.waits()) {
      panel.figure(0, row, "Moves", line.clear().add(session.ticks()));
    } else {
      panel.figure(0, row, "Time", line.clear().add(seconds, 1).add(" s"));
    }
    panel.figure(1, row, "Games", line.clear().add(screen.sitting().episodes()));
    panel.figure(2, row, "Seed", line.clear().add(session.seed()));
    panel.figure(3, row, "Speed", screen.pace().text());
    return y + height;
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

  /** The games of this sitting, or before the first what others get, where there is room. */
  private void history(float y, float height) {
    if (height < 90) {
      return;
    }
    Sitting sitting = screen.sitting();
    Card.empty(brush, X, y, WIDTH, height);
    if (sitting.episodes() == 0) {
      others(y, height);
      return;
    }
    SidePanel.mean(line.clear().add("mean "), sitting.mean());
    Card.heading(brush, X, y, WIDTH, "This sitting", line);
    panel.returns(SidePanel.INSIDE, y + 50, height - 70, sitting, Ink.PERSON);
  }

  /** What there is to beat. */
  private void others(float y, float height) {
    Marks known = marks.getNow(null);
    if (known == null || Double.isNaN(known.expert())) {
      Card.heading(brush, X, y, WIDTH, "This sitting", "no game is over yet");
      return;
    }
    Card.heading(brush, X, y, WIDTH, "To beat", "mean return");
    if (height >= 60 + MarkBars.HEIGHT) {
      bars.draw(y + 48, known);
    } else {
      line.clear().add("expert ").addReturn(known.expert());
      line.add(" · chance ").addReturn(known.chance());
      brush.text(Face.BODY, line, SidePanel.INSIDE, y + 62, Ink.SOFT);
    }
  }
}
