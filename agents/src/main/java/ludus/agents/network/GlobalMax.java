package ludus.agents.network;

import java.util.Arrays;

/** The largest value over all pixels, of each channel of each picture of a {@link BlasGroup}. */
final class GlobalMax {
  private final float[][] pixels;
  private final float[] largest;

  /** The first pixel that has it. */
  private final int[] where;

  /**
   * @param pixels [pixel][picture · channels + channel]
   */
  GlobalMax(float[][] pixels) {
    this.pixels = pixels;
    this.largest = new float[pixels[0].length];
    this.where = new int[pixels[0].length];
  }

  /** Returns [picture · channels + channel], good until the next call. */
  float[] forward() {
    System.arraycopy(pixels[0], 0, largest, 0, largest.length);
    Arrays.fill(where, 0);
    for (int i = 1; i < pixels.length; i++) {
      float[] pixel = pixels[i];
      for (int c = 0; c < largest.length; c++) {
        boolean larger = pixel[c] > largest[c];
        where[c] = larger ? i : where[c];
        largest[c] = larger ? pixel[c] : largest[c];
      }
    }
    return largest;
  }

  /**
   * Hands the gradient to the pixels that were the largest; the others get 0.
   *
   * @param gradient of what {@link #forward} returned
   * @param from where in it this group's begins
   * @param to receives the pixels' gradient
   */
  void backward(float[] gradient, int from, float[][] to) {
    for (float[] pixel : to) {
      Arrays.fill(pixel, 0);
    }
    for (int c = 0; c < where.length; c++) {
      to[where[c]][c] = gradient[from + c];
    }
  }
}
