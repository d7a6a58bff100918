package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The first convolution's weights as {@link LitConvolution} multiplies by them, a matrix [number of
 * a cell][filter] for each tap, and their gradient. A cell's numbers are [frame][row][column].
 */
final class LitWeights implements AutoCloseable {
  final ConvShape shape;

  /** Frames of a stack. */
  final int frames;

  final float[] bias;

  /** [tap][number][filter]. */
  final NativeFloats moving;

  /** Summed over the frames, for a cell that shows the same in all of them. */
  final NativeFloats still;

  /** By lane. */
  final List<Gradient> gradients = new ArrayList<>();

  /** [tap][filter][number]; null until {@link #wantBack}. */
  private NativeFloats back;

  private float[] transposed;

  /** By tap: [number · filters + filter]. */
  private final float[][] taps;

  private final float[] sum;

  /** What one lane adds up of the gradient, where the weights lie. */
  static final class Gradient {
    final NativeFloats moving;
    final NativeFloats still;

    private Gradient(LitWeights weights) {
      this.moving = new NativeFloats(weights.moving.length);
      this.still = new NativeFloats(weights.still.length);
    }

    void clear() {
      moving.clear();
      still.clear();
    }
  }

  /**
   * @param taps not copied: [row · taps + column][number · filters + filter]
   * @param bias not copied
   * @param lanes how many threads there are
   */
  LitWeights(ConvShape shape, int frames, float[][] taps, float[] bias, int lanes) {
    this.shape = shape;
    this.frames = frames;
    this.taps = taps;
    this.bias = bias;
    this.sum = new float[taps[0].length / frames];
    this.moving = new NativeFloats((long) taps.length * taps[0].length);
    this.still = new NativeFloats((long) taps.length * sum.length);
    for (int lane = 0; lane < lanes; lane++) {
      gradients.add(new Gradient(this));
    }
  }

  int taps() {
    return taps.length;
  }

  /** From now on the transposed weights are kept, too. */
  void wantBack() {
    if (back == null) {
      back = new NativeFloats(moving.length);
      transposed = new float[taps[0].length];
      refresh();
    }
  }

  NativeFloats back() {
    return back;
  }

  /** Brings the matrices up to date with the weights. */
  void refresh() {
    for (int tap = 0; tap < taps.length; tap++) {
      float[] w = taps[tap];
      moving.put((long) tap * w.length, w);
      System.arraycopy(w, 0, sum, 0, sum.length);
      for (int from = sum.length; from < w.length; from += sum.length) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += w[from + i];
        }
      }
      still.put((long) tap * sum.length, sum);
      if (back != null) {
        RowMath.transpose(w, shape.channels(), shape.filters(), transposed);
        back.put((long) tap * w.length, transposed);
      }
    }
  }

  /**
   * Brings the gradient together.
   *
   * @param busy how many lanes have added to it
   * @param gradient receives it, from its array {@code first} on, as the taps lie
   */
  void gradient(int busy, float[][] gradient, int first) {
    for (int tap = 0; tap < taps.length; tap++) {
      float[] g = gradient[first + tap];
      gradients.get(0).moving.get((long) tap * g.length, g);
      for (int lane = 0; lane < busy; lane++) {
        if (lane > 0) {
          addMoving(gradients.get(lane).moving, tap, g);
        }
        gradients.get(lane).still.get((long) tap * sum.length, sum);
        for (int from = 0; from < g.length; from += sum.length) {
          for (int i = 0; i < sum.length; i++) {
            g[from + i] += sum[i];
          }
        }
      }
    }
  }

  private void addMoving(NativeFloats moving, int tap, float[] g) {
    for (int from = 0; from < g.length; from += sum.length) {
      moving.get((long) tap * g.length + from, sum);
      for (int i = 0; i < sum.length; i++) {
        g[from + i] += sum[i];
      }
    }
  }

  @Override
  public void close() {
    moving.close();
    still.close();
    if (back != null) {
      back.close();
    }
    for (Gradient gradient : gradients) {
      gradient.moving.close();
      gradient.still.close();
    }
  }
}
