package ludus.desktop.screen;

import ludus.desktop.hud.Brush;
import ludus.desktop.hud.Card;
import ludus.desktop.hud.Face;
import ludus.desktop.hud.Ink;
import ludus.desktop.hud.Line;
import ludus.headless.play.Session;

/** How the episode goes: its return against what the policy was measured at, time and seed. */
final class FiguresCard {
  static final float HEIGHT = 112;

  private final Brush brush;
  private final SidePanel panel;
  private final Watching side;
  private final Line line = new Line();

  FiguresCard(Brush brush, SidePanel panel, Watching side) {
    this.brush = brush;
    this.panel = panel;
    this.side = side;
  }

  /** Draws it and returns its lower edge. */
  float draw(float y, Time time) {
    Session session = side.session();
    Card.empty(brush, SidePanel.X, y, SidePanel.WIDTH, HEIGHT);
    double mean = session.pilot().evaluatedMean();
    float row = y + 12;
    panel.figure(0, row, "Return", line.clear().addReturn(session.episodeReturn()));
    boolean measured = !Double.isNaN(mean);
    double other = measured ? mean : side.sitting().mean();
    SidePanel.mean(line.clear(), other);
    panel.figure(1, row, measured ? "Evaluated" : "Mean return", line);
    double seconds = (double) session.ticks() / session.info().ticksPerSecond();
    panel.figure(2, row, "Time", line.clear().add(seconds, 1).add(" s"));
    panel.figure(3, row, "Speed", time.pace().text());
    against(y + 66, session.episodeReturn(), other);
    line.clear().add("Tick ").add(session.ticks());
    line.add(" · episode ").add(time.episode()).add(" · seed ").add(session.seed());
    if (measured && side.sitting().episodes() > 0) {
      SidePanel.mean(line.add(" · mean here "), side.sitting().mean());
    }
    brush.text(Face.SMALL, line, SidePanel.INSIDE, y + HEIGHT - 14, Ink.SOFT);
    return y + HEIGHT;
  }

  /** The return as a bar, and a mark where the mean lies. */
  private void against(float y, double value, double mean) {
    double known = Double.isNaN(mean) ? value : mean;
    double low = Math.min(0, Math.min(value, known));
    double high = Math.max(0, Math.max(value, known));
    double span = Math.max(1e-6, high - low) * (known > 0 && high == known ? 1.08 : 1);
    float x = SidePanel.INSIDE;
    float width = SidePanel.INNER;
    float zero = x + (float) (-low / span) * width;
    float here = x + (float) ((value - low) / span) * width;
    brush.rounded(x, y, width, 6, 3, Ink.TRACK);
    brush.rounded(Math.min(zero, here), y, Math.abs(here - zero), 6, 3, Ink.AGENT);
    if (!Double.isNaN(mean)) {
      brush.rectangle(x + (float) ((mean - low) / span) * width - 1, y - 4, 2, 14, Ink.TEXT);
    }
  }
}
