package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The paper that a chart is drawn on: letters, and what stands around a plot. */
final class Sheet {
  private static final float TITLE = 25;
  private static final float TEXT = 17;

  /** Room to the right of a plot that has nothing there. */
  static final float MARGIN = 28;

  /** Room below a plot, for what is told of its lower edge. */
  static final float FOOT = 74;

  final Graphics2D g;
  private final BufferedImage image;
  private final Lettering lettering;
  private Rectangle2D plot;

  Sheet(int width, int height, Lettering lettering) {
    this.lettering = lettering;
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(CurveStyle.PAPER);
    g.fillRect(0, 0, width, height);
  }

  /** The finished picture; nothing is drawn after it. */
  BufferedImage done() {
    g.dispose();
    return image;
  }

  /** Where a plot has to begin so that there is room for what its left edge tells. */
  float left(Axis axis) {
    float left = 44;
    for (double tick : axis.ticks()) {
      left = Math.max(left, 58 + width(axis.label(tick)));
    }
    return left;
  }

  /** The title, from {@code left} on, smaller where it would not fit. */
  void title(String text, float left) {
    float room = image.getWidth() - left - MARGIN;
    float size = TITLE * Math.min(1, room / lettering.width(text, TITLE, true));
    write(text, left, 42, size, true, CurveStyle.INK);
  }

  /** Where the plot lies; what follows is drawn around it. */
  void plot(Rectangle2D plot) {
    this.plot = plot;
  }

  /** A line across the plot, and what it stands for. */
  void level(double y, String label) {
    double at = line(CurveStyle.GRID, y);
    g.draw(new Line2D.Double(plot.getMinX(), at, plot.getMaxX(), at));
    text(label, plot.getMinX() - 10 - width(label), at + 6, CurveStyle.INK);
  }

  /** A line up the plot, and what it stands for. */
  void upright(double x, String label) {
    double at = line(CurveStyle.GRID, x);
    g.draw(new Line2D.Double(at, plot.getMinY(), at, plot.getMaxY()));
    double last = image.getWidth() - 6 - width(label) / 2; // a long one at the corner stays whole
    centred(label, Math.min(at, last), plot.getMaxY() + 25, CurveStyle.INK);
  }

  /** A short line on the upper edge, and what it stands for. */
  void above(double x, String label) {
    double at = line(CurveStyle.PALE_INK, x);
    g.draw(new Line2D.Double(at, plot.getMinY() - 6, at, plot.getMinY()));
    centred(label, at, plot.getMinY() - 12, CurveStyle.PALE_INK);
  }

  private double line(Color color, double at) {
    g.setStroke(CurveStyle.HAIR);
    g.setColor(color);
    return Math.round(at) + 0.5;
  }

  /** What the lower and the left edge count. */
  void axes(String across, String up) {
    centred(across, plot.getCenterX(), plot.getMaxY() + 55, CurveStyle.PALE_INK);
    double y = plot.getCenterY() + width(up) / 2;
    var before = g.getTransform();
    g.rotate(-Math.PI / 2, 28, y);
    text(up, 28, y, CurveStyle.PALE_INK);
    g.setTransform(before);
  }

  /** The lower and the left edge. */
  void frame() {
    g.setColor(CurveStyle.PALE_INK);
    g.setStroke(new BasicStroke(1.2f));
    double bottom = Math.round(plot.getMaxY()) + 0.5;
    double left = Math.round(plot.getMinX()) + 0.5;
    g.draw(new Line2D.Double(left, bottom, plot.getMaxX(), bottom));
    g.draw(new Line2D.Double(left, plot.getMinY(), left, bottom));
  }

  float width(String text) {
    return lettering.width(text, TEXT, false);
  }

  float boldWidth(String text) {
    return lettering.width(text, TEXT, true);
  }

  void centred(String text, double x, double y, Color color) {
    text(text, x - width(text) / 2, y, color);
  }

  void text(String text, double x, double y, Color color) {
    write(text, x, y, TEXT, false, color);
  }

  void bold(String text, double x, double y, Color color) {
    write(text, x, y, TEXT, true, color);
  }

  private void write(String text, double x, double y, float size, boolean bold, Color color) {
    g.setColor(color);
    lettering.write(g, text, (float) x, (float) y, size, bold);
  }
}
