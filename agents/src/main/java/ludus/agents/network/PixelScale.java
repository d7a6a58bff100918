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
      byte[] pixels, int from, int groups, int width, FloatBuffer to, int start, int stride) {
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < width; i++) {
        to.put(start + g * stride + i, scaled(pixels[from + g * width + i]));
      }
    }
  }
}
