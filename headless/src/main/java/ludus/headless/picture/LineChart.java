package ludus.headless.picture;

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
 * @param lines at least one
 */
public record LineChart(
    String title, String across, String up, boolean logarithmic, List<Line> lines) {
  /** Width of the saved picture, in pixels. */
  public static final int WIDTH = 1280;

  /** Height of the saved picture, in pixels. */
  public static final int HEIGHT = 720;

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
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a chart needs a line");
    }
  }

  /** The picture, {@value #WIDTH} × {@value #HEIGHT} pixels. */
  public BufferedImage image() {
    return image(Lettering.ofThisMachine());
  }

  BufferedImage image(Lettering lettering) {
    return new LineChartPicture(this, lettering).paint(WIDTH, HEIGHT);
  }

  /**
   * Writes the picture as a PNG file: the whole file or nothing.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   */
  public void save(Path path) throws IOException {
    Png.save(image(), path);
  }
}
