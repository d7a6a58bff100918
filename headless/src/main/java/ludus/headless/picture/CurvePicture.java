package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ludus.headless.picture.Curve.Level;

/**
 * Paints a {@link Curve} with all that stands around it: title, legend, axes, time and the labels
 * at the ends of lines.
 */
final class CurvePicture {
  private static final float TITLE = 25;
  private static final float TEXT = 17;
  private static final float LINE = 22;

  private final Curve curve;
  private final Lettering lettering;
  private final int window;

  private Graphics2D g;
  private Rectangle2D plot;
  private CurvePlot inside;
  private Axis xAxis;
  private Axis yAxis;

  CurvePicture(Curve curve, Lettering lettering) {
    this.curve = curve;
    this.lettering = lettering;
    this.window = Means.window(curve.episodes.size());
  }

  BufferedImage paint(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(CurveStyle.PAPER);
    g.fillRect(0, 0, width, height);

    yAxis = CurveRange.values(curve, window);
    xAxis = Axis.counting(CurveRange.lastStep(curve), 8);
    List<EndLabel> ends = endLabels();
    float right = 28;
    for (EndLabel end : ends) {
      right = Math.max(right, 30 + lettering.width(end.text, TEXT, true));
    }
    float left = 44;
    for (double tick : yAxis.ticks()) {
      left = Math.max(left, 58 + lettering.width(yAxis.label(tick), TEXT, false));
    }
    float top = curve.clock.isEmpty() ? 100 : 124;
    plot = new Rectangle2D.Float(left, top, width - left - right, height - 74 - top);
    inside = new CurvePlot(curve, xAxis, yAxis, plot, window);

    float space = width - left - 28;
    float size = Math.min(TITLE, TITLE * space / lettering.width(curve.title, TITLE, true));
    text(curve.title, left, 42, size, true, CurveStyle.INK);
    legend(left, 78);
    grid();
    time();
    inside.paint(g);
    frame();
    ends(ends);
    if (curve.episodes.isEmpty() && curve.evaluations.isEmpty()) {
      centred("no episodes yet", plot.getCenterX(), plot.getCenterY(), CurveStyle.PALE_INK);
    }
    g.dispose();
    return image;
  }

  private void grid() {
    g.setStroke(CurveStyle.HAIR);
    for (double tick : yAxis.ticks()) {
      double y = Math.round(inside.y(tick)) + 0.5;
      g.setColor(CurveStyle.GRID);
      g.draw(new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y));
      String label = yAxis.label(tick);
      float w = lettering.width(label, TEXT, false);
      text(label, plot.getMinX() - 10 - w, y + 6, TEXT, false, CurveStyle.INK);
    }
    for (double tick : xAxis.ticks()) {
      double x = Math.round(inside.x(tick)) + 0.5;
      g.setColor(CurveStyle.GRID);
      g.draw(new Line2D.Double(x, plot.getMinY(), x, plot.getMaxY()));
      centred(xAxis.label(tick), x, plot.getMaxY() + 25, CurveStyle.INK);
    }
    centred("env steps", plot.getCenterX(), plot.getMaxY() + 55, CurveStyle.PALE_INK);
    float w = lettering.width(curve.valueName, TEXT, false);
    var before = g.getTransform();
    g.rotate(-Math.PI / 2, 28, plot.getCenterY() + w / 2);
    text(curve.valueName, 28, plot.getCenterY() + w / 2, TEXT, false, CurveStyle.PALE_INK);
    g.setTransform(before);
  }

  /** Round times along the upper edge. */
  private void time() {
    List<TimeTicks> ticks = TimeTicks.along(curve.clock, 8);
    g.setStroke(CurveStyle.HAIR);
    double free = Double.NEGATIVE_INFINITY;
    for (TimeTicks tick : ticks) {
      double x = Math.round(inside.x(tick.steps())) + 0.5;
      float w = lettering.width(tick.label(), TEXT, false);
      if (x - w / 2 < free || x > plot.getMaxX() + 1) {
        continue; // a run that slowed down may crowd its times
      }
      free = x + w / 2 + 12;
      g.setColor(CurveStyle.PALE_INK);
      g.draw(new Line2D.Double(x, plot.getMinY() - 6, x, plot.getMinY()));
      centred(tick.label(), x, plot.getMinY() - 12, CurveStyle.PALE_INK);
    }
    if (!ticks.isEmpty()) {
      float w = lettering.width("time", TEXT, false);
      text("time", plot.getMinX() - 14 - w, plot.getMinY() - 12, TEXT, false, CurveStyle.PALE_INK);
    }
  }

  private void frame() {
    g.setColor(CurveStyle.PALE_INK);
    g.setStroke(new BasicStroke(1.2f));
    double bottom = Math.round(plot.getMaxY()) + 0.5;
    double left = Math.round(plot.getMinX()) + 0.5;
    g.draw(new Line2D.Double(left, bottom, plot.getMaxX(), bottom));
    g.draw(new Line2D.Double(left, plot.getMinY(), left, bottom));
  }

  private void legend(double x, double y) {
    double middle = y - 6;
    if (!curve.episodes.isEmpty()) {
      g.setColor(CurveStyle.episode(1));
      for (int i = 0; i < 3; i++) {
        CurveStyle.dot(g, x + 4 + 9 * i, middle + (i == 1 ? -4 : 3), 2.6);
      }
      x = entry("training episodes", x + 32, y);
      if (curve.episodes.size() > 1 && window > 1) {
        g.setColor(CurveStyle.EPISODES);
        g.setStroke(CurveStyle.EPISODES_LINE);
        g.draw(new Line2D.Double(x, middle, x + 28, middle));
        x = entry("their mean over " + window, x + 38, y);
      }
    }
    if (!curve.evaluations.isEmpty()) {
      if (curve.evaluations.stream().anyMatch(e -> Curve.known(e.low()))) {
        g.setColor(CurveStyle.BAND);
        g.fill(new Rectangle2D.Double(x, middle - 8, 32, 16));
      }
      g.setColor(CurveStyle.EVALUATION);
      g.setStroke(CurveStyle.EVALUATION_LINE);
      g.draw(new Line2D.Double(x, middle, x + 32, middle));
      CurveStyle.ring(g, x + 16, middle);
      String band =
          curve.band.isEmpty() || curve.band.startsWith("±") ? " " + curve.band : ", " + curve.band;
      entry("evaluation" + band, x + 42, y);
    }
  }

  private double entry(String name, double x, double y) {
    text(name, x, y, TEXT, false, CurveStyle.INK);
    return x + lettering.width(name, TEXT, false) + 30;
  }

  /** A name and number beside the right end of a line. */
  private record EndLabel(double value, String text, Color color) {}

  private List<EndLabel> endLabels() {
    List<EndLabel> ends = new ArrayList<>();
    for (int i = 0; i < curve.levels.size(); i++) {
      Level level = curve.levels.get(i);
      String text = level.name() + " " + Axis.number(level.value());
      ends.add(new EndLabel(level.value(), text, CurveStyle.level(i).darker()));
    }
    if (!curve.evaluations.isEmpty()) {
      double last = curve.evaluations.get(curve.evaluations.size() - 1).mean();
      ends.add(new EndLabel(last, "last " + Axis.number(last), CurveStyle.EVALUATION.darker()));
    }
    ends.sort(Comparator.comparingDouble(EndLabel::value).reversed());
    return ends;
  }

  /** Writes the labels from top to bottom, pushed apart where they would overlap. */
  private void ends(List<EndLabel> ends) {
    double[] at = new double[ends.size()];
    double free = plot.getMinY();
    for (int i = 0; i < at.length; i++) {
      at[i] = Math.max(free, inside.y(ends.get(i).value));
      free = at[i] + LINE;
    }
    double limit = plot.getMaxY();
    for (int i = at.length - 1; i >= 0; i--) {
      at[i] = Math.min(limit, at[i]);
      limit = at[i] - LINE;
    }
    for (int i = 0; i < at.length; i++) {
      EndLabel end = ends.get(i);
      g.setColor(end.color);
      g.setStroke(CurveStyle.HAIR);
      double x = plot.getMaxX();
      g.draw(new Line2D.Double(x + 5, inside.y(end.value), x + 15, at[i]));
      text(end.text, x + 19, at[i] + 6, TEXT, true, end.color);
    }
  }

  private void centred(String text, double x, double y, Color color) {
    text(text, x - lettering.width(text, TEXT, false) / 2, y, TEXT, false, color);
  }

  private void text(String text, double x, double y, float size, boolean bold, Color color) {
    g.setColor(color);
    lettering.write(g, text, (float) x, (float) y, size, bold);
  }
}
