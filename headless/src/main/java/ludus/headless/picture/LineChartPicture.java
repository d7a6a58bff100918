package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
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
  private Sheet sheet;
  private Graphics2D g;
  private Rectangle2D plot;
  private Axis xAxis;
  private Axis yAxis;

  LineChartPicture(LineChart chart, Lettering lettering) {
    this.chart = chart;
    this.lettering = lettering;
  }

  BufferedImage paint(int width, int height) {
    sheet = new Sheet(width, height, lettering);
    g = sheet.g;
    measure();
    float left = sheet.left(yAxis);
    sheet.title(chart.title(), left);
    double top = legend(left, 78, width - Sheet.MARGIN) + 22;
    plot =
        new Rectangle2D.Double(left, top, width - left - Sheet.MARGIN, height - Sheet.FOOT - top);
    sheet.plot(plot);
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
    sheet.frame();
    return sheet.done();
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
    for (double tick : yAxis.ticks()) {
      sheet.level(y(tick), yAxis.label(tick));
    }
    for (double tick : acrossTicks()) {
      sheet.upright(x(tick), acrossLabel(tick));
    }
    sheet.axes(chart.across(), chart.up());
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
      double w = 46 + sheet.width(label) + 30;
      if (x > left && x + w - 30 > right) {
        x = left;
        y += ROW;
      }
      g.setColor(color(i));
      g.setStroke(stroke(i));
      g.draw(new Line2D.Double(x, y - 6, x + 36, y - 6));
      sheet.text(label, x + 46, y, CurveStyle.INK);
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
}
