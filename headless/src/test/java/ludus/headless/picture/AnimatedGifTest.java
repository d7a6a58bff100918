package ludus.headless.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import ludus.core.draw.Canvas;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.random.Rng;
import ludus.games.cartpole.CartPoleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnimatedGifTest {
  @TempDir Path folder;

  /** A file read back: whole pictures as a viewer would show them, and their delays. */
  private record Film(List<int[]> pictures, List<Integer> delays, int loops) {}

  @Test
  void everyFrameComesBackPixelForPixelWhileThereIsRoomForItsColours() throws IOException {
    Rng rng = new Rng(5);
    BufferedImage image = new BufferedImage(61, 37, BufferedImage.TYPE_INT_RGB);
    AnimatedGif gif = new AnimatedGif(61, 37, 25);
    List<int[]> wanted = new ArrayList<>();
    int[] colors = IntStream.range(0, 60).map(i -> rng.nextInt(1 << 24)).toArray();
    for (int frame = 0; frame < 40; frame++) {
      int x = rng.nextInt(61);
      int y = rng.nextInt(37);
      for (int i = 0; i < 300; i++) { // noise in a part of the picture
        int px = Math.min(60, x + rng.nextInt(20));
        int py = Math.min(36, y + rng.nextInt(20));
        image.setRGB(px, py, colors[rng.nextInt(frame + 1)]);
      }
      gif.add(image, 1);
      wanted.add(pixels(image));
    }
    Film film = save(gif);
    assertEquals(40, film.pictures.size());
    for (int i = 0; i < 40; i++) {
      assertArrayEquals(wanted.get(i), film.pictures.get(i), "frame " + i);
    }
    assertEquals(0, film.loops, "repeats for ever");
  }

  @Test
  void aLargePictureOfNoiseSurvivesTheCompressionsFullTable() throws IOException {
    Rng rng = new Rng(6);
    for (int colors : new int[] {1, 2, 3, 60}) {
      BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 300 * 200; i++) {
        image.setRGB(i % 300, i / 300, 0x010305 * rng.nextInt(colors));
      }
      AnimatedGif gif = new AnimatedGif(300, 200, 10);
      gif.add(image, 1);
      assertArrayEquals(pixels(image), save(gif).pictures.get(0), colors + " colours");
    }
  }

  @Test
  void withTooManyColoursLargeAreasStayExactAndTheRestComesClose() throws IOException {
    BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    AnimatedGif gif = new AnimatedGif(256, 256, 10);
    for (int i = 0; i < 256 * 256; i++) {
      int x = i % 256;
      int y = i / 256;
      image.setRGB(x, y, x < 128 ? 0x123457 : x << 16 | y << 8 | 0x40);
    }
    gif.add(image, 1);
    int[] seen = save(gif).pictures.get(0);
    double worst = 0;
    for (int i = 0; i < seen.length; i++) {
      int wanted = image.getRGB(i % 256, i / 256);
      if (i % 256 < 128) {
        assertEquals(wanted, seen[i]);
      }
      for (int shift = 0; shift <= 16; shift += 8) {
        worst = Math.max(worst, Math.abs((wanted >> shift & 255) - (seen[i] >> shift & 255)));
      }
    }
    assertTrue(worst <= 40, "off by " + worst);
  }

  @Test
  void itPlaysAtTheGamesSpeedAtEveryTickRate() throws IOException {
    for (int rate : new int[] {8, 10, 15, 24, 25, 30, 35, 50, 60, 64, 90, 100, 120, 144, 1000}) {
      int step = AnimatedGif.stepOf(rate);
      assertTrue(rate / step <= 30, "at most 30 frames a second");
      AnimatedGif gif = new AnimatedGif(8, 8, rate);
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
      int count = 60;
      for (int i = 0; i < count; i++) {
        image.setRGB(i % 8, i / 8, 0xFFFFFF);
        gif.add(image, step);
      }
      List<Integer> delays = save(gif).delays;
      double exact = 100.0 * step / rate;
      assertEquals(count, delays.size());
      assertEquals(count * exact, delays.stream().mapToInt(d -> d).sum(), 0.5, rate + " ticks/s");
      for (int delay : delays) {
        assertTrue(Math.abs(delay - exact) < 1 && delay >= 2, delay + " at " + rate);
      }
    }
    assertEquals(2, AnimatedGif.stepOf(50));
  }

  @Test
  void equalFramesBecomeOneLongerFrame() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    AnimatedGif gif = new AnimatedGif(8, 8, 50);
    gif.add(image, 2);
    gif.add(image, 2);
    gif.add(image, 50);
    image.setRGB(3, 3, 0xFF0000);
    gif.add(image, 2);
    assertEquals(2, gif.frames());
    Film film = save(gif);
    assertEquals(List.of(108, 4), film.delays);
    assertEquals(0xFFFF0000, film.pictures.get(1)[3 * 8 + 3]);
  }

  @Test
  void aPictureThatStandsStillForAnHourKeepsItsTime() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    AnimatedGif gif = new AnimatedGif(8, 8, 10);
    for (int i = 0; i < 36_000; i++) {
      gif.add(image, 1);
    }
    assertEquals(360_000, save(gif).delays.stream().mapToInt(d -> d).sum());
  }

  @Test
  void tenSecondsOfCartPoleTakeLessThanHalfAMegabyte() throws IOException {
    cartPole(4 * Canvas.SIZE, frame -> {}).save(folder.resolve("large.gif"));
    long size = Files.size(folder.resolve("large.gif"));
    assertTrue(size < 500_000, size + " bytes");
  }

  @Test
  void aRecordedGameLooksAndLastsAsItDid() throws IOException {
    List<int[]> wanted = new ArrayList<>();
    Film film = save(cartPole(Canvas.SIZE, frame -> wanted.add(pixels(frame))));
    assertEquals(1000, film.delays.stream().mapToInt(d -> d).sum());
    assertEquals(wanted.size(), film.pictures.size());
    for (int i = 0; i < wanted.size(); i++) {
      assertClose(wanted.get(i), film.pictures.get(i), i);
    }
  }

  /** Ten seconds of the expert's play; {@code witness} sees each frame. */
  private static AnimatedGif cartPole(int side, Consumer<BufferedImage> witness) {
    CartPoleProvider provider = new CartPoleProvider();
    ImageCanvas canvas = new ImageCanvas(side);
    int rate = provider.info().ticksPerSecond();
    int step = AnimatedGif.stepOf(rate);
    AnimatedGif gif = new AnimatedGif(side, side, rate);
    int[] actions = new int[1];
    try (Game game = provider.create()) {
      Expert expert = provider.expert(game, 0);
      game.reset(7);
      for (int tick = 0; tick < 10 * rate; tick++) {
        if (tick % step == 0) {
          game.draw(canvas, 0);
          gif.add(canvas.image(), step);
          witness.accept(canvas.image());
        }
        actions[0] = expert.act();
        game.tick(actions);
      }
    }
    return gif;
  }

  /** No pixel far off, hardly any off at all. */
  private static void assertClose(int[] wanted, int[] seen, int frame) {
    int off = 0;
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i] != seen[i]) {
        off++;
        for (int shift = 0; shift <= 16; shift += 8) {
          int difference = Math.abs((wanted[i] >> shift & 255) - (seen[i] >> shift & 255));
          assertTrue(difference <= 24, "frame %d is off by %d".formatted(frame, difference));
        }
      }
    }
    assertTrue(off < wanted.length / 50, "frame %d: %d pixels off".formatted(frame, off));
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    AnimatedGif gif = new AnimatedGif(8, 8, 50);
    Path path = folder.resolve("film.gif");
    assertThrows(IllegalStateException.class, () -> gif.save(path));
    gif.add(image, 2);
    assertThrows(IOException.class, () -> gif.save(folder.resolve("missing/film.gif")));
    Files.createDirectories(path.resolve("in the way"));
    assertThrows(IOException.class, () -> gif.save(path));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(path), files.toList());
    }
  }

  @Test
  void wrongSizesAndTimesAreRefusedWithWhatToDo() {
    AnimatedGif gif = new AnimatedGif(8, 8, 100);
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    BufferedImage other = new BufferedImage(8, 9, BufferedImage.TYPE_INT_RGB);
    assertThrows(IllegalArgumentException.class, () -> gif.add(other, 4));
    var tooShort = assertThrows(IllegalArgumentException.class, () -> gif.add(image, 1));
    assertTrue(tooShort.getMessage().endsWith("add every 4th tick"), tooShort.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new AnimatedGif(0, 8, 50));
    assertThrows(IllegalArgumentException.class, () -> new AnimatedGif(8, 8, 0));
  }

  private Film save(AnimatedGif gif) throws IOException {
    Path path = folder.resolve("film.gif");
    gif.save(path);
    return read(path.toFile());
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  /** Plays the file with the JDK's own reader, as a viewer does. */
  private static Film read(File file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    List<int[]> pictures = new ArrayList<>();
    List<Integer> delays = new ArrayList<>();
    int loops = -1;
    try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
      reader.setInput(in);
      IIOMetadataNode stream = tree(reader.getStreamMetadata());
      IIOMetadataNode screen = child(stream, "LogicalScreenDescriptor");
      BufferedImage picture =
          new BufferedImage(
              Integer.parseInt(screen.getAttribute("logicalScreenWidth")),
              Integer.parseInt(screen.getAttribute("logicalScreenHeight")),
              BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = picture.createGraphics();
      for (int i = 0, count = reader.getNumImages(true); i < count; i++) {
        IIOMetadataNode node = tree(reader.getImageMetadata(i));
        IIOMetadataNode place = child(node, "ImageDescriptor");
        IIOMetadataNode control = child(node, "GraphicControlExtension");
        assertEquals("doNotDispose", control.getAttribute("disposalMethod"));
        graphics.drawImage(
            reader.read(i),
            Integer.parseInt(place.getAttribute("imageLeftPosition")),
            Integer.parseInt(place.getAttribute("imageTopPosition")),
            null);
        pictures.add(pixels(picture));
        delays.add(Integer.parseInt(control.getAttribute("delayTime")));
        if (i == 0) {
          IIOMetadataNode extension =
              (IIOMetadataNode) child(node, "ApplicationExtensions").getFirstChild();
          assertEquals("NETSCAPE", extension.getAttribute("applicationID"));
          byte[] data = (byte[]) extension.getUserObject();
          loops = data[1] & 0xFF | (data[2] & 0xFF) << 8;
        }
      }
      graphics.dispose();
    } finally {
      reader.dispose();
    }
    return new Film(pictures, delays, loops);
  }

  private static IIOMetadataNode tree(javax.imageio.metadata.IIOMetadata metadata) {
    return (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
  }

  private static IIOMetadataNode child(IIOMetadataNode node, String name) {
    return (IIOMetadataNode) node.getElementsByTagName(name).item(0);
  }
}
