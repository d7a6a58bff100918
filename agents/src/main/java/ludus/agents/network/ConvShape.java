package ludus.agents.network;

/**
 * A convolution as {@link BlasNetwork} computes it, with stride 1.
 *
 * <p>A stride of s is folded away: the pixels (s y + a, s x + b), for each of the s² pairs (a, b),
 * make a picture of their own, a <em>phase</em>, and the kernel falls apart likewise, so that with
 * r = ⌈kernel / s⌉
 *
 * <pre>
 * y[i][j] = Σ over phases (a, b) and k, l &lt; r of w[s k + a][s l + b] x[s (i + k) + a][s (j + l) + b],
 * </pre>
 *
 * a sum over phases of convolutions of r × r by 1. Where s k + a lies beyond the kernel there is no
 * weight, where a pixel lies beyond the picture it is 0.
 *
 * @param name as in the parameters' names
 * @param side pixels a side of what it takes, with the zeros round it
 * @param padding zeros on each side
 * @param channels of what it takes
 * @param kernel pixels a side
 * @param stride pixels
 * @param filters channels of what it puts out
 */
record ConvShape(
    String name, int side, int padding, int channels, int kernel, int stride, int filters) {
  /** Pixels a side of what it puts out. */
  int outSide() {
    return (side - kernel) / stride + 1;
  }

  /** Its input's pixels with the zeros round them, for which {@code beyond} stands. */
  float[][] bordered(float[][] pixels, float[] beyond) {
    if (padding == 0) {
      return pixels;
    }
    float[][] bordered = new float[side * side][];
    int inner = side - 2 * padding;
    for (int i = 0; i < bordered.length; i++) {
      int y = i / side - padding;
      int x = i % side - padding;
      boolean inside = y >= 0 && y < inner && x >= 0 && x < inner;
      bordered[i] = inside ? pixels[y * inner + x] : beyond;
    }
    return bordered;
  }

  int phases() {
    return stride * stride;
  }

  /** Weights a side of each phase's kernel: r. */
  int taps() {
    return (kernel + stride - 1) / stride;
  }

  /** Whether a tap of a phase is within the kernel; if not there is no such weight. */
  boolean has(int phase, int row, int column) {
    return row * stride + phase / stride < kernel && column * stride + phase % stride < kernel;
  }

  /** The place of a phase's pixel in the whole picture, or −1 beyond it. */
  int place(int phase, int row, int column) {
    int y = row * stride + phase / stride;
    int x = column * stride + phase % stride;
    return y < side && x < side ? y * side + x : -1;
  }
}
