package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.KeyTable;
import ludus.desktop.hud.KeyTable.Column;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.ResultCard;
import ludus.desktop.hud.ResultCard.Row;
import ludus.desktop.screen.VersusScreen.Phase;
import ludus.headless.play.Match;
import ludus.headless.play.Session;

/**
 * Draws a {@link VersusScreen}: at one table the board with a panel beside it, in a race two boards
 * side by side. Changes nothing.
 */
final class VersusPanel {
  private static final float RACE = 560;
  private static final float RACE_Y = 136;
  private static final float[] RACE_X = {Brush.WIDTH / 2 + 24, Brush.WIDTH / 2 - 24 - RACE};

  /** Room for a name in the card of results. */
  private static final float WHO = 420;

  private static final String[] PLACES = {"right", "left"};

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "P"),
          KeyHint.of("again", "R"),
          KeyHint.of("next", "N"),
          KeyHint.of("who plays", "Esc"),
          KeyHint.of("all keys", "F1"));

  private final Brush brush;
  private final VersusScreen screen;
  private final boolean shared;
  private final Board[] boards = new Board[Match.SIDES];
  private final SidePanel panel;
  private final Line line = new Line();
  private final Line second = new Line();
  private KeyTable table;
  private List<Row> rows = List.of();
  private int rowsOf;

  VersusPanel(Brush brush, VersusScreen screen) {
    this.brush = brush;
    this.screen = screen;
    shared = screen.info().players() == Match.SIDES;
    panel = new SidePanel(brush);
    for (int side = 0; side < boards.length; side++) {
      boards[side] = shared ? new Board(brush) : new Board(brush, RACE_X[side], RACE_Y, RACE);
    }
  }

  /** There is a match: its persons' keys stand beside it. */
  void arrange() {
    List<Column> columns = new ArrayList<>();
    for (int side = Match.SIDES - 1; side >= 0; side--) {
      Controls hands = screen.play().controls(side);
      if (hands != null) {
        columns.add(new Column("On the " + PLACES[side], hands.seat(0).hints()));
      }
    }
    table = columns.isEmpty() ? null : new KeyTable(brush, columns);
    rowsOf = 0;
  }

  void draw() {
    if (shared) {
      duel();
    } else {
      race();
    }
    if (screen.phase() == Phase.SETUP || screen.phase() == Phase.LOADING) {
      brush.flood(Ink.withAlpha(Ink.GROUND, 0.72f));
      if (screen.phase() == Phase.SETUP) {
        screen.pairing().draw(brush);
      } else {
        String words = "Loading …";
        brush.text(Face.TITLE, words, Brush.WIDTH / 2, 410, Ink.TEXT, Align.CENTER);
      }
    } else if (screen.phase() == Phase.RESULT) {
      result();
    }
  }

  private float color(int side) {
    return screen.side(side).person() ? Ink.PERSON : Ink.AGENT;
  }

  private Session table(int side) {
    return screen.play() == null ? screen.preview() : screen.play().match().table(side);
  }

  /** What this side has, as it is counted. */
  private Line score(int side) {
    MatchPlay play = screen.play();
    return line.clear().addReturn(play == null ? 0 : play.match().score(side));
  }

  private void overBoard(Board board) {
    switch (screen.phase()) {
      case COUNTDOWN -> {
        board.dim(0.5f);
        board.count(line.clear().add(screen.countdown().count()));
      }
      case PAUSED -> board.tag("Paused", Ink.TEXT);
      default -> {}
    }
  }

  private void duel() {
    boards[0].draw(table(0), Ink.LINE);
    overBoard(boards[0]);
    panel.title(screen.info().title());
    line.clear().add(screen.side(1).label()).add(" against ").add(screen.side(0).label());
    float room = SidePanel.WIDTH;
    Face face = brush.width(Face.BODY, line) <= room ? Face.BODY : Face.SMALL;
    if (brush.width(face, line) > room) {
      line.fit(brush, face, line.toString(), room);
    }
    brush.text(face, line, SidePanel.X, Board.MARGIN + 56, Ink.MUTED);
    float y = Board.MARGIN + 76;
    float height = 186;
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, height);
    standing(1, SidePanel.INSIDE, y + 31, y + 108, Align.LEFT);
    standing(0, SidePanel.INSIDE + SidePanel.INNER, y + 31, y + 108, Align.RIGHT);
    float middle = SidePanel.X + SidePanel.WIDTH / 2;
    brush.text(Face.TITLE, ":", middle, y + 100, Ink.MUTED, Align.CENTER);
    line.clear()
        .add("matches won ")
        .add(screen.series().wins(1))
        .add(" : ")
        .add(screen.series().wins(0));
    brush.text(Face.SMALL, line, middle, y + height - 24, Ink.MUTED, Align.CENTER);
    y += height + SidePanel.GAP;
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, 82);
    figures(y + 16);
    y += 82 + SidePanel.GAP;
    if (table != null) {
      float tall = 66 + table.height();
      Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, tall);
      Card.heading(brush, SidePanel.X, y, SidePanel.WIDTH, "Controls", "");
      table.draw(SidePanel.INSIDE, y + 46, Ink.PERSON);
      y += tall + SidePanel.GAP;
    }
    matches(y, SidePanel.FLOOR - SidePanel.GAP - y);
    panel.hints(HINT_LINE);
  }

  /** The last matches of this series, where there is room. */
  private void matches(float y, float height) {
    if (height < 90) {
      return;
    }
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, height);
    Card.heading(brush, SidePanel.X, y, SidePanel.WIDTH, "This series", "left : right");
    List<String> results = screen.series().results();
    int rows = Math.min(results.size(), (int) ((height - 60) / BestRow.HEIGHT));
    for (int i = 0; i < rows; i++) {
      int match = results.size() - i;
      float base = y + 64 + i * BestRow.HEIGHT;
      line.clear().add("match ").add(match);
      brush.text(Face.BODY, line, SidePanel.INSIDE, base, Ink.MUTED);
      float right = SidePanel.INSIDE + SidePanel.INNER;
      brush.text(Face.STRONG, results.get(match - 1), right, base, Ink.TEXT, Align.RIGHT);
    }
    if (rows == 0) {
      brush.text(Face.BODY, "No match is over yet.", SidePanel.INSIDE, y + 64, Ink.MUTED);
    }
  }

  /** A side's name over its score. */
  private void standing(int side, float x, float nameY, float scoreY, Align align) {
    float dot = align == Align.RIGHT ? x - 6 : x + 6;
    float shift = align == Align.RIGHT ? -20 : 20;
    // At one table the game's own colours tell the sides apart; others would only confuse.
    Pairing.mark(brush, dot, nameY - 5, screen.side(side).person(), Ink.SOFT);
    String name = screen.side(side).label();
    float room = SidePanel.INNER / 2 - 30;
    Face face = brush.width(Face.BODY, name) <= room ? Face.BODY : Face.SMALL;
    line.fit(brush, face, name, room);
    brush.text(face, line, x + shift, nameY, Ink.SOFT, align);
    brush.text(Face.SCORE, score(side), x, scoreY, Ink.TEXT, align);
  }

  private void figures(float y) {
    Session session = table(0);
    double seconds = (double) session.ticks() / session.info().ticksPerSecond();
    panel.figure(0, y, "Time", line.clear().add(seconds, 1).add(" s"));
    panel.figure(1, y, "Matches", line.clear().add(screen.series().played()));
    panel.figure(2, y, "Seed", line.clear().add(session.seed()));
    panel.figure(3, y, "Speed", screen.pace().text());
  }

  private void race() {
    for (int side = 0; side < Match.SIDES; side++) {
      Board board = boards[side];
      float x = RACE_X[side];
      board.draw(table(side), color(side));
      overBoard(board);
      if (table(side).ended() && screen.phase() != Phase.RESULT) {
        board.dim(0.5f);
        board.tag("Finished", Ink.TEXT);
      }
      Pairing.mark(brush, x + 6, 62, screen.side(side).person(), color(side));
      String name = screen.side(side).label();
      Face face = brush.width(Face.FIGURE, name) < RACE / 2 ? Face.FIGURE : Face.STRONG;
      line.fit(brush, face, name, RACE - 170);
      brush.text(face, line, x + 22, 69, Ink.TEXT);
      line.clear();
      Results.describe(line, table(side));
      brush.text(Face.SMALL, line, x, 112, Ink.MUTED);
      brush.text(Face.SCORE, score(side), x + RACE, 112, Ink.TEXT, Align.RIGHT);
    }
    float y = RACE_Y + RACE + 38;
    lead(y);
    line.clear().add("seed ").add(table(0).seed());
    line.add(" · matches won ")
        .add(screen.series().wins(1))
        .add(" : ")
        .add(screen.series().wins(0));
    line.add(" · ").add(screen.pace().text());
    float right = RACE_X[0] + RACE;
    brush.text(Face.SMALL, line, right, Brush.HEIGHT - 30, Ink.MUTED, Align.RIGHT);
    panel.hints(RACE_X[1], Brush.HEIGHT - 30, HINT_LINE);
  }

  /** By how much which side leads, between the boards' lower edges. */
  private void lead(float y) {
    if (screen.play() == null) {
      return;
    }
    Match match = screen.play().match();
    int leader = match.leader();
    line.clear();
    if (leader < 0) {
      line.add("level");
    } else {
      double by = Math.abs((double) match.episodeReturn(0) - match.episodeReturn(1));
      line.add("the ").add(PLACES[leader]).add(" leads by ").addReturn(by);
    }
    float color = leader < 0 ? Ink.MUTED : color(leader);
    brush.text(Face.STRONG, line, Brush.WIDTH / 2, y, color, Align.CENTER);
  }

  private void result() {
    Match match = screen.play().match();
    if (rowsOf != screen.series().played()) {
      rowsOf = screen.series().played();
      rows = new ArrayList<>();
      for (int side = Match.SIDES - 1; side >= 0; side--) {
        String who = "%s, %s".formatted(PLACES[side], screen.side(side).label());
        String name = line.fit(brush, Face.BODY, who, WHO).toString();
        rows.add(new Row(name, score(side).toString()));
      }
      String won =
          new Line()
              .add(screen.series().wins(1))
              .add(" : ")
              .add(screen.series().wins(0))
              .toString();
      rows.add(new Row("matches won, left : right", won));
    }
    headline(match);
    second.clear().add("seed ").add(match.seed());
    brush.flood(Ink.withAlpha(Ink.GROUND, 0.35f));
    int leader = match.leader();
    float color = leader < 0 ? Ink.LINE : color(leader);
    float middle = shared ? Board.MARGIN + Board.SIZE / 2 : Brush.WIDTH / 2;
    ResultCard.draw(brush, middle, 230, line, second, rows, "Enter for the next match", color);
  }

  /** Who has won, as those at the keyboard would say it. */
  private void headline(Match match) {
    int leader = match.leader();
    line.clear();
    if (leader < 0) {
      line.add("A draw");
      return;
    }
    boolean winner = match.side(leader).person();
    boolean loser = match.side(1 - leader).person();
    if (winner != loser) {
      line.add(winner ? "You win" : "You lose");
    } else {
      line.add("The ").add(PLACES[leader]).add(" wins");
    }
    line.add("  ").addReturn(match.score(leader)).add(" : ").addReturn(match.score(1 - leader));
  }
}
