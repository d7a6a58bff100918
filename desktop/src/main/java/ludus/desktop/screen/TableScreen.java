package ludus.desktop.screen;

import com.badlogic.gdx.Input;
import java.util.List;
import ludus.core.mdp.SmallWorld;
import ludus.core.mdp.ValueMap;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.CurvePlot;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.TableBoard;
import ludus.headless.table.TableStudy;

/** Looking at a table in the making: values, greedy actions and the way that they lead, live. */
final class TableScreen implements Screen {
  /** Env steps a second at normal speed, or rounds of a planner. */
  private static final int STEPS = 60;

  private static final int ROUNDS = 2;

  /** Steps between two pictures, at most. */
  private static final int MOST = 5000;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          KeyHint.of("pause", "Space"),
          KeyHint.of("step", "."),
          KeyHint.of("algorithm", "Tab"),
          KeyHint.of("all keys", "F1"));

  private final SmallWorld world;
  private final List<String> algorithms;
  private final Pace pace;
  private final Line line = new Line();
  private TableStudy study;
  private ValueMap map;
  private long seed;
  private boolean paused;
  private double due;
  private TableBoard board;
  private SidePanel panel;

  TableScreen(SmallWorld world, String algorithm, long seed, Speed speed) {
    this.world = world;
    this.seed = seed;
    algorithms = TableStudy.algorithms(world);
    pace = new Pace(speed, true);
    begin(algorithm);
  }

  private void begin(String algorithm) {
    study = TableStudy.of(world, algorithm, seed);
    map = study.map();
    due = 0;
  }

  @Override
  public String name() {
    return world.info().name();
  }

  @Override
  public String title() {
    return world.info().title();
  }

  @Override
  public void open(Brush brush) {
    board = new TableBoard(brush, Board.MARGIN, Board.MARGIN, Board.SIZE);
    panel = new SidePanel(brush);
  }

  @Override
  public void advance(float seconds) {
    if (paused) {
      return;
    }
    double rate = study.plans() ? ROUNDS : STEPS;
    due = pace.speed().isMax() ? MOST : due + seconds * rate * pace.speed().factor();
    go((int) Math.min(MOST, due));
    due -= Math.floor(due);
  }

  private void go(int steps) {
    if (steps > 0) {
      study.advance(steps);
      map = study.map();
    }
  }

  @Override
  public boolean press(int key) {
    int now = algorithms.indexOf(study.algorithm());
    switch (key) {
      case Input.Keys.SPACE, Input.Keys.P -> paused = !paused;
      case Input.Keys.RIGHT -> step();
      case Input.Keys.TAB, Input.Keys.DOWN -> begin(algorithms.get((now + 1) % algorithms.size()));
      case Input.Keys.UP ->
          begin(algorithms.get((now + algorithms.size() - 1) % algorithms.size()));
      case Input.Keys.R -> begin(study.algorithm());
      case Input.Keys.N -> {
        seed++;
        begin(study.algorithm());
      }
      default -> {
        return pace.press(key);
      }
    }
    return true;
  }

  private void step() {
    paused = true;
    go(1);
  }

  @Override
  public void release(int key) {}

  @Override
  public void type(char character) {
    if (character == '.') {
      step();
    } else {
      pace.type(character);
    }
  }

  @Override
  public void leave() {}

  @Override
  public void draw(Brush brush) {
    board.draw(map, study.state());
    float x = SidePanel.X;
    float width = SidePanel.WIDTH;
    panel.title(world.info().title());
    brush.text(Face.BODY, study.algorithm(), x, SidePanel.TOP + 52, Ink.MUTED);
    Card.pill(
        brush,
        x + width,
        SidePanel.TOP,
        paused ? "Paused" : "Learning",
        paused ? Ink.TEXT : Ink.GOOD);
    float y = figures(brush, SidePanel.TOP + 66) + SidePanel.GAP;
    y = legend(brush, y) + SidePanel.GAP;
    list(brush, y);
    panel.hints(HINT_LINE);
  }

  private float figures(Brush brush, float y) {
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, 136);
    CurvePlot.steps(line.clear(), study.steps());
    panel.figure(0, y + 14, study.plans() ? "Rounds" : "Env steps", line);
    panel.figure(1, y + 14, "Episodes", line.clear().add(study.episodes()));
    panel.figure(2, y + 14, "Last return", line.clear().addReturn(study.lastReturn()));
    panel.figure(3, y + 14, "Speed", pace.text());
    panel.figure(
        0, y + 74, study.plans() ? "Change" : "TD error", line.clear().add(study.change(), 3));
    panel.figure(1, y + 74, "Seed", line.clear().add(seed));
    String way = map.path().isEmpty() ? "–" : map.pathEnds() ? "to the end" : "in a circle";
    panel.figure(2, y + 74, "Greedy way", way);
    return y + 136;
  }

  private float legend(Brush brush, float y) {
    float x = SidePanel.INSIDE;
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, 112);
    Card.heading(
        brush, SidePanel.X, y, SidePanel.WIDTH, "Value of a state", "arrows: greedy actions");
    int pieces = 52;
    for (int i = 0; i < pieces; i++) {
      float piece = SidePanel.INNER / pieces;
      float color = TableBoard.color((i + 0.5) / pieces);
      brush.rectangle(x + i * piece, y + 50, piece + 0.5f, 18, color);
    }
    brush.text(Face.SMALL, line.clear().add(map.low(), 2), x, y + 90, Ink.MUTED);
    line.clear().add(map.high(), 2);
    brush.text(Face.SMALL, line, x + SidePanel.INNER, y + 90, Ink.MUTED, Align.RIGHT);
    return y + 112;
  }

  private void list(Brush brush, float y) {
    float row = 27;
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, 54 + algorithms.size() * row);
    Card.heading(brush, SidePanel.X, y, SidePanel.WIDTH, "Algorithm", "Tab: another one");
    for (int i = 0; i < algorithms.size(); i++) {
      boolean now = algorithms.get(i).equals(study.algorithm());
      float base = y + 62 + i * row;
      if (now) {
        brush.circle(SidePanel.INSIDE + 6, base - 5, 5, Ink.AGENT);
      }
      brush.text(
          now ? Face.STRONG : Face.BODY,
          algorithms.get(i),
          SidePanel.INSIDE + 24,
          base,
          now ? Ink.TEXT : Ink.SOFT);
    }
  }

  @Override
  public List<KeyHint> hints() {
    return List.of(
        KeyHint.of("pause, go on", "Space", "P"),
        KeyHint.of("one step forward", ".", "→"),
        KeyHint.of("faster, slower", "+", "−"),
        KeyHint.of("another algorithm", "Tab", "↑", "↓"),
        KeyHint.of("begin anew", "R"),
        KeyHint.of("begin anew with the next seed", "N"));
  }

  @Override
  public void close() {}

  TableStudy study() {
    return study;
  }

  /** What is shown now. */
  ValueMap map() {
    return map;
  }

  boolean paused() {
    return paused;
  }
}
