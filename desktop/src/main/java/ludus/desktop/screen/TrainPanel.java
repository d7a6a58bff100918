package ludus.desktop.screen;

import java.util.List;
import java.util.Map;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.CurvePlot;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.headless.play.Marks;
import ludus.headless.play.Session;

/** Draws a {@link WatchScreen} on a running training: its newest policy plays beside its curve. */
final class TrainPanel implements WatchView {
  private static final float GAP = 10;
  private static final float FIGURES = 104;
  private static final float LEAST_CURVE = 160;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "Space"),
          KeyHint.of("look into", "L"),
          KeyHint.of("next", "N"),
          KeyHint.of("all keys", "F1"));

  private final Brush brush;
  private final WatchScreen screen;
  private final Session session;
  private final RunFollower follower;
  private final SidePanel panel;
  private final Board board;
  private final BoardNews news;
  private final SeesCard sees;
  private final ThinksCard thinks;
  private final CurveCard curve;
  private final String about;
  private final Line line = new Line();

  TrainPanel(Brush brush, WatchScreen screen) {
    this.brush = brush;
    this.screen = screen;
    session = screen.session();
    follower = screen.follower();
    panel = new SidePanel(brush);
    board = new Board(brush);
    news = new BoardNews(board);
    sees = new SeesCard(brush, session);
    thinks = new ThinksCard(brush, session, screen.lever());
    curve = new CurveCard(brush, Marks.of(session.info()));
    about =
        "%s learns by preset %s, seed %d"
            .formatted(
                follower.config().algorithm(),
                follower.config().preset(),
                follower.config().seed());
  }

  CurveCard curve() {
    return curve;
  }

  @Override
  public void piloted() {
    sees.piloted();
  }

  @Override
  public void draw() {
    board.draw(session, session.manual() && screen.ready() ? Ink.PERSON : Ink.LINE);
    float[] map = screen.insight().map();
    if (map != null && sees.light() != null) {
      sees.light().show(map);
      board.light(sees.light());
    }
    if (screen.ready()) {
      news.draw(session, screen.paused());
    } else {
      board.tag("Waiting for the first policy", Ink.TEXT);
    }
    panel.title(session.info().title());
    brush.text(Face.BODY, about, SidePanel.X, SidePanel.TOP + 52, Ink.MUTED);
    boolean finished = follower.now().finished();
    Card.pill(
        brush,
        SidePanel.X + SidePanel.WIDTH,
        SidePanel.TOP,
        finished ? "Learned" : "Learning",
        finished ? Ink.TEXT : Ink.GOOD);
    List<Map<String, Double>> rows = follower.now().rows();
    float y = figures(SidePanel.TOP + 66, rows) + GAP;
    float floor = SidePanel.FLOOR;
    float thinking = screen.ready() ? thinks.least() + 24 + GAP : 0;
    boolean frames = screen.ready() && sees.tiles() != null;
    float seeing = frames ? 52 + sees.tiles().height(SidePanel.INNER) + GAP : 0;
    float tall = Math.max(LEAST_CURVE, floor - y - thinking - seeing);
    curve.draw(y, tall, rows);
    y += tall + GAP;
    if (frames) {
      y = sees.draw(y, seeing, screen.insight().method(), map) + GAP;
    }
    if (screen.ready() && floor - y >= thinks.least() - 1) {
      thinks.draw(y, floor - y, screen.personAction());
    }
    panel.hints(HINT_LINE);
  }

  private float figures(float y, List<Map<String, Double>> rows) {
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, FIGURES);
    double steps = last(rows, "steps");
    double budget = follower.config().steps();
    float row = y + 12;
    CurvePlot.steps(line.clear(), Double.isNaN(steps) ? 0 : steps);
    panel.figure(0, row, "Steps", line);
    SidePanel.mean(line.clear(), last(rows, "return"));
    panel.figure(1, row, "Training return", line);
    SidePanel.mean(line.clear(), last(rows, "eval_mean"));
    panel.figure(2, row, "Evaluation", line);
    double seconds = last(rows, "seconds");
    panel.figure(3, row, "Time", line.clear().add(seconds, 0).add(" s"));
    float share = Double.isNaN(steps) ? 0 : (float) Math.min(1, steps / budget);
    float bar = y + FIGURES - 34;
    brush.rounded(SidePanel.INSIDE, bar, SidePanel.INNER, 6, 3, Ink.TRACK);
    brush.rounded(SidePanel.INSIDE, bar, SidePanel.INNER * share, 6, 3, Ink.AGENT);
    line.clear().add("at most ");
    CurvePlot.steps(line, budget).add(" steps · the newest policy plays, return ");
    line.addReturn(session.episodeReturn()).add(", seed ").add(session.seed());
    brush.text(Face.SMALL, line, SidePanel.INSIDE, y + FIGURES - 10, Ink.SOFT);
    return y + FIGURES;
  }

  /** The newest number in this column, or NaN before the first. */
  private static double last(List<Map<String, Double>> rows, String column) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      Double value = rows.get(i).get(column);
      if (value != null) {
        return value;
      }
    }
    return Double.NaN;
  }

  @Override
  public void close() {
    sees.close();
  }
}
