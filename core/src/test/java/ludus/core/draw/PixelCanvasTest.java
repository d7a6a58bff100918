package ludus.core.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class PixelCanvasTest {
  private static final Shade BLACK = new Shade(0, 0);
  private static final Shade WHITE = new Shade(0xFFFFFF, 255);

  private final PixelCanvas canvas = new PixelCanvas();

  private int at(int column, int row) {
    return canvas.pixels()[row * Canvas.SIZE + column] & 0xFF;
  }

  /** The painted area in square units, if white was painted on black. */
  private double area() {
    double sum = 0;
    for (byte pixel : canvas.pixels()) {
      sum += (pixel & 0xFF) / 255.0;
    }
    return sum;
  }

  @Test
  void aRectangleOnWholePixelsIsSharp() {
    canvas.clear(BLACK);
    canvas.rectangle(10, 20, 3, 2, WHITE);
    assertEquals(255, at(10, 20));
    assertEquals(255, at(12, 21));
    assertEquals(0, at(9, 20));
    assertEquals(0, at(13, 20));
    assertEquals(0, at(10, 19));
    assertEquals(0, at(10, 22));
    assertEquals(6, area(), 1e-9);
  }

  @Test
  void aPixelIsAsBrightAsTheShareThatIsCovered() {
    canvas.clear(BLACK);
    canvas.rectangle(10.25f, 20.5f, 1, 1, WHITE);
    assertEquals(0.375 * 255, at(10, 20), 1);
    assertEquals(0.125 * 255, at(11, 20), 1);
    assertEquals(0.375 * 255, at(10, 21), 1);
    canvas.clear(BLACK);
    canvas.rectangle(10.25f, 20, 0.5f, 1, WHITE);
    assertEquals(0.5 * 255, at(10, 20), 1);
  }

  @Test
  void everyShapePaintsItsArea() {
    Rng rng = new Rng(1);
    for (int i = 0; i < 500; i++) {
      float x = rng.uniform(25, 55);
      float y = rng.uniform(25, 55);
      float a = rng.uniform(0.5f, 15);
      float b = rng.uniform(0.5f, 15);
      canvas.clear(BLACK);
      canvas.rectangle(x, y, a, b, WHITE);
      assertEquals(a * b, area(), 0.02 * (a + b) + 0.01, "rectangle");
      canvas.clear(BLACK);
      canvas.circle(x, y, a, WHITE);
      assertEquals(Math.PI * a * a, area(), 0.2 * a + 0.1, "circle");
      double turn = rng.uniform(0, 6.3f);
      float dx = a * (float) Math.cos(turn);
      float dy = a * (float) Math.sin(turn);
      canvas.clear(BLACK);
      canvas.segment(x - dx, y - dy, x + dx, y + dy, b, WHITE);
      // Four lines a row: an edge that lies nearly level may be off by an eighth of a pixel.
      assertEquals(2 * a * b, area(), 2 * 0.125 * (2 * a + b), "segment");
    }
  }

  @Test
  void movingByATenthOfAPixelShows() {
    canvas.clear(BLACK);
    canvas.circle(40, 40, 2, WHITE);
    int before = at(41, 39) + at(42, 39);
    canvas.clear(BLACK);
    canvas.circle(40.1f, 40, 2, WHITE);
    assertTrue(at(41, 39) + at(42, 39) - before >= 15);
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    Rng rng = new Rng(2);
    PixelCanvas guarded = new PixelCanvas();
    byte[] field = new byte[3 * PixelCanvas.FRAME];
    guarded.target(field, PixelCanvas.FRAME);
    for (int i = 0; i < 2000; i++) {
      guarded.rectangle(far(rng), far(rng), far(rng), far(rng), WHITE);
      guarded.circle(far(rng), far(rng), Math.abs(far(rng)), WHITE);
      guarded.segment(far(rng), far(rng), far(rng), far(rng), 3, WHITE);
    }
    for (int i = 0; i < PixelCanvas.FRAME; i++) {
      assertEquals(0, field[i]);
      assertEquals(0, field[2 * PixelCanvas.FRAME + i]);
    }
  }

  private static float far(Rng rng) {
    return rng.uniform(-200, 300);
  }

  @Test
  void numbersThatAreNoneAndEmptyShapesPaintNothing() {
    canvas.clear(BLACK);
    canvas.rectangle(Float.NaN, 3, 4, 4, WHITE);
    canvas.rectangle(3, 3, 0, 4, WHITE);
    canvas.rectangle(3, 3, -2, 4, WHITE);
    canvas.circle(Float.NaN, 3, 4, WHITE);
    canvas.circle(3, 3, 0, WHITE);
    canvas.segment(5, 5, 5, 5, 2, WHITE);
    assertEquals(0, area());
  }

  @Test
  void aDrawListRepeatsThePictureByteForByte() {
    DrawList list = new DrawList();
    PixelCanvas again = new PixelCanvas();
    Rng rng = new Rng(3);
    for (int picture = 0; picture < 20; picture++) {
      canvas.clear(BLACK);
      list.clear(BLACK);
      for (int i = 0; i < 5 * picture; i++) {
        Shade shade = new Shade(rng.nextInt(1 << 24), rng.nextInt(256));
        float x = far(rng);
        float y = far(rng);
        float a = rng.uniform(1, 30);
        for (Canvas c : new Canvas[] {canvas, list}) {
          c.rectangle(x, y, a, a, shade);
          c.circle(y, x, a, shade);
          c.segment(x, y, y, x, a / 5, shade);
        }
      }
      list.draw(again);
      assertArrayEquals(canvas.pixels(), again.pixels());
    }
  }
}
