package ludus.desktop.screen;

import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.TracePlot;

/** The card of the last seconds: what the pilot expected as a line, what it got as ticks. */
final class TraceCard {
  /** How high it must be to say something. */
  static final float LEAST = 72;

  private static final float NAMES = 112;

  private final Brush brush;
  private final Traces traces;
  private final TracePlot plot = new TracePlot();
  private final TracePlot.Source values;
  private final TracePlot.Source rewards;
  private final Line line = new Line();

  TraceCard(Brush brush, Traces traces) {
    this.brush = brush;
    this.traces = traces;
    values = traces::value;
    rewards = traces::reward;
  }

  /** Draws it, where there is room. */
  void draw(float y, float height) {
    if (height < LEAST) {
      return;
    }
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, height);
    int n = traces.size();
    float value = n == 0 ? Float.NaN : traces.value(n - 1);
    float x = SidePanel.INSIDE;
    float middle = y + (height - 22) / 2;
    brush.text(Face.SMALL, "Value", x, middle - 4, Ink.MUTED);
    brush.text(Face.STRONG, line.clear().add(value, 2), x, middle + 15, Ink.AGENT);
    brush.text(Face.SMALL, "Reward", x, y + height - 15, Ink.MUTED);
    float reward = n == 0 ? 0 : traces.reward(n - 1);
    line.clear().add(reward > 0 ? "+" : "").addReturn(reward);
    float ink = reward > 0 ? Ink.GOOD : reward < 0 ? Ink.ALERT : Ink.MUTED;
    brush.text(Face.SMALL, line, x + 54, y + height - 15, ink);
    float left = x + NAMES;
    plot.draw(
        brush, left, y + 10, SidePanel.INNER - NAMES, height - 20, Traces.KEPT, n, values, rewards);
  }
}
