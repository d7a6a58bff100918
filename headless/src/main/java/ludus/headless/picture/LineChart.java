package ludus.headless.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Lines over a common axis, each with a band around it if it has one: curves of several runs,
 * schedules, regrets. What is to be told apart differs in colour, in lightness and in dashes.
 *
 * <p>It needs neither a display nor fonts.
 *
 * @param title what is shown
 * @param across what goes from left to right, with its unit
 * @param up what goes up, with its unit
 * @param logarithmic whether equal distances to the right are equal factors; points at 0 or below
 *     are then left out
 * @param places names of the places 0, 1, 2 …, where what goes from left to right are things and
 *     not numbers; none otherwise
 * @param lines at least one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LineChart(
    String title,
    String across,
    String up,
    boolean logarithmic,
    List<String> places,
    List<Line> lines) {
  /** Width of a chart that is alone in its picture, in pixels. */
  private static final int WIDTH = 1280;

  /** Width of a chart beside others. */
  private static final int PANEL_WIDTH = 860;

  private static final int HEIGHT = 720;

  /**
   * One line.
   *
   * @param label what it is, for the legend
   * @param x from left to right
   * @param y as many values
   * @param low as many lower edges of the band, or none
   * @param high as many upper edges of the band, or none
   */
  public record Line(
      String label, List<Double> x, List<Double> y, List<Double> low, List<Double> high) {
    /**
     * @throws IllegalArgumentException if there are not as many values as places
     */
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = low == null ? List.of() : List.copyOf(low);
      high = high == null ? List.of() : List.copyOf(high);
      if (x.size() != y.size()
          || low.size() != high.size()
          || !low.isEmpty() && low.size() != x.size()) {
        throw new IllegalArgumentException(
            "'%s' has %d places, %d values and a band of %d and %d"
                .formatted(label, x.size(), y.size(), low.size(), high.size()));
      }
    }

    /** A line without a band. */
    public static Line of(String label, List<Double> x, List<Double> y) {
      return new Line(label, x, y, List.of(), List.of());
    }
  }

  /**
   * @throws IllegalArgumentException if there is no line
   */
  public LineChart {
    places = places == null ? List.of() : List.copyOf(places);
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a chart needs a line");
    }
  }

  /** A chart over numbers. */
  public LineChart(String title, String across, String up, boolean logarithmic, List<Line> lines) {
    this(title, across, up, logarithmic, List.of(), lines);
  }

  /** The same under another title. */
  public LineChart withTitle(String other) {
    return new LineChart(other, across, up, logarithmic, places, lines);
  }

  /**
   * Writes charts as a PNG file, the whole file or nothing: one of {@value #WIDTH} × {@value
   * #HEIGHT} pixels, or several side by side, each {@value #PANEL_WIDTH} wide.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   */
  public static void save(List<LineChart> charts, Path path) throws IOException {
    int width = charts.size() == 1 ? WIDTH : PANEL_WIDTH;
    BufferedImage all =
        new BufferedImage(charts.size() * width, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = all.createGraphics();
    for (int i = 0; i < charts.size(); i++) {
      LineChartPicture picture = new LineChartPicture(charts.get(i), Lettering.ofThisMachine());
      g.drawImage(picture.paint(width, HEIGHT), i * width, 0, null);
    }
    g.dispose();
    Png.save(all, path);
  }
}
