package ludus.agents.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import ludus.core.env.ObservationSpec;

/** The one place where pixels become numbers: a byte of 0 to 255 becomes 0 to 1. */
final class PixelScale {
  private static final float[] SCALED = new float[256];
  private static final int ROW = ObservationSpec.Pixels.SIDE;

  /** Four pixels at once, the first lowest. */
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  static {
    for (int i = 0; i < 256; i++) {
      SCALED[i] = i / 255f;
    }
  }

  private PixelScale() {}

  static float scaled(byte pixel) {
    return SCALED[pixel & 0xFF];
  }

  /** Scales the first pixels in their order. */
  static void scale(byte[] pixels, int count, FloatBuffer to) {
    for (int i = 0; i < count; i++) {
      to.put(i, scaled(pixels[i]));
    }
  }

  /**
   * Scales one row of pixels and lays it out in groups: group g, of {@code width} pixels, begins at
   * {@code start + g · stride}.
   */
  static void scaleGroups(
      byte[] pixels, int from, int groups, int width, float[] to, int start, int stride) {
    if (width == 4) {
      scaleFours(pixels, from, groups, to, start, stride);
      return;
    }
    for (int g = 0; g < groups; g++) {
      int pixel = from + g * width;
      int place = start + g * stride;
      for (int i = 0; i < width; i++) {
        to[place + i] = SCALED[pixels[pixel + i] & 0xFF];
      }
    }
  }

  /** The common case, unrolled: a third less time. */
  private static void scaleFours(
      byte[] pixels, int from, int groups, float[] to, int start, int stride) {
    for (int g = 0; g < groups; g++) {
      int pixel = from + 4 * g;
      int place = start + g * stride;
      to[place] = SCALED[pixels[pixel] & 0xFF];
      to[place + 1] = SCALED[pixels[pixel + 1] & 0xFF];
      to[place + 2] = SCALED[pixels[pixel + 2] & 0xFF];
      to[place + 3] = SCALED[pixels[pixel + 3] & 0xFF];
    }
  }

  /**
   * Scales {@code width} rows of pixels, one below the other, and deals them out: block g, of
   * {@code width × width} pixels, goes to plane {@code first + g}, row by row from {@code place}
   * on.
   */
  static void scatter(
      byte[] pixels, int from, int width, float[][] planes, int first, int groups, int place) {
    if (width == 4) {
      for (int g = 0; g < groups; g++) {
        float[] plane = planes[first + g];
        int pixel = from + 4 * g;
        eight(pixels, pixel, plane, place);
        eight(pixels, pixel + 2 * ROW, plane, place + 8);
      }
      return;
    }
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < width * width; i++) {
        int pixel = from + i / width * ROW + g * width + i % width;
        planes[first + g][place + i] = SCALED[pixels[pixel] & 0xFF];
      }
    }
  }

  /** Four pixels and the four below; all are read before any is written, a fifth less time. */
  private static void eight(byte[] pixels, int pixel, float[] plane, int place) {
    int upper = (int) WORDS.get(pixels, pixel);
    int lower = (int) WORDS.get(pixels, pixel + ROW);
    float a = SCALED[upper & 0xFF];
    float b = SCALED[upper >>> 8 & 0xFF];
    float c = SCALED[upper >>> 16 & 0xFF];
    float d = SCALED[upper >>> 24];
    float e = SCALED[lower & 0xFF];
    float f = SCALED[lower >>> 8 & 0xFF];
    float g = SCALED[lower >>> 16 & 0xFF];
    float h = SCALED[lower >>> 24];
    plane[place] = a;
    plane[place + 1] = b;
    plane[place + 2] = c;
    plane[place + 3] = d;
    plane[place + 4] = e;
    plane[place + 5] = f;
    plane[place + 6] = g;
    plane[place + 7] = h;
  }
}
