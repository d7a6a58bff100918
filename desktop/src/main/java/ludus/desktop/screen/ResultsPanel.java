package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ludus.agents.policy.PolicyCard;
import ludus.desktop.hud.Board;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Brush.Align;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Chooser;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.MarkBars;
import ludus.desktop.hud.Paragraph;
import ludus.desktop.hud.ResultCard.Row;
import ludus.desktop.user.Best;
import ludus.headless.play.Marks;

/** Draws a {@link ResultsScreen}. Changes nothing. */
final class ResultsPanel {
  private static final float LEFT = Board.MARGIN;
  private static final float WIDTH = Board.SIZE;
  private static final float INNER = WIDTH - 2 * Card.PAD;
  private static final float TOP = 96;
  private static final float MARKS_HEIGHT = 172;
  private static final float HEADING = 56; // and the space below the last row
  private static final float ROW = 30;
  private static final float CURVE_Y = 140;
  private static final int COLUMNS = 2;

  private static final List<KeyHint> HINT_LINE =
      List.of(
          new KeyHint(List.of("←", "→"), "another training"),
          KeyHint.of("back", "Esc"),
          KeyHint.of("all keys", "F1"));

  private final Brush brush;
  private final ResultsScreen screen;
  private final SidePanel panel;
  private final MarkBars bars;
  private final CurveCard curve;
  private final List<Row> facts = new ArrayList<>();
  private final Line line = new Line();
  private Paragraph none;

  ResultsPanel(Brush brush, ResultsScreen screen) {
    this.brush = brush;
    this.screen = screen;
    panel = new SidePanel(brush);
    bars = new MarkBars(brush, LEFT + Card.PAD, INNER);
    curve = new CurveCard(brush, screen.marks());
    PolicyCard card = screen.marks().card();
    if (card != null) {
      scores(card);
      origin(card);
    }
  }

  private void scores(PolicyCard card) {
    Marks marks = screen.marks();
    String mean = new Line().add(marks.policy("mean"), 2).add(" ± ").toString();
    facts.add(new Row("mean return, 95 %", mean + new Line().add(marks.policy("ci95"), 2)));
    facts.add(new Row("interquartile mean", new Line().add(marks.policy("iqm"), 2).toString()));
    String span = new Line().addReturn(marks.policy("min")).add(" to ").toString();
    facts.add(new Row("worst to best", span + new Line().addReturn(marks.policy("max"))));
    String scale = new Line().add(marks.policy("normalised"), 1).toString();
    facts.add(new Row("chance 0, expert 100", scale));
    facts.add(new Row("episodes", new Line().add(marks.policy("episodes"), 0).toString()));
    facts.add(new Row("sees", card.env().observation().name().toLowerCase(Locale.ROOT)));
  }

  private void origin(PolicyCard card) {
    Map<String, Object> from = card.provenance() == null ? Map.of() : card.provenance();
    for (String fact : List.of("algorithm", "preset", "steps", "seed", "date")) {
      if (from.get(fact) != null) {
        facts.add(new Row(fact, String.valueOf(from.get(fact))));
      }
    }
    facts.add(new Row("network", String.join(", ", card.hidden())));
  }

  void draw() {
    brush.text(Face.TITLE, screen.info().title(), LEFT, 52, Ink.TEXT);
    brush.text(Face.BODY, "What has been achieved", LEFT, 78, Ink.MUTED);
    marks(TOP);
    float y = facts(TOP + MARKS_HEIGHT + SidePanel.GAP) + SidePanel.GAP;
    best(y);
    runs();
    panel.hints(HINT_LINE);
  }

  private void marks(float top) {
    Card.empty(brush, LEFT, top, WIDTH, MARKS_HEIGHT);
    Card.heading(brush, LEFT, top, WIDTH, "Mean return", "more is better");
    bars.draw(top + 52, screen.marks());
  }

  /** Draws them and returns their lower edge. */
  private float facts(float top) {
    int rows = Math.max(1, (facts.size() + COLUMNS - 1) / COLUMNS);
    float height = HEADING + rows * ROW;
    Card.empty(brush, LEFT, top, WIDTH, height);
    Card.heading(brush, LEFT, top, WIDTH, "The policy that ships with it", "");
    if (facts.isEmpty()) {
      String words = "None ships with it yet.";
      brush.text(Face.BODY, words, LEFT + Card.PAD, top + 66, Ink.MUTED);
    }
    float column = (INNER - 40) / COLUMNS;
    for (int i = 0; i < facts.size(); i++) {
      Row fact = facts.get(i);
      float x = LEFT + Card.PAD + i / rows * (column + 40);
      float base = top + 68 + i % rows * ROW;
      brush.text(Face.BODY, fact.name(), x, base, Ink.MUTED);
      Face face = brush.width(Face.STRONG, fact.value()) < column - 100 ? Face.STRONG : Face.SMALL;
      brush.text(face, fact.value(), x + column, base, Ink.TEXT, Align.RIGHT);
    }
    return top + height;
  }

  private void best(float top) {
    List<Best> places = screen.best().places();
    int rows = (int) ((Brush.HEIGHT - Board.MARGIN - top - HEADING) / BestRow.HEIGHT);
    int used = Math.min(rows, Math.max(1, places.size()));
    Card.empty(brush, LEFT, top, WIDTH, HEADING + used * BestRow.HEIGHT);
    Card.heading(brush, LEFT, top, WIDTH, "Your best", "of the game at its own pace or faster");
    if (places.isEmpty()) {
      brush.text(Face.BODY, "Not played yet.", LEFT + Card.PAD, top + 66, Ink.MUTED);
    }
    float column = (INNER - 40) / COLUMNS;
    for (int i = 0; i < Math.min(places.size(), COLUMNS * rows); i++) {
      float x = LEFT + Card.PAD + i / rows * (column + 40);
      float base = top + 66 + i % rows * BestRow.HEIGHT;
      BestRow.draw(brush, line, places.get(i), i + 1, x, base, column);
    }
  }

  private void runs() {
    brush.text(Face.FIGURE, "Trainings here", SidePanel.X, 49, Ink.TEXT);
    List<ResultsScreen.Run> runs = screen.runs();
    if (runs.isEmpty()) {
      if (none == null) {
        String words = "No training of it in the folder runs yet: ./ludus train %s makes one.";
        none =
            new Paragraph(brush, Face.BODY, words.formatted(screen.info().name()), SidePanel.WIDTH);
      }
      none.draw(brush, SidePanel.X, 84, Ink.MUTED, Align.LEFT);
      return;
    }
    ResultsScreen.Run run = runs.get(screen.run());
    if (runs.size() > 1) {
      Chooser.draw(brush, SidePanel.X, 92, run.name(), true);
    } else {
      brush.text(Face.STRONG, run.name(), SidePanel.X, 92, Ink.TEXT);
    }
    curve.draw(CURVE_Y - 24, SidePanel.FLOOR - CURVE_Y, run.rows());
  }
}
