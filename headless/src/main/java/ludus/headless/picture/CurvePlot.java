package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import ludus.headless.picture.Curve.Evaluation;
import ludus.headless.picture.Curve.Point;

/** The part of a learning curve's picture within the axes: dots, lines and bands. */
final class CurvePlot {
  private static final int MAX_DOTS = 20_000;

  private final Curve curve;
  private final Axis xAxis;
  private final Axis yAxis;
  private final Rectangle2D area;
  private final int window;

  /**
   * A plot.
   *
   * @param area where on the picture
   * @param window how many episodes the moving mean is over
   */
  CurvePlot(Curve curve, Axis xAxis, Axis yAxis, Rectangle2D area, int window) {
    this.curve = curve;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
    this.area = area;
    this.window = window;
  }

  /** Paints all but the evaluations' line cut off at the edges of the area. */
  void paint(Graphics2D g) {
    Shape clip = g.getClip();
    g.setClip(area);
    dots(g);
    band(g);
    levels(g);
    means(g);
    g.setClip(clip);
    evaluations(g);
  }

  /** Where a step lies, in pixels. */
  double x(double steps) {
    return area.getMinX() + xAxis.share(steps) * area.getWidth();
  }

  /** Where a value lies, in pixels. */
  double y(double value) {
    return area.getMaxY() - yAxis.share(value) * area.getHeight();
  }

  /** Every episode; of very many a regular choice, since a cloud of 20 000 dots is as dense. */
  private void dots(Graphics2D g) {
    List<Point> points = curve.episodes;
    int stride = (points.size() + MAX_DOTS - 1) / MAX_DOTS;
    g.setColor(CurveStyle.episode(points.size()));
    double radius = CurveStyle.episodeRadius(points.size());
    for (int i = 0; i < points.size(); i += stride) {
      CurveStyle.dot(g, x(points.get(i).steps()), y(points.get(i).value()), radius);
    }
  }

  private void means(Graphics2D g) {
    if (curve.episodes.size() < 2) {
      return;
    }
    Path2D.Double path = new Path2D.Double();
    for (Point point : Means.of(curve.episodes, window, 2 * (int) area.getWidth())) {
      to(path, x(point.steps()), y(point.value()));
    }
    g.setColor(CurveStyle.EPISODES);
    g.setStroke(CurveStyle.EPISODES_LINE);
    g.draw(path);
  }

  /** The spread of the evaluations: an area where neighbours have one, a bar where one is alone. */
  private void band(Graphics2D g) {
    List<Evaluation> all = curve.evaluations;
    g.setColor(CurveStyle.BAND);
    for (int i = 0; i < all.size(); i++) {
      int first = i;
      while (i < all.size() && Curve.known(all.get(i).low()) && Curve.known(all.get(i).high())) {
        i++;
      }
      if (i == first) {
        continue;
      }
      Path2D.Double path = new Path2D.Double();
      for (int k = first; k < i; k++) {
        to(path, x(all.get(k).steps()), y(all.get(k).high()));
      }
      for (int k = i - 1; k >= first; k--) {
        to(path, x(all.get(k).steps()), y(all.get(k).low()));
      }
      path.closePath();
      if (i - first > 1) {
        g.fill(path);
      } else {
        g.setStroke(new BasicStroke(6));
        g.draw(path);
      }
    }
  }

  private void evaluations(Graphics2D g) {
    List<Evaluation> all = curve.evaluations;
    Path2D.Double path = new Path2D.Double();
    for (Evaluation e : all) {
      to(path, x(e.steps()), y(e.mean()));
    }
    g.setColor(CurveStyle.EVALUATION);
    g.setStroke(CurveStyle.EVALUATION_LINE);
    if (all.size() > 1) {
      g.draw(path);
    }
    double gap = all.size() > 60 ? 26 : 14;
    double free = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < all.size(); i++) {
      double x = x(all.get(i).steps());
      if (x >= free || i == all.size() - 1) {
        CurveStyle.ring(g, x, y(all.get(i).mean()));
        free = x + gap;
      }
    }
  }

  private void levels(Graphics2D g) {
    for (int i = 0; i < curve.levels.size(); i++) {
      g.setColor(CurveStyle.level(i));
      g.setStroke(CurveStyle.levelLine(i));
      double y = y(curve.levels.get(i).value());
      g.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
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
