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
}
