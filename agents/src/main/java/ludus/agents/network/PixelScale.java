package ludus.agents.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import ludus.core.env.ObservationSpec;

/** The one place where pixels become numbers: a byte of 0 to 255 becomes 0 to 1. */
final class PixelScale {
  private static final float[] SCALED = new float[256];
  private static final int ROW = ObservationSpec.Pixels.SIDE;
  private static final int FRAME = ROW * ROW;

  private static final byte[] BLACK = new byte[FRAME];

  /** Four pixels at once, the first lowest. */
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Eight. */
  private static final VarHandle EIGHTS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
   * What the cells of {@code width × width} pixels show that lie side by side in rows of pixels.
   *
   * @param from the first pixel of the first row, in the first frame
   * @param frames how many there are
   * @param bit is set in {@code moving} for each cell that is not the same in all frames, and in
   *     {@code still} for each that is, but not black
   */
  static void look(
      byte[] pixels, int from, int width, int frames, int bit, int[] moving, int[] still) {
    int count = width * ROW;
    boolean alike = alike(pixels, from, count, frames);
    if (alike && Arrays.equals(pixels, from, from + count, BLACK, 0, count)) {
      return;
    }
    int differing = alike ? 1 : frames; // frames that need be looked at
    if (width != 4) {
      lookPixelByPixel(pixels, from, width, differing, bit, moving, still);
      return;
    }
    int cells = moving.length;
    for (int x = 0; x < cells; x += 2) {
      int first = Math.min(x, cells - 2); // an odd number of cells: the last but one is seen twice
      int at = from + 4 * first;
      long any = 0;
      long changes = 0;
      for (int y = 0; y < 4; y++, at += ROW) {
        long word = (long) EIGHTS.get(pixels, at);
        any |= word;
        for (int f = 1; f < differing; f++) {
          changes |= word ^ (long) EIGHTS.get(pixels, at + f * FRAME);
        }
      }
      tell((int) any, (int) changes, first, bit, moving, still);
      tell((int) (any >>> 32), (int) (changes >>> 32), first + 1, bit, moving, still);
    }
  }

  /** Whether all frames show the same in some pixels that follow one another. */
  private static boolean alike(byte[] pixels, int from, int count, int frames) {
    for (int f = 1; f < frames; f++) {
      int there = from + f * FRAME;
      if (!Arrays.equals(pixels, from, from + count, pixels, there, there + count)) {
        return false;
      }
    }
    return true;
  }

  private static void tell(int any, int changes, int cell, int bit, int[] moving, int[] still) {
    if (changes != 0) {
      moving[cell] |= bit;
    } else if (any != 0) {
      still[cell] |= bit;
    }
  }

  private static void lookPixelByPixel(
      byte[] pixels, int from, int width, int frames, int bit, int[] moving, int[] still) {
    for (int cell = 0; cell < moving.length; cell++) {
      int any = 0;
      int changes = 0;
      for (int i = 0; i < width * width; i++) {
        int at = from + cell * width + i / width * ROW + i % width;
        any |= pixels[at];
        for (int f = 1; f < frames; f++) {
          changes |= pixels[at] ^ pixels[at + f * FRAME];
        }
      }
      tell(any, changes, cell, bit, moving, still);
    }
  }

  /** Scales a cell: [frame][row][column] from {@code at} on. */
  static void cell(byte[] pixels, int from, int width, int frames, float[] to, int at) {
    for (int f = 0; f < frames; f++, from += FRAME, at += width * width) {
      if (width == 4) {
        eight(pixels, from, to, at);
        eight(pixels, from + 2 * ROW, to, at + 8);
      } else {
        for (int i = 0; i < width * width; i++) {
          to[at + i] = SCALED[pixels[from + i / width * ROW + i % width] & 0xFF];
        }
      }
    }
  }

  /** The way back of {@link #cell} for a gradient. */
  static void uncell(float[] cell, int at, int width, int frames, float[] pixels, int to) {
    for (int i = 0; i < frames * width; i++) {
      int row = to + i / width * FRAME + i % width * ROW;
      System.arraycopy(cell, at + i * width, pixels, row, width);
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
