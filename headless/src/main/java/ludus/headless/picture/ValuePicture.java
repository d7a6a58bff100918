package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import ludus.core.mdp.GridLayout;
import ludus.core.mdp.ValueMap;
import ludus.core.mdp.ValueMap.Spot;

/**
 * A {@link ValueMap} as a picture: values as colours with a legend, as numbers, greedy actions as
 * arrows (as names where arrows would not tell them apart), and the greedy way as a line. Where a
 * cell is several states it is cut into a triangle for each heading; with action values, into one
 * for each direction of moving.
 *
 * <p>It needs neither a display nor fonts.
 */
public final class ValuePicture {
  private static final int MOST_WIDTH = 1216;
  private static final int LARGEST_CELL = 128;
  private static final int EDGE = 32;
  private static final int TOP = 66;
  private static final int BOTTOM = 86;
  private static final Color PIT = new Color(0x3A4353);
  private static final Color WAY = new Color(0xD55E00);

  private final ValueMap map;
  private final String title;
  private final boolean actions;
  private final Lettering lettering;
  private final int side;
  private final boolean arrows;
  private final double low;
  private final double high;
  private Graphics2D g;

  private ValuePicture(ValueMap map, String title, boolean actions, Lettering lettering) {
    this.map = map;
    this.title = title;
    this.lettering = lettering;
    side = Math.min(LARGEST_CELL, MOST_WIDTH / map.columns());
    List<Integer> directions = map.spots().get(0).arrows();
    arrows =
        !directions.contains(GridLayout.NONE)
            && directions.stream().distinct().count() == directions.size();
    this.actions = actions && arrows;
    low = actions ? extreme(-1) : map.low();
    high = actions ? extreme(1) : map.high();
  }

  private double extreme(int sign) {
    return sign
        * map.spots().stream()
            .filter(s -> !s.terminal())
            .flatMap(s -> s.q().stream())
            .mapToDouble(q -> sign * q)
            .max()
            .orElse(0);
  }

  /**
   * Paints it.
   *
   * @param title above the picture
   * @param actions whether to show q(s, a) in place of v(s), where moves have directions
   */
  public static BufferedImage of(ValueMap map, String title, boolean actions) {
    return new ValuePicture(map, title, actions, Lettering.ofThisMachine()).paint();
  }

  /**
   * Paints it into a PNG file: the whole file or nothing.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   */
  public static void save(ValueMap map, String title, boolean actions, Path path)
      throws IOException {
    Png.save(of(map, title, actions), path);
  }

  private BufferedImage paint() {
    int width = Math.max(420, map.columns() * side) + 2 * EDGE;
    int height = map.rows() * side + TOP + BOTTOM;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.translate((width - map.columns() * side) / 2.0, TOP);
    double room = width - 2 * EDGE;
    float size = (float) Math.min(22, 22 * room / lettering.width(title, 22, true));
    write(title, 0, -24, size, true, CurveStyle.INK);
    g.setColor(PIT);
    g.fillRect(0, 0, map.columns() * side, map.rows() * side);
    map.spots().forEach(this::ground);
    g.setColor(Color.WHITE);
    g.setStroke(new BasicStroke(2));
    for (Spot spot : map.spots()) {
      g.draw(new Rectangle2D.Double(x(spot), y(spot), side, side));
    }
    way();
    map.spots().forEach(this::words);
    legend();
    g.dispose();
    return image;
  }

  private double x(Spot spot) {
    return spot.column() * side;
  }

  private double y(Spot spot) {
    return spot.row() * side;
  }

  /** What is coloured. */
  private void ground(Spot spot) {
    if (!spot.terminal() && spot.heading() != GridLayout.NONE) {
      wedge(spot, spot.heading(), spot.value());
    } else if (!spot.terminal() && actions) {
      for (int a = 0; a < spot.q().size(); a++) {
        wedge(spot, spot.arrows().get(a), spot.q().get(a));
      }
    } else {
      g.setColor(spot.terminal() ? Color.WHITE : color(spot.value()));
      g.fill(new Rectangle2D.Double(x(spot), y(spot), side, side));
    }
  }

  /** What is written, and the arrows. */
  private void words(Spot spot) {
    String names = String.join("/", spot.greedy().stream().map(map.actions()::get).toList());
    if (spot.terminal()) {
      if (spot.heading() <= GridLayout.UP) {
        centred("end", spot, 0, 0, side / 5f, CurveStyle.INK);
      }
    } else if (spot.heading() != GridLayout.NONE) {
      label(spot, spot.heading(), number(spot.value()), spot.value(), -0.05);
      label(spot, spot.heading(), names, spot.value(), 0.07);
    } else if (actions) {
      for (int a = 0; a < spot.q().size(); a++) {
        String mark = spot.greedy().contains(a) ? "•" : "";
        label(spot, spot.arrows().get(a), mark + number(spot.q().get(a)), spot.q().get(a), 0);
      }
    } else {
      Color ink = ink(spot.value());
      centred(number(spot.value()), spot, 0, arrows ? 0 : -0.12, side / 5.5f, ink);
      if (arrows) {
        spot.greedy().forEach(a -> arrow(spot, spot.arrows().get(a), ink));
      } else {
        centred(names, spot, 0, 0.14, side / 7f, ink);
      }
    }
  }

  /** The quarter of a cell that lies in this direction. */
  private void wedge(Spot spot, int direction, double value) {
    double cx = x(spot) + side / 2.0;
    double cy = y(spot) + side / 2.0;
    double half = side / 2.0;
    double dx = dx(direction) * half;
    double dy = dy(direction) * half;
    Path2D path = new Path2D.Double();
    path.moveTo(cx, cy);
    path.lineTo(cx + dx - dy, cy + dy - dx);
    path.lineTo(cx + dx + dy, cy + dy + dx);
    path.closePath();
    g.setColor(color(value));
    g.fill(path);
    g.setColor(new Color(255, 255, 255, 120));
    g.setStroke(CurveStyle.HAIR);
    g.draw(path);
  }

  private void label(Spot spot, int direction, String text, double value, double below) {
    double out = 0.34;
    centred(text, spot, dx(direction) * out, dy(direction) * out + below, side / 10f, ink(value));
  }

  /** A triangle at the edge of the cell that it points over. */
  private void arrow(Spot spot, int direction, Color ink) {
    double cx = x(spot) + side * (0.5 + 0.36 * dx(direction));
    double cy = y(spot) + side * (0.5 + 0.36 * dy(direction));
    double r = side * 0.085;
    Path2D path = new Path2D.Double();
    path.moveTo(cx + r * dx(direction), cy + r * dy(direction));
    path.lineTo(
        cx - r * dx(direction) - 1.2 * r * dy(direction),
        cy - r * dy(direction) - 1.2 * r * dx(direction));
    path.lineTo(
        cx - r * dx(direction) + 1.2 * r * dy(direction),
        cy - r * dy(direction) + 1.2 * r * dx(direction));
    path.closePath();
    g.setColor(ink);
    g.fill(path);
  }

  private static int dx(int direction) {
    return direction == GridLayout.RIGHT ? 1 : direction == GridLayout.LEFT ? -1 : 0;
  }

  private static int dy(int direction) {
    return direction == GridLayout.DOWN ? 1 : direction == GridLayout.UP ? -1 : 0;
  }

  /** The greedy way: a line beside the middles of its cells, so that numbers stay readable. */
  private void way() {
    if (map.path().size() < 2) {
      return;
    }
    Path2D path = new Path2D.Double();
    for (int s : map.path()) {
      double px = x(map.spots().get(s)) + side * 0.13;
      double py = y(map.spots().get(s)) + side * 0.82;
      if (path.getCurrentPoint() == null) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Color.WHITE);
    g.draw(path);
    g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(WAY);
    g.draw(path);
  }

  private void legend() {
    double y = map.rows() * side + 24;
    int length = 260;
    for (int i = 0; i < length; i++) {
      g.setColor(color(low + (high - low) * i / (length - 1)));
      g.fill(new Rectangle2D.Double(i, y, 1.5, 14));
    }
    write(number(low), 0, y + 34, 15, false, CurveStyle.INK);
    String most = number(high);
    write(most, length - lettering.width(most, 15, false), y + 34, 15, false, CurveStyle.INK);
    String what = actions ? "q(s, a)" : "v(s)";
    write(
        what,
        length / 2.0 - lettering.width(what, 15, false) / 2,
        y + 34,
        15,
        false,
        CurveStyle.PALE_INK);
    if (map.path().size() > 1) {
      g.setColor(WAY);
      g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(new Line2D.Double(length + 28, y + 8, length + 58, y + 8));
      write("greedy way", length + 68, y + 13, 15, false, CurveStyle.INK);
    }
  }

  private double share(double value) {
    return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
  }

  private Color color(double value) {
    return ValueColors.of(share(value));
  }

  private Color ink(double value) {
    return share(value) > 0.55 ? CurveStyle.INK : Color.WHITE;
  }

  /** Centred in the cell, moved by shares of its side, and made smaller where it would not fit. */
  private void centred(
      String text, Spot spot, double right, double below, float size, Color color) {
    float room = side * (spot.heading() == GridLayout.NONE && !actions ? 0.9f : 0.3f);
    float wide = lettering.width(text, size, false);
    float fit = wide > room ? size * room / wide : size;
    double x = x(spot) + side * (0.5 + right) - lettering.width(text, fit, false) / 2;
    write(text, x, y(spot) + side * (0.5 + below) + fit * 0.35, fit, false, color);
  }

  private void write(String text, double x, double y, float size, boolean bold, Color color) {
    g.setColor(color);
    lettering.write(g, text, (float) x, (float) y, size, bold);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String text =
        String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 1_000 ? "%.1f" : "%.0f", value);
    return text.replace('-', '\u2212');
  }
}
