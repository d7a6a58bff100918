package ludus.headless.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import ludus.core.draw.Canvas;
import ludus.core.draw.PixelCanvas;
import ludus.core.draw.Shade;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class ImageCanvasTest {
  private static final Shade BLACK = new Shade(0, 0);
  private static final Shade WHITE = new Shade(0xFFFFFF, 255);
  private static final Shade GREY = new Shade(0x808080, 128);

  private final ImageCanvas image = new ImageCanvas(Canvas.SIZE);
  private final PixelCanvas pixels = new PixelCanvas();

  /** The painted share of the image, in square units, if white was painted on black. */
  private static double area(ImageCanvas canvas) {
    double sum = 0;
    for (int y = 0; y < canvas.side(); y++) {
      for (int x = 0; x < canvas.side(); x++) {
        sum += (canvas.image().getRGB(x, y) & 0xFF) / 255.0;
      }
    }
    double unit = canvas.side() / (double) Canvas.SIZE;
    return sum / (unit * unit);
  }

  private void sameInBoth(String what, Consumer<Canvas> drawing) {
    for (Canvas canvas : new Canvas[] {image, pixels}) {
      canvas.clear(BLACK);
      drawing.accept(canvas);
    }
    double sum = 0;
    for (int i = 0; i < PixelCanvas.FRAME; i++) {
      int seen = image.image().getRGB(i % Canvas.SIZE, i / Canvas.SIZE) & 0xFF;
      int difference = Math.abs(seen - (pixels.pixels()[i] & 0xFF));
      // Both estimate the covered share of a pixel from a few lines: on edges that lie nearly
      // level they may differ by one line of four, each way.
      assertTrue(difference <= 80, what + " differs by " + difference + " at " + i);
      sum += difference / 255.0;
    }
    assertTrue(sum <= 12, what + " differs by " + sum + " pixels in all");
  }

  @Test
  void atScaleOneItPaintsWhatAnAgentSees() {
    Rng rng = new Rng(4);
    for (int i = 0; i < 150; i++) {
      float x = rng.uniform(-20, 104);
      float y = rng.uniform(-20, 104);
      float a = rng.uniform(0.5f, 40);
      float b = rng.uniform(1, 20);
      float dx = rng.uniform(-40, 40);
      float dy = rng.uniform(-40, 40);
      sameInBoth("rectangle", c -> c.rectangle(x, y, a, b, WHITE));
      sameInBoth("circle", c -> c.circle(x, y, b, WHITE));
      sameInBoth("segment", c -> c.segment(x, y, x + dx, y + dy, b, WHITE));
      sameInBoth("turned segment", c -> c.segment(x + dx, y + dy, x, y, b, WHITE));
    }
  }

  @Test
  void wholeUnitsAreSharpAtEveryWholeScale() {
    for (int scale = 1; scale <= 5; scale++) {
      ImageCanvas canvas = new ImageCanvas(scale * Canvas.SIZE);
      canvas.clear(BLACK);
      canvas.rectangle(10, 20, 3, 2, GREY);
      for (int y = 0; y < canvas.side(); y++) {
        for (int x = 0; x < canvas.side(); x++) {
          boolean inside = x >= 10 * scale && x < 13 * scale && y >= 20 * scale && y < 22 * scale;
          assertEquals(inside ? 0xFF808080 : 0xFF000000, canvas.image().getRGB(x, y));
        }
      }
    }
  }

  @Test
  void aShapeHasTheSameAreaAtEverySize() {
    for (int side : new int[] {50, 84, 336, 500}) {
      ImageCanvas canvas = new ImageCanvas(side);
      canvas.clear(BLACK);
      canvas.circle(30, 40, 11.3f, WHITE);
      assertEquals(Math.PI * 11.3 * 11.3, area(canvas), 4, "circle at " + side);
      canvas.clear(BLACK);
      canvas.rectangle(70.3f, 80.2f, 30, 30, WHITE);
      assertEquals(13.7 * 3.8, area(canvas), 0.5, "cut rectangle at " + side);
    }
  }

  @Test
  void clearingCoversTheWholeImageEvenAtOddSizes() {
    ImageCanvas canvas = new ImageCanvas(101);
    canvas.clear(GREY);
    assertEquals(0xFF808080, canvas.image().getRGB(0, 0));
    assertEquals(0xFF808080, canvas.image().getRGB(100, 100));
  }

  @Test
  void theSameImageIsPaintedFrameAfterFrame() {
    var first = image.image();
    image.clear(WHITE);
    image.clear(BLACK);
    assertSame(first, image.image());
    assertEquals(0, area(image));
  }

  @Test
  void numbersThatAreNoneAndEmptyShapesPaintNothing() {
    image.clear(BLACK);
    image.rectangle(Float.NaN, 3, 4, 4, WHITE);
    image.rectangle(3, Float.NaN, 4, 4, WHITE);
    image.rectangle(3, 3, 0, 4, WHITE);
    image.rectangle(3, 3, -2, 4, WHITE);
    image.circle(Float.NaN, 3, 4, WHITE);
    image.circle(3, 3, 0, WHITE);
    image.circle(3, 3, -1, WHITE);
    image.segment(5, 5, 5, 5, 2, WHITE);
    assertEquals(0, area(image));
  }

  @Test
  void aSizeThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ImageCanvas(0));
    assertThrows(IllegalArgumentException.class, () -> new ImageCanvas(100_000));
  }
}
