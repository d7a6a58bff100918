package ludus.desktop.screen;

import java.util.List;
import java.util.Map;
import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.CurvePlot;
import ludus.desktop.hud.Ink;
import ludus.headless.play.Marks;

/** The card with a training's curve as far as it has come. */
final class CurveCard {
  private final Brush brush;
  private final Marks marks;
  private final CurvePlot plot = new CurvePlot();
  private final Points training = new Points("return");
  private final Points evaluations = new Points("eval_mean");
  private List<Map<String, Double>> shown;

  /** One column of the metrics, over the steps. */
  private static final class Points {
    final String column;
    float[] steps = new float[0];
    float[] values = new float[0];
    int count;

    Points(String column) {
      this.column = column;
    }

    void take(List<Map<String, Double>> rows) {
      steps = new float[rows.size()];
      values = new float[rows.size()];
      count = 0;
      for (Map<String, Double> row : rows) {
        Double value = row.get(column);
        Double at = row.get("steps");
        if (value != null && at != null) {
          steps[count] = at.floatValue();
          values[count++] = value.floatValue();
        }
      }
    }
  }

  CurveCard(Brush brush, Marks marks) {
    this.brush = brush;
    this.marks = marks;
  }

  /** How many evaluations are shown. */
  int evaluations() {
    return evaluations.count;
  }

  /** Draws it; the same rows again cost nothing but the drawing. */
  void draw(float y, float height, List<Map<String, Double>> rows) {
    if (rows != shown) {
      shown = rows;
      training.take(rows);
      evaluations.take(rows);
    }
    float x = SidePanel.X;
    Card.empty(brush, x, y, SidePanel.WIDTH, height);
    Card.heading(
        brush, x, y, SidePanel.WIDTH, "Learning curve", "thin: training, dots: evaluation");
    float low = span(Math::min, Float.POSITIVE_INFINITY);
    float high = span(Math::max, Float.NEGATIVE_INFINITY);
    if (low > high) {
      return;
    }
    float end = training.count == 0 ? 0 : training.steps[training.count - 1];
    end = Math.max(end, evaluations.count == 0 ? 0 : evaluations.steps[evaluations.count - 1]);
    plot.frame(
        brush, SidePanel.INSIDE - 8, y + 52, SidePanel.INNER + 8, height - 62, low, high, end);
    Points curve = training.count > 0 ? training : evaluations;
    float now = curve.values[curve.count - 1];
    plot.level(brush, "expert", (float) marks.expert(), now, Ink.GOOD);
    plot.level(brush, "chance", (float) marks.chance(), now, Ink.MUTED);
    plot.line(brush, training.steps, training.values, training.count, 1.2f, 0, Ink.SOFT);
    plot.line(brush, evaluations.steps, evaluations.values, evaluations.count, 2, 3.5f, Ink.AGENT);
  }

  private interface Pick {
    float of(float a, float b);
  }

  private float span(Pick pick, float value) {
    for (int i = 0; i < training.count; i++) {
      value = pick.of(value, training.values[i]);
    }
    for (int i = 0; i < evaluations.count; i++) {
      value = pick.of(value, evaluations.values[i]);
    }
    return value;
  }
}
