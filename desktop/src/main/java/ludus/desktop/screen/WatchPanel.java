package ludus.desktop.screen;

import java.util.List;
import ludus.agents.saliency.Saliency.Method;
import ludus.desktop.hud.ActionBars;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.FeatureBars;
import ludus.desktop.hud.FrameTiles;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.SaliencyLayer;
import ludus.headless.play.Session;
import ludus.headless.play.Taking;

/** Draws a {@link WatchScreen} of one side: the board, and beside it a panel of cards. */
final class WatchPanel implements WatchView {
  private static final float GAP = 10;
  private static final float FLOOR = SidePanel.FLOOR - 28;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "Space"),
          KeyHint.of("step, back", ".", ","),
          KeyHint.of("next", "N"),
          KeyHint.of("all keys", "F1"));

  private final Brush brush;
  private final WatchScreen screen;
  private final Watching side;
  private final Session session;
  private final SidePanel panel;
  private final Board board;
  private final BoardNews news;
  private final FiguresCard figures;
  private final ControlCard control;
  private final SeesCard sees;
  private final ThinksCard thinks;
  private final TraceCard trace;
  private String about = "";
  private List<KeyHint> choices = List.of();
  private Taking taking;
  private Method method;
  private float sticky = -1;

  WatchPanel(Brush brush, WatchScreen screen) {
    this.brush = brush;
    this.screen = screen;
    side = screen.sides().get(0);
    session = side.session();
    panel = new SidePanel(brush);
    board = new Board(brush);
    news = new BoardNews(board);
    figures = new FiguresCard(brush, panel, side);
    control = new ControlCard(brush);
    sees = new SeesCard(brush, session);
    thinks = new ThinksCard(brush, session, screen.lever());
    trace = new TraceCard(brush, side.traces());
  }

  @Override
  public void piloted() {
    sees.piloted();
    String acts = BoardNews.pace(session);
    if (session.info().players() == 2) {
      acts += "; player 2: expert";
    }
    about = BoardNews.fitting(brush, session.pilot().name(), acts, SidePanel.WIDTH);
  }

  FrameTiles tiles() {
    return sees.tiles();
  }

  SaliencyLayer light() {
    return sees.light();
  }

  FeatureBars featureBars() {
    return sees.features();
  }

  ActionBars actionBars() {
    return thinks.bars();
  }

  @Override
  public void draw() {
    board.draw(session, session.manual() && screen.ready() ? Ink.PERSON : Ink.LINE);
    float[] map = screen.insight().map();
    if (map != null && sees.light() != null) {
      sees.light().show(map);
      board.light(sees.light());
    }
    news.draw(session, screen.paused());
    panel.title(session.info().title());
    if (!screen.ready()) {
      brush.text(Face.BODY, "Loading the policy …", SidePanel.X, SidePanel.TOP + 58, Ink.MUTED);
      return;
    }
    brush.text(Face.BODY, about, SidePanel.X, SidePanel.TOP + 52, Ink.MUTED);
    String word = side.loading() ? "Loading" : screen.paused() ? "Paused" : "Running";
    float ink = screen.paused() || side.loading() ? Ink.TEXT : Ink.GOOD;
    Card.pill(brush, SidePanel.X + SidePanel.WIDTH, SidePanel.TOP, word, ink);
    cards(map);
    panel.hints(SidePanel.FLOOR + 4, choices());
    panel.hints(HINT_LINE);
  }

  private void cards(float[] map) {
    float y = figures.draw(SidePanel.TOP + 66, screen.time()) + GAP;
    y = control.draw(y, session.manual(), screen.steersInVain()) + GAP;
    float below = GAP + thinks.least();
    float traced = session.observation().floats() != null ? 0 : TraceCard.LEAST + GAP;
    y = sees.draw(y, FLOOR - y - below - traced, screen.insight().method(), map) + GAP;
    float room = FLOOR - y - TraceCard.LEAST - GAP;
    y = thinks.draw(y, Math.max(thinks.least(), room), screen.personAction()) + GAP;
    trace.draw(y, Math.min(150, FLOOR - y));
  }

  /** What the person has chosen, beside the keys that change it. */
  private List<KeyHint> choices() {
    Taking now = session.taking();
    if (now != taking || session.sticky() != sticky || screen.insight().method() != method) {
      taking = now;
      sticky = session.sticky();
      method = screen.insight().method();
      String look =
          method == null ? "look into" : method == Method.GRADIENT ? "gradient" : "hidden";
      choices =
          List.of(
              KeyHint.of(taking.toString(), "G"),
              KeyHint.of(sticky == 0 ? "not sticky" : "sticky " + sticky, "K"),
              KeyHint.of(look, "L"),
              KeyHint.of("who plays", "O"));
    }
    return choices;
  }

  @Override
  public void close() {
    sees.close();
  }
}
