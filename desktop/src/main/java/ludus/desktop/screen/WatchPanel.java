package ludus.desktop.screen;

import java.util.List;
import ludus.agents.policy.Policy.Meaning;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.core.env.Observations;
import ludus.core.game.GameInfo;
import ludus.desktop.hud.ActionBars;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.FeatureBars;
import ludus.desktop.hud.FrameTiles;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyCaps;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.LeverBar;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.ReturnBars;
import ludus.headless.play.Pilot;
import ludus.headless.play.Session;

/** Draws a {@link WatchScreen}: the board, and beside it a panel of cards. Changes nothing. */
final class WatchPanel implements AutoCloseable {
  private static final float X = Board.PANEL_X;
  private static final float WIDTH = Board.PANEL_WIDTH;
  private static final float INNER = WIDTH - 2 * Card.PAD;
  private static final float GAP = 12;
  private static final float COLUMN = INNER / 4;
  private static final float BOTTOM = Brush.HEIGHT - Board.MARGIN;
  private static final float HINTS = 42;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "Space"),
          KeyHint.of("step", "."),
          KeyHint.of("next", "N"),
          KeyHint.of("all keys", "F1"));
  private static final List<String> TAKE = List.of("T");

  private final Brush brush;
  private final WatchScreen screen;
  private final Session session;
  private final GameInfo info;
  private final Board board;
  private final KeyCaps caps;
  private final FeatureBars featureBars;
  private final ActionBars actionBars;
  private final LeverBar leverBar;
  private final Line line = new Line();
  private final Line second = new Line();
  private FrameTiles tiles;
  private String about = "";
  private String seen = "";

  WatchPanel(Brush brush, WatchScreen screen) {
    this.brush = brush;
    this.screen = screen;
    session = screen.session();
    info = session.info();
    board = new Board(brush);
    caps = new KeyCaps(brush);
    featureBars = new FeatureBars(info.features());
    actionBars = new ActionBars(info.actions());
    Lever lever = screen.lever();
    leverBar = lever == null ? null : new LeverBar(info.range(), lever.rest());
  }

  /** The session's pilot has changed. */
  void piloted() {
    close();
    Pilot pilot = session.pilot();
    int skip = session.frameSkip();
    String acts = skip == 1 ? ", acts at every tick" : ", acts every " + skip + " ticks";
    if (info.players() == 2) {
      acts += "; player 2: expert";
    }
    String name = pilot.name();
    about = name + acts;
    // Of a long path, the end says most.
    while (brush.width(Face.BODY, about) > WIDTH && name.length() > 1) {
      name = name.substring(1);
      about = "…" + name + acts;
    }
    if (pilot.options().spec(info) instanceof Pixels pixels) {
      tiles = new FrameTiles(pixels, skip);
      seen = "%d frames of %d × %d".formatted(pixels.frames(), Pixels.SIDE, Pixels.SIDE);
    } else {
      seen = info.features().size() + " features";
    }
  }

  FrameTiles tiles() {
    return tiles;
  }

  ActionBars actionBars() {
    return actionBars;
  }

  void draw() {
    board.draw(session, session.manual() && screen.ready() ? Ink.PERSON : Ink.LINE);
    overBoard();
    title();
    if (!screen.ready()) {
      brush.text(Face.BODY, "Loading the policy …", X, Board.MARGIN + 58, Ink.MUTED);
      return;
    }
    float y = Board.MARGIN + 76;
    y = figures(y) + GAP;
    y = control(y) + GAP;
    float free = BOTTOM - HINTS - y - GAP;
    y = sees(y, free) + GAP;
    y = thinks(y, BOTTOM - HINTS - y) + GAP;
    history(y, BOTTOM - HINTS - y);
    float x = X;
    for (int i = 0; i < HINT_LINE.size(); i++) {
      x = caps.hint(x, BOTTOM - 6, HINT_LINE.get(i));
    }
  }

  private void overBoard() {
    if (session.ended()) {
      line.clear();
      Results.describe(line, session);
      second
          .clear()
          .add(session.truncated() ? "to the time limit" : "episode over")
          .add(screen.paused() ? " · paused" : " · next: seed ");
      if (!screen.paused()) {
        second.add(session.seed() + 1);
      }
      board.banner(line, second, session.truncated() ? Ink.GOOD : Ink.LINE);
    } else if (screen.paused()) {
      board.tag("Paused", Ink.TEXT);
    }
  }

  private void title() {
    brush.text(Face.TITLE, info.title(), X, Board.MARGIN + 27, Ink.TEXT);
    if (screen.ready()) {
      brush.text(Face.BODY, about, X, Board.MARGIN + 56, Ink.MUTED);
      Card.pill(
          brush,
          X + WIDTH,
          Board.MARGIN,
          screen.paused() ? "Paused" : "Running",
          screen.paused() ? Ink.TEXT : Ink.GOOD);
    }
  }

  private float figures(float y) {
    float height = 144;
    Card.empty(brush, X, y, WIDTH, height);
    float x = X + Card.PAD;
    float row = y + 16;
    figure(x, row, "Return", line.clear().addReturn(session.episodeReturn()));
    figure(
        x + COLUMN,
        row,
        "Time",
        line.clear().add((double) session.ticks() / info.ticksPerSecond(), 1).add(" s"));
    figure(x + 2 * COLUMN, row, "Tick", line.clear().add(session.ticks()));
    figure(x + 3 * COLUMN, row, "Speed", line.clear().add(speed()));
    row += 62;
    Sitting sitting = screen.sitting();
    figure(x, row, "Mean return", line.clear().addReturn(round(sitting.mean())));
    figure(x + COLUMN, row, "Finished", line.clear().add(sitting.episodes()));
    figure(x + 2 * COLUMN, row, "Episode", line.clear().add(screen.episode()));
    figure(x + 3 * COLUMN, row, "Seed", line.clear().add(session.seed()));
    return y + height;
  }

  private Speed speedShown;
  private String speedText;

  private String speed() {
    if (screen.speed() != speedShown) {
      speedShown = screen.speed();
      speedText = speedShown.toString();
    }
    return speedText;
  }

  private static double round(double value) {
    return Math.rint(value * 10) / 10;
  }

  private void figure(float x, float y, String name, Line value) {
    Card.figure(brush, x, y, COLUMN - 8, name, value);
  }

  private float control(float y) {
    float height = 48;
    float color = session.manual() ? Ink.PERSON : Ink.AGENT;
    boolean inVain = screen.steersInVain();
    brush.framed(X, y, WIDTH, height, 12, 1.5f, Ink.CARD, inVain ? Ink.PERSON : color);
    float middle = y + height / 2;
    if (session.manual()) {
      brush.rounded(X + Card.PAD, middle - 6, 12, 12, 2, color);
    } else {
      brush.circle(X + Card.PAD + 6, middle, 6, color);
    }
    brush.text(
        Face.STRONG,
        session.manual()
            ? "You have the controls"
            : inVain ? "The agent plays: T gives you the controls" : "The agent plays",
        X + Card.PAD + 24,
        middle + 5,
        Ink.TEXT);
    String what = session.manual() ? "give back" : "take over";
    float right = X + WIDTH - Card.PAD;
    float width = brush.width(Face.SMALL, what);
    brush.text(Face.SMALL, what, right, middle + 5, Ink.MUTED, Align.RIGHT);
    caps.caps(right - width - 6 - caps.width(TAKE), middle + 5, TAKE);
    return y + height;
  }

  private float sees(float y, float free) {
    Observations observation = session.observation();
    float below = GAP + (leverBar != null ? 56 + leverBar.height() : 58 + actionBars.least());
    float room = free - 64 - below;
    float inside;
    if (tiles != null) {
      inside = tiles.height(INNER);
    } else {
      inside = featureBars.height(INNER, room);
    }
    float height = inside + 64;
    Card.empty(brush, X, y, WIDTH, height);
    Card.heading(brush, X, y, WIDTH, "What it sees", seen);
    if (tiles != null) {
      tiles.show(observation.bytes());
      tiles.draw(brush, X + Card.PAD, y + 48, INNER);
    } else {
      featureBars.draw(brush, X + Card.PAD, y + 44, INNER, room, observation.floats());
    }
    return y + height;
  }

  private float thinks(float y, float free) {
    Pilot pilot = session.pilot();
    float[] preferences = pilot.preferences();
    Meaning meaning = pilot.meaning();
    if (leverBar != null) {
      return pulls(y);
    }
    float inside = actionBars.height(free - 58);
    Card.empty(brush, X, y, WIDTH, inside + 58);
    String remark = "bars: against their mean";
    if (session.manual()) {
      remark = "framed: what it would do";
    } else if (preferences == null) {
      remark = "it gives no numbers";
    } else if (meaning == Meaning.PROBABILITIES) {
      remark = "probabilities";
    }
    String heading =
        preferences == null || meaning == Meaning.PROBABILITIES ? "What it does" : "Action values";
    Card.heading(brush, X, y, WIDTH, heading, remark);
    actionBars.draw(
        brush,
        X + Card.PAD,
        y + 46,
        INNER,
        inside,
        preferences,
        meaning,
        session.wish(),
        session.manual() ? screen.personAction() : -1);
    return y + inside + 58;
  }

  /** Where the agent, or the person, holds a continuous control. */
  private float pulls(float y) {
    float wish = info.range().value(session.wish(), info.actions().size());
    float value = session.manual() ? screen.lever().value() : wish;
    float height = 56 + leverBar.height();
    Card.empty(brush, X, y, WIDTH, height);
    line.clear().add(value, 2);
    if (session.manual()) {
      line.add(", it would: ").add(wish, 2);
    }
    Card.heading(brush, X, y, WIDTH, "What it does", line);
    float color = session.manual() ? Ink.PERSON : Ink.AGENT;
    leverBar.level(brush, X + Card.PAD, y + 52, INNER, value, color);
    return y + height;
  }

  /** The returns of the last episodes, where there is room. */
  private void history(float y, float height) {
    if (height < 56) {
      return;
    }
    Sitting sitting = screen.sitting();
    Card.empty(brush, X, y, WIDTH, height);
    brush.text(Face.STRONG, "Returns", X + Card.PAD, y + height / 2 + 5, Ink.TEXT);
    ReturnBars.draw(
        brush,
        X + Card.PAD + 100,
        y + 14,
        INNER - 100,
        height - 28,
        sitting.last(),
        sitting.kept(),
        Ink.AGENT);
  }

  @Override
  public void close() {
    if (tiles != null) {
      tiles.close();
      tiles = null;
    }
  }
}
