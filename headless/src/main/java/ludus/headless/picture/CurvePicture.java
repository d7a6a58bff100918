package ludus.headless.picture;

import java.awt.Color;
import java.awt.Graphics2D;
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
  private static final float LINE = 22;

  private final Curve curve;
  private final Lettering lettering;
  private final int window;

  private Sheet sheet;
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
    sheet = new Sheet(width, height, lettering);
    g = sheet.g;
    yAxis = CurveRange.values(curve, window);
    xAxis = Axis.counting(CurveRange.lastStep(curve), 8);
    List<EndLabel> ends = endLabels();
    float right = Sheet.MARGIN;
    for (EndLabel end : ends) {
      right = Math.max(right, 30 + sheet.boldWidth(end.text));
    }
    float left = sheet.left(yAxis);
    float top = curve.clock.isEmpty() ? 100 : 124;
    plot = new Rectangle2D.Float(left, top, width - left - right, height - Sheet.FOOT - top);
    inside = new CurvePlot(curve, xAxis, yAxis, plot, window);
    sheet.plot(plot);

    sheet.title(curve.title, left);
    legend(left, 78);
    grid();
    time();
    inside.paint(g);
    sheet.frame();
    ends(ends);
    if (curve.episodes.isEmpty() && curve.means.isEmpty() && curve.evaluations.isEmpty()) {
      sheet.centred("no episodes yet", plot.getCenterX(), plot.getCenterY(), CurveStyle.PALE_INK);
    }
    return sheet.done();
  }

  private void grid() {
    for (double tick : yAxis.ticks()) {
      sheet.level(inside.y(tick), yAxis.label(tick));
    }
    for (double tick : xAxis.ticks()) {
      sheet.upright(inside.x(tick), xAxis.label(tick));
    }
    sheet.axes("env steps", curve.valueName);
  }

  /** Round times along the upper edge. */
  private void time() {
    List<TimeTicks> ticks = TimeTicks.along(curve.clock, 8);
    double free = Double.NEGATIVE_INFINITY;
    for (TimeTicks tick : ticks) {
      double x = inside.x(tick.steps());
      float w = sheet.width(tick.label());
      if (x - w / 2 < free || x > plot.getMaxX() + 1) {
        continue; // a run that slowed down may crowd its times
      }
      free = x + w / 2 + 12;
      sheet.above(x, tick.label());
    }
    if (!ticks.isEmpty()) {
      double x = plot.getMinX() - 14 - sheet.width("time");
      sheet.text("time", x, plot.getMinY() - 12, CurveStyle.PALE_INK);
    }
  }

  private void legend(double x, double y) {
    double middle = y - 6;
    if (!curve.episodes.isEmpty()) {
      g.setColor(CurveStyle.episode(1));
      for (int i = 0; i < 3; i++) {
        CurveStyle.dot(g, x + 4 + 9 * i, middle + (i == 1 ? -4 : 3), 2.6);
      }
      x = entry("training episodes", x + 32, y);
    }
    if (!curve.means.isEmpty() || window > 1) {
      g.setColor(CurveStyle.EPISODES);
      g.setStroke(CurveStyle.EPISODES_LINE);
      g.draw(new Line2D.Double(x, middle, x + 28, middle));
      String name = curve.means.isEmpty() ? "their mean over " + window : curve.meansName;
      x = entry(name, x + 38, y);
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
    sheet.text(name, x, y, CurveStyle.INK);
    return x + sheet.width(name) + 30;
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
      sheet.bold(end.text, x + 19, at[i] + 6, end.color);
    }
  }
}
