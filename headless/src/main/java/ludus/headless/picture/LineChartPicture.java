package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import ludus.core.draw.Palette;

/** Paints a {@link LineChart}. */
final class LineChartPicture {
  private static final float TITLE = 25;
  private static final float TEXT = 17;
  private static final float ROW = 26;

  /** Of Okabe and Ito (2008), the dark ones first: they stay apart for colour-blind people. */
  private static final Color[] COLORS = {
    new Color(Palette.BLUE.rgb()),
    new Color(Palette.VERMILION.rgb()),
    new Color(Palette.GREEN.rgb()),
    new Color(Palette.PINK.rgb()),
    new Color(Palette.ORANGE.rgb()),
    new Color(Palette.SKY.rgb()),
    new Color(Palette.SLATE.rgb())
  };

  private static final float[][] DASHES = {null, {12, 5}, {3, 4}, {12, 4, 3, 4}};

  private final LineChart chart;
  private final Lettering lettering;
  private Graphics2D g;
  private Rectangle2D plot;
  private Axis xAxis;
  private Axis yAxis;

  LineChartPicture(LineChart chart, Lettering lettering) {
    this.chart = chart;
    this.lettering = lettering;
  }

  BufferedImage paint(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(CurveStyle.PAPER);
    g.fillRect(0, 0, width, height);
    measure();
    float left = 44;
    for (double tick : yAxis.ticks()) {
      left = Math.max(left, 58 + lettering.width(yAxis.label(tick), TEXT, false));
    }
    float size =
        TITLE * Math.min(1, (width - left - 28) / lettering.width(chart.title(), TITLE, true));
    text(chart.title(), left, 42, size, true, CurveStyle.INK);
    double top = legend(left, 78, width - 28) + 22;
    plot = new Rectangle2D.Double(left, top, width - left - 28, height - 74 - top);
    grid();
    Shape clip = g.getClip();
    g.setClip(plot);
    for (int i = 0; i < chart.lines().size(); i++) {
      band(i);
    }
    for (int i = 0; i < chart.lines().size(); i++) {
      line(i);
    }
    g.setClip(clip);
    frame();
    g.dispose();
    return image;
  }

  private boolean shown(LineChart.Line line, int i) {
    return Curve.known(line.y().get(i))
        && Curve.known(line.x().get(i))
        && (!chart.logarithmic() || line.x().get(i) > 0);
  }

  private double place(double x) {
    return chart.logarithmic() ? Math.log10(x) : x;
  }

  private void measure() {
    double[] x = {Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] y = {Double.MAX_VALUE, -Double.MAX_VALUE};
    for (LineChart.Line line : chart.lines()) {
      for (int i = 0; i < line.x().size(); i++) {
        if (shown(line, i)) {
          widen(x, place(line.x().get(i)));
          widen(y, line.y().get(i));
          if (!line.low().isEmpty()) {
            widen(y, line.low().get(i));
            widen(y, line.high().get(i));
          }
        }
      }
    }
    if (x[0] > x[1]) {
      x = new double[] {0, 1};
      y = new double[] {0, 1};
    }
    if (!chart.logarithmic() && x[0] > 0 && x[0] < x[1] / 4) {
      x[0] = 0;
    }
    if (y[0] > 0 && y[0] < y[1] / 2) {
      y[0] = 0;
    } else if (y[1] < 0 && y[1] > y[0] / 2) {
      y[1] = 0;
    }
    double margin = 0.04 * (y[1] - y[0]);
    xAxis =
        chart.places().isEmpty()
            ? Axis.between(x[0], x[1], 8)
            : new Axis(-0.5, chart.places().size() - 0.5, 1);
    yAxis = Axis.between(y[0] == 0 ? 0 : y[0] - margin, y[1] + margin, 7);
  }

  private static void widen(double[] range, double value) {
    if (Curve.known(value)) {
      range[0] = Math.min(range[0], value);
      range[1] = Math.max(range[1], value);
    }
  }

  private double x(double value) {
    return plot.getMinX() + xAxis.share(place(value)) * plot.getWidth();
  }

  private double y(double value) {
    return plot.getMaxY() - yAxis.share(value) * plot.getHeight();
  }

  private void grid() {
    g.setStroke(CurveStyle.HAIR);
    for (double tick : yAxis.ticks()) {
      double at = Math.round(y(tick)) + 0.5;
      g.setColor(CurveStyle.GRID);
      g.draw(new Line2D.Double(plot.getMinX(), at, plot.getMaxX(), at));
      String label = yAxis.label(tick);
      float w = lettering.width(label, TEXT, false);
      text(label, plot.getMinX() - 10 - w, at + 6, TEXT, false, CurveStyle.INK);
    }
    for (double tick : acrossTicks()) {
      double at = Math.round(x(tick)) + 0.5;
      g.setColor(CurveStyle.GRID);
      g.draw(new Line2D.Double(at, plot.getMinY(), at, plot.getMaxY()));
      centred(acrossLabel(tick), at, plot.getMaxY() + 25, CurveStyle.INK);
    }
    centred(chart.across(), plot.getCenterX(), plot.getMaxY() + 55, CurveStyle.PALE_INK);
    float w = lettering.width(chart.up(), TEXT, false);
    var before = g.getTransform();
    g.rotate(-Math.PI / 2, 28, plot.getCenterY() + w / 2);
    text(chart.up(), 28, plot.getCenterY() + w / 2, TEXT, false, CurveStyle.PALE_INK);
    g.setTransform(before);
  }

  /** Round values; of a logarithmic axis 1, 10, 100 …, and 2 and 5 times these if it is short. */
  private List<Double> acrossTicks() {
    if (!chart.logarithmic()) {
      return xAxis.ticks();
    }
    List<Double> ticks = new ArrayList<>();
    double decades = xAxis.high() - xAxis.low();
    for (int power = (int) Math.floor(xAxis.low()); power <= xAxis.high(); power++) {
      for (int factor : decades > 3 ? new int[] {1} : new int[] {1, 2, 5}) {
        double tick = factor * Math.pow(10, power);
        double share = xAxis.share(Math.log10(tick));
        if (share > -1e-9 && share < 1 + 1e-9) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  private String acrossLabel(double tick) {
    if (!chart.places().isEmpty()) {
      return chart.places().get((int) tick);
    }
    return chart.logarithmic() ? Axis.number(tick) : xAxis.label(tick);
  }

  private void frame() {
    g.setColor(CurveStyle.PALE_INK);
    g.setStroke(new BasicStroke(1.2f));
    double bottom = Math.round(plot.getMaxY()) + 0.5;
    double left = Math.round(plot.getMinX()) + 0.5;
    g.draw(new Line2D.Double(left, bottom, plot.getMaxX(), bottom));
    g.draw(new Line2D.Double(left, plot.getMinY(), left, bottom));
  }

  private static Color color(int i) {
    return COLORS[i % COLORS.length];
  }

  private static BasicStroke stroke(int i) {
    return new BasicStroke(
        2.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[i % DASHES.length], 0);
  }

  /** Returns the baseline of the last row. */
  private double legend(double left, double y, double right) {
    double x = left;
    for (int i = 0; i < chart.lines().size(); i++) {
      String label = chart.lines().get(i).label();
      double w = 46 + lettering.width(label, TEXT, false) + 30;
      if (x > left && x + w - 30 > right) {
        x = left;
        y += ROW;
      }
      g.setColor(color(i));
      g.setStroke(stroke(i));
      g.draw(new Line2D.Double(x, y - 6, x + 36, y - 6));
      text(label, x + 46, y, TEXT, false, CurveStyle.INK);
      x += w;
    }
    return y;
  }

  private void band(int i) {
    LineChart.Line line = chart.lines().get(i);
    if (line.low().isEmpty()) {
      return;
    }
    Path2D path = new Path2D.Double();
    for (int k = 0; k < line.x().size(); k++) {
      if (shown(line, k)) {
        to(path, x(line.x().get(k)), y(line.high().get(k)));
      }
    }
    for (int k = line.x().size() - 1; k >= 0; k--) {
      if (shown(line, k)) {
        to(path, x(line.x().get(k)), y(line.low().get(k)));
      }
    }
    if (path.getCurrentPoint() != null) {
      path.closePath();
      Color c = color(i);
      g.setColor(new Color(c.getRed(), c.getGreen(), c.getBlue(), 38));
      g.fill(path);
    }
  }

  private void line(int i) {
    LineChart.Line line = chart.lines().get(i);
    Path2D path = new Path2D.Double();
    int points = 0;
    for (int k = 0; k < line.x().size(); k++) {
      if (shown(line, k)) {
        to(path, x(line.x().get(k)), y(line.y().get(k)));
        points++;
      }
    }
    g.setColor(color(i));
    g.setStroke(stroke(i));
    g.draw(path);
    for (int k = 0; points <= 12 && k < line.x().size(); k++) {
      if (shown(line, k)) {
        CurveStyle.dot(g, x(line.x().get(k)), y(line.y().get(k)), 5);
      }
    }
  }

  private static void to(Path2D path, double x, double y) {
    if (path.getCurrentPoint() == null) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
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
