package ludus.headless.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import ludus.core.draw.Palette;

/**
 * The colours, lines and marks of a learning curve. What is to be told apart differs in colour, in
 * lightness and in form (dots, line, line with rings, dashes), so that it is told apart in grey,
 * too.
 */
final class CurveStyle {
  static final Color PAPER = Color.WHITE;
  static final Color INK = new Color(Palette.NIGHT.rgb());
  static final Color PALE_INK = new Color(0x5B6675);
  static final Color GRID = new Color(0xE4E8ED);

  /** One training episode; {@link #episode} makes it paler where there are many. */
  static final Color EPISODE = new Color(Palette.SKY.rgb());

  static final Color EPISODES = new Color(Palette.BLUE.rgb());
  static final BasicStroke EPISODES_LINE = line(2.2f);
  static final Color EVALUATION = new Color(Palette.VERMILION.rgb());
  static final Color BAND = alpha(EVALUATION, 46);
  static final BasicStroke EVALUATION_LINE = line(2.6f);
  static final BasicStroke HAIR = new BasicStroke(1);

  private static final Color[] LEVELS = {
    PALE_INK, new Color(Palette.GREEN.rgb()), new Color(Palette.PINK.rgb())
  };
  private static final float[][] DASHES = {{2, 5}, {11, 6}, {11, 5, 2, 5}};

  private CurveStyle() {}

  /** The dots of this many episodes. */
  static Color episode(int count) {
    return alpha(EPISODE, count < 300 ? 190 : count < 1500 ? 130 : 90);
  }

  /** The radius of this many episodes' dots, in pixels. */
  static double episodeRadius(int count) {
    return count < 50 ? 4 : count < 1500 ? 2.7 : count < 6000 ? 1.8 : 1.2;
  }

  /** The colour of the level with this number. */
  static Color level(int i) {
    return LEVELS[i % LEVELS.length];
  }

  /** The dashes of the level with this number. */
  static BasicStroke levelLine(int i) {
    float[] dashes = DASHES[i % DASHES.length];
    return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  /** The mark of one evaluation. */
  static void ring(Graphics2D g, double x, double y) {
    g.setColor(EVALUATION);
    dot(g, x, y, 5.5);
    g.setColor(PAPER);
    dot(g, x, y, 2.9);
  }

  static void dot(Graphics2D g, double x, double y, double radius) {
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static BasicStroke line(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static Color alpha(Color color, int alpha) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }
}
