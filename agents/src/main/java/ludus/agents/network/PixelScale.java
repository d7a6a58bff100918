package ludus.agents.network;

import java.nio.FloatBuffer;

/** The one place where pixels become numbers: a byte of 0 to 255 becomes 0 to 1. */
final class PixelScale {
  private static final float[] SCALED = new float[256];

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
}
