package ludus.headless.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import ludus.core.file.SafeFile;

/**
 * The learning curve of one run, as a picture: every training episode as a dot with their moving
 * mean, the evaluations with their spread, and the returns of known players as lines across. All
 * parts but the title are optional; points that are no numbers are left out.
 *
 * <p>It needs neither a display nor fonts.
 */
public final class Curve {
  /** Width of the saved picture, in pixels. */
  public static final int WIDTH = 1280;

  /** Height of the saved picture, in pixels. */
  public static final int HEIGHT = 720;

  /** Beyond this a value is taken for the accident that it is, and left out like NaN. */
  private static final double LARGEST = 1e100;

  /**
   * A training episode.
   *
   * @param steps env steps done when it ended
   * @param value its return
   */
  public record Point(long steps, double value) {}

  /**
   * An evaluation.
   *
   * @param steps env steps done when it was made
   * @param mean mean return of its episodes
   * @param low lower edge of the band around the mean, or NaN
   * @param high upper edge of the band around the mean, or NaN
   */
  public record Evaluation(long steps, double mean, double low, double high) {}

  /**
   * What a known player gets, a line across the picture.
   *
   * @param name who, such as "random" or "expert"
   * @param value mean return
   */
  public record Level(String name, double value) {}

  /**
   * When a step was reached.
   *
   * @param steps env steps done
   * @param seconds of wall-clock time since the training began, pauses left out
   */
  public record Clock(long steps, double seconds) {}

  final String title;
  final String valueName;
  List<Point> episodes = List.of();
  List<Evaluation> evaluations = List.of();
  String band = "";
  final List<Level> levels = new ArrayList<>();
  List<Clock> clock = List.of();

  /**
   * A curve without points.
   *
   * @param title what was trained, such as "cartpole · dqn · seed 1"
   * @param valueName what goes up, with its unit if it has one, such as "return per episode"
   */
  public Curve(String title, String valueName) {
    this.title = Objects.requireNonNull(title);
    this.valueName = Objects.requireNonNull(valueName);
  }

  /** Sets the training episodes. */
  public Curve episodes(List<Point> points) {
    episodes =
        points.stream()
            .filter(p -> p.steps >= 0 && known(p.value))
            .sorted(Comparator.comparingLong(Point::steps))
            .toList();
    return this;
  }

  /**
   * Sets the evaluations.
   *
   * @param band what the bands mean, for the legend: "± standard deviation", "min to max"
   */
  public Curve evaluations(List<Evaluation> points, String band) {
    evaluations =
        points.stream()
            .filter(p -> p.steps >= 0 && known(p.mean))
            .sorted(Comparator.comparingLong(Evaluation::steps))
            .toList();
    this.band = Objects.requireNonNull(band);
    return this;
  }

  /** Adds a line across the picture, labelled at its end; a value that is no number adds none. */
  public Curve level(String name, double value) {
    Objects.requireNonNull(name);
    if (known(value)) {
      levels.add(new Level(name, value));
    }
    return this;
  }

  /** Sets when steps were reached; the upper edge then shows the time. */
  public Curve clock(List<Clock> points) {
    clock =
        points.stream()
            .filter(p -> p.steps >= 0 && known(p.seconds))
            .sorted(Comparator.comparingLong(Clock::steps))
            .toList();
    return this;
  }

  /** The picture, {@value #WIDTH} × {@value #HEIGHT} pixels. */
  public BufferedImage image() {
    return image(Lettering.ofThisMachine());
  }

  BufferedImage image(Lettering lettering) {
    return new CurvePicture(this, lettering).paint(WIDTH, HEIGHT);
  }

  /**
   * Writes the picture as a PNG file: the whole file or nothing.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   */
  public void save(Path path) throws IOException {
    BufferedImage image = image();
    ImageIO.setUseCache(false); // no second temporary file, in a folder that we do not know
    SafeFile.write(
        path,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java runtime cannot write PNG files");
          }
        });
  }

  static boolean known(double value) {
    return Math.abs(value) < LARGEST;
  }
}
