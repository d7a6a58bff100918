package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.desktop.hud.ActionBars;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.SaliencyLayer;
import ludus.headless.play.Session;

/** Draws a {@link WatchScreen} of two sides: two boards, and below each how it goes there. */
final class ComparePanel implements WatchView {
  private static final float MARGIN = Board.MARGIN;
  private static final float WIDTH = (Brush.WIDTH - 3 * MARGIN) / 2;
  private static final float SIZE = 500;
  private static final float TOP = 64;
  private static final float BELOW = TOP + SIZE + 14;
  private static final float KEYS = Brush.HEIGHT - MARGIN - 6;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "Space"),
          KeyHint.of("step, back", ".", ","),
          KeyHint.of("next", "N"),
          KeyHint.of("again", "R"),
          KeyHint.of("look into", "L"),
          KeyHint.of("faster, slower", "+", "−"),
          KeyHint.of("all keys", "F1"));

  private final Brush brush;
  private final WatchScreen screen;
  private final SidePanel panel;
  private final List<Half> halves = new ArrayList<>();
  private final Line line = new Line();

  /** One of the two. */
  private final class Half {
    final Watching side;
    final float x;
    final Board board;
    final BoardNews news;
    final ActionBars bars;
    SaliencyLayer light;
    String about = "";

    Half(Watching side, float x) {
      this.side = side;
      this.x = x;
      board = new Board(brush, x + (WIDTH - SIZE) / 2, TOP, SIZE);
      news = new BoardNews(board);
      bars = new ActionBars(side.session().info().actions());
    }

    void draw(boolean ahead) {
      Session session = side.session();
      board.draw(session, ahead ? Ink.GOOD : Ink.LINE);
      float[] map = side.insight().map();
      if (light != null && map != null) {
        light.show(map);
        board.light(light);
      }
      news.draw(session, screen.paused());
      if (!screen.ready()) {
        return;
      }
      float left = x + (WIDTH - SIZE) / 2;
      brush.text(Face.STRONG, about, left, TOP - 14, Ink.TEXT);
      line.clear().addReturn(session.episodeReturn());
      brush.text(Face.TITLE, line, left, BELOW + 32, ahead ? Ink.GOOD : Ink.TEXT);
      line.clear().add("return");
      if (side.sitting().episodes() > 0) {
        SidePanel.mean(line.add(" · mean "), side.sitting().mean());
      }
      brush.text(Face.SMALL, line, left, BELOW + 54, Ink.MUTED);
      float from = left + 190;
      float room = KEYS - 34 - BELOW;
      if (session.info().range() == null) {
        bars.draw(
            brush,
            from,
            BELOW + 2,
            SIZE - 190,
            bars.height(room),
            session.pilot().preferences(),
            session.pilot().meaning(),
            session.wish(),
            -1);
      }
    }

    void piloted() {
      close();
      Session session = side.session();
      if (session.pilot().options().spec(session.info()) instanceof Pixels pixels) {
        light = new SaliencyLayer(pixels);
      }
      String pace = BoardNews.pace(session);
      about = BoardNews.fitting(brush, session.pilot().name(), pace, SIZE);
    }

    void close() {
      if (light != null) {
        light.close();
        light = null;
      }
    }
  }

  ComparePanel(Brush brush, WatchScreen screen) {
    this.brush = brush;
    this.screen = screen;
    panel = new SidePanel(brush);
    for (int i = 0; i < 2; i++) {
      halves.add(new Half(screen.sides().get(i), MARGIN + i * (WIDTH + MARGIN)));
    }
  }

  @Override
  public void piloted() {
    halves.forEach(Half::piloted);
  }

  @Override
  public void draw() {
    float lead =
        halves.get(0).side.session().episodeReturn() - halves.get(1).side.session().episodeReturn();
    halves.get(0).draw(lead > 0);
    halves.get(1).draw(lead < 0);
    panel.hints(MARGIN, KEYS, HINT_LINE);
    Session session = screen.session();
    line.clear().add(session.info().title()).add(" · seed ").add(session.seed());
    line.add(" · tick ").add(session.ticks()).add(" · ").add(screen.time().pace().text());
    brush.text(Face.BODY, line, Brush.WIDTH - MARGIN, KEYS, Ink.MUTED, Align.RIGHT);
  }

  @Override
  public void close() {
    halves.forEach(Half::close);
  }
}
