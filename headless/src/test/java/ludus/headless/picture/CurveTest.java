package ludus.headless.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import ludus.core.draw.Palette;
import ludus.core.random.Rng;
import ludus.headless.picture.Curve.Clock;
import ludus.headless.picture.Curve.Evaluation;
import ludus.headless.picture.Curve.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveTest {
  private static final double NAN = Double.NaN;

  @TempDir Path folder;

  /** Pixels of just this colour. */
  private static long count(BufferedImage image, int rgb) {
    int[] pixels = image.getRGB(0, 0, Curve.WIDTH, Curve.HEIGHT, null, 0, Curve.WIDTH);
    return IntStream.of(pixels).filter(p -> (p & 0xFFFFFF) == rgb).count();
  }

  private static Curve curve() {
    return new Curve("Catch · dqn · seed 1", "return per episode");
  }

  @Test
  void everyPartShowsInItsColourAndOnlyIfGiven() {
    List<Point> points = IntStream.range(0, 500).mapToObj(i -> new Point(40L * i, i % 9)).toList();
    List<Evaluation> evaluations =
        List.of(new Evaluation(5000, 2, 1, 3), new Evaluation(20_000, 6, 5, 7));
    BufferedImage episodesOnly = curve().episodes(points).image();
    assertTrue(count(episodesOnly, Palette.BLUE.rgb()) > 300, "mean of the episodes");
    assertEquals(0, count(episodesOnly, Palette.VERMILION.rgb()), "no evaluation");
    BufferedImage all =
        curve()
            .episodes(points)
            .evaluations(evaluations, "min to max")
            .level("random", 0.3)
            .level("expert", 9)
            .clock(List.of(new Clock(20_000, 95)))
            .image();
    assertTrue(count(all, Palette.VERMILION.rgb()) > 300, "evaluations");
    assertTrue(count(all, Palette.GREEN.rgb()) > 300, "expert");
    assertEquals(0, count(episodesOnly, Palette.GREEN.rgb()), "no expert");
  }

  @Test
  void meansTakenElsewhereAreDrawnAsALineWithoutDots() {
    List<Point> means = List.of(new Point(100, 1), new Point(2000, 1.5), new Point(9000, 8));
    BufferedImage image = curve().means(means, "mean of the last 100 episodes").image();
    assertTrue(count(image, Palette.BLUE.rgb()) > 300, "line");
    assertEquals(0, count(image, Palette.SKY.rgb()), "no dots");
    assertEquals(Curve.WIDTH, curve().means(means.subList(0, 1), "one").image().getWidth());
  }

  @Test
  void aHigherValueIsDrawnHigher() {
    Rng rng = new Rng(1);
    for (int i = 0; i < 5; i++) {
      double low = rng.uniform(-50, 50);
      BufferedImage image =
          curve()
              .evaluations(
                  List.of(new Evaluation(0, low, NAN, NAN), new Evaluation(9, low + 7, NAN, NAN)),
                  "")
              .image();
      int left = middle(image, 100, 300);
      int right = middle(image, 900, 1150);
      assertTrue(right < left - 150, left + " to " + right);
    }
  }

  /** The mean row of the evaluations' line between two columns, below the legend. */
  private static int middle(BufferedImage image, int from, int to) {
    long sum = 0;
    int count = 0;
    for (int y = 100; y < Curve.HEIGHT; y++) {
      for (int x = from; x < to; x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == Palette.VERMILION.rgb()) {
          sum += y;
          count++;
        }
      }
    }
    assertTrue(count > 0, "no line");
    return (int) (sum / count);
  }

  @Test
  void theSmallestAndTheStrangestSeriesAreDrawnToo() {
    List<List<Point>> series = new ArrayList<>();
    series.add(List.of());
    series.add(List.of(new Point(0, 0)));
    series.add(List.of(new Point(7, -3)));
    series.add(List.of(new Point(7, NAN), new Point(8, Double.NEGATIVE_INFINITY)));
    series.add(List.of(new Point(1, 5), new Point(2, NAN), new Point(3, 5), new Point(3, 5)));
    series.add(List.of(new Point(9, 1), new Point(3, 2), new Point(-5, 3)));
    series.add(List.of(new Point(1, 1e300), new Point(Long.MAX_VALUE, 1e-300)));
    series.add(List.of(new Point(1, -1e99), new Point(2, 1e99)));
    series.add(Stream.generate(() -> new Point(4, 2.5)).limit(100).toList());
    for (List<Point> points : series) {
      List<Evaluation> evaluations = new ArrayList<>();
      for (Point p : points) {
        evaluations.add(new Evaluation(p.steps(), p.value(), p.value() - 1, NAN));
        evaluations.add(new Evaluation(p.steps(), p.value(), p.value() - 1, p.value() + 1));
      }
      BufferedImage image =
          curve()
              .episodes(points)
              .evaluations(evaluations, "± standard deviation")
              .level("random", NAN)
              .level("expert", 500)
              .clock(points.stream().map(p -> new Clock(p.steps(), p.value())).toList())
              .image();
      assertEquals(Curve.WIDTH, image.getWidth());
    }
  }

  @Test
  void aMillionEpisodesAreDrawn() {
    Rng rng = new Rng(2);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 1_000_000; i++) {
      points.add(new Point(100L * i, rng.uniform(0, 1) + i / 1e6));
    }
    assertTrue(count(curve().episodes(points).image(), Palette.BLUE.rgb()) > 300);
  }

  @Test
  void theMovingMeanOfALineIsTheLine() {
    List<Point> line = IntStream.range(0, 999).mapToObj(i -> new Point(i, 3 * i)).toList();
    List<Point> means = Means.of(line, 11, 100);
    assertTrue(means.size() <= 100);
    assertEquals(998, means.get(means.size() - 1).steps(), "the newest is always there");
    for (Point mean : means.subList(1, means.size() - 1)) {
      assertEquals(3 * mean.steps(), mean.value(), 1e-9);
    }
    assertEquals(1, Means.window(0));
    assertEquals(5, Means.window(10));
    assertEquals(31, Means.window(600));
  }

  @Test
  void aSavedCurveIsAPngAndAFailedOneLeavesNothing() throws IOException {
    Path path = folder.resolve("curve.png");
    curve().save(path);
    BufferedImage image = ImageIO.read(path.toFile());
    assertEquals(Curve.WIDTH, image.getWidth());
    assertEquals(Curve.HEIGHT, image.getHeight());
    assertThrows(IOException.class, () -> curve().save(folder.resolve("missing/curve.png")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  /** A JVM of its own, since a JVM that has found its fonts keeps them. */
  @Test
  void aMachineWithoutFontsStillGetsItsCurve() throws Exception {
    Path path = folder.resolve("curve.png");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dsun.awt.fontconfig=" + folder.resolve("missing"),
                "-cp",
                String.join(
                    File.pathSeparator,
                    place(Curve.class),
                    place(CurveTest.class),
                    place(Palette.class)),
                WithoutFonts.class.getName(),
                path.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    assertEquals(0, process.exitValue(), () -> read(folder.resolve("out.txt")));
    assertTrue(count(ImageIO.read(path.toFile()), Palette.NIGHT.rgb()) > 100, "has letters");
  }

  private static String place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** What the JVM without fonts runs. */
  static final class WithoutFonts {
    public static void main(String[] args) throws IOException {
      for (int i = 0; i < 2; i++) { // the JDK fails in another way the second time
        curve().level("expert", 500).save(Path.of(args[0]));
      }
    }
  }

  @Test
  void strokeLettersDifferAndUnknownOnesAreBoxes() {
    String known = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ.,:-+±=/()%_'·#";
    List<String> seen = new ArrayList<>();
    for (char c : known.toCharArray()) {
      String picture = strokes(String.valueOf(c));
      assertFalse(seen.contains(picture), "looks like another: " + c);
      assertFalse(picture.equals(strokes("€")), "unknown: " + c);
      seen.add(picture);
    }
    assertEquals(strokes("abc"), strokes("ABC"));
    assertFalse(strokes("€").equals(strokes(" ")));
  }

  private static String strokes(String text) {
    BufferedImage image = new BufferedImage(60, 30, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    new StrokeLettering().write(graphics, text, 5, 22, 20, false);
    graphics.dispose();
    StringBuilder pixels = new StringBuilder();
    for (int i = 0; i < 60 * 30; i++) {
      pixels.append(image.getRGB(i % 60, i / 60) & 0xFF).append(' ');
    }
    return pixels.toString();
  }
}
