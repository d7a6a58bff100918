package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;

/** Some pictures of a batch on their way through the convolutions of {@link BlasNetwork}. */
final class BlasGroup implements AutoCloseable {
  /** What groups of one size share when they take turns on one thread. */
  static final class Scratch implements AutoCloseable {
    private final int pictures;
    private final LitConvolution.Scratch lit;

    /** Of the convolutions after the first. */
    private final List<WinogradConvolution.Scratch> convs = new ArrayList<>();

    /** By convolution: its output, of a group that need not keep it. */
    private final List<float[][]> outputs = new ArrayList<>();

    private final NativeFloats data;
    private final NativeFloats sums;

    /** By convolution: ∂L/∂output. */
    private List<float[][]> gradients;

    private NativeFloats dataGradient;

    Scratch(BlasParameters parameters, int pictures) {
      this.pictures = pictures;
      this.lit = new LitConvolution.Scratch(parameters.lit, pictures);
      long longest = 0;
      long longestSums = 0;
      for (ConvWeights w : parameters.convs) {
        convs.add(new WinogradConvolution.Scratch(w, pictures));
        longest = Math.max(longest, WinogradConvolution.bandLength(w, pictures));
        longestSums = Math.max(longestSums, WinogradConvolution.sumsLength(w, pictures));
      }
      for (ConvShape shape : parameters.layout.convs) {
        outputs.add(planes(shape, pictures));
      }
      this.data = new NativeFloats(longest);
      this.sums = new NativeFloats(longestSums);
    }

    private static float[][] planes(ConvShape shape, int pictures) {
      return new float[shape.outSide() * shape.outSide()][pictures * shape.filters()];
    }

    private void wantBackward() {
      if (gradients == null) {
        gradients = new ArrayList<>();
        for (float[][] output : outputs) {
          gradients.add(new float[output.length][output[0].length]);
        }
        dataGradient = new NativeFloats(data.length);
      }
    }

    @Override
    public void close() {
      data.close();
      sums.close();
      lit.close();
      if (dataGradient != null) {
        dataGradient.close();
      }
    }
  }

  final int first;
  private final BlasParameters parameters;
  private final Scratch scratch;
  private final LitConvolution lit;

  /** The convolutions after the first. */
  private final List<WinogradConvolution> convs = new ArrayList<>();

  private final List<NativeFloats> kept = new ArrayList<>();

  /** The last convolution's. */
  private final float[][] output;

  /** Of the last convolution's output, or null where it goes on pixel by pixel. */
  private final GlobalMax pool;

  /** Filters of the last convolution. */
  private final int filters;

  /**
   * @param first its first picture in the batch
   * @param keep whether it keeps what the way back needs, or may use the scratch for all
   */
  BlasGroup(BlasParameters parameters, Scratch scratch, int first, boolean keep) {
    this.first = first;
    this.parameters = parameters;
    this.scratch = scratch;
    BlasLayout layout = parameters.layout;
    List<float[][]> outputs = new ArrayList<>();
    for (int l = 0; l < layout.convs.size(); l++) {
      ConvShape shape = layout.convs.get(l);
      outputs.add(keep ? Scratch.planes(shape, scratch.pictures) : scratch.outputs.get(l));
    }
    this.lit = new LitConvolution(scratch.lit, layout.fold, first, outputs.get(0), keep);
    for (int l = 0; l < parameters.convs.size(); l++) {
      ConvWeights w = parameters.convs.get(l);
      NativeFloats data = scratch.data;
      if (keep) {
        data = new NativeFloats(WinogradConvolution.bandLength(w, scratch.pictures) * w.bands());
        kept.add(data);
      }
      WinogradConvolution.Scratch own = scratch.convs.get(l);
      convs.add(
          new WinogradConvolution(
              w,
              scratch.pictures,
              own,
              w.shape.bordered(outputs.get(l), own.nothingIn),
              outputs.get(l + 1),
              data,
              keep,
              scratch.sums));
    }
    this.output = outputs.get(outputs.size() - 1);
    this.pool = layout.spec.pooled() ? new GlobalMax(output) : null;
    this.filters = layout.convs.get(layout.convs.size() - 1).filters();
  }

  /**
   * @param to receives the last convolution's output as [pixel][row of the batch][filter]
   */
  void forward(byte[] pixels, NativeFloats to, int rows) {
    lit.forward(pixels);
    for (int l = 0; l < convs.size(); l++) {
      convs.get(l).forward();
    }
    if (pool != null) {
      to.put((long) first * filters, pool.forward());
      return;
    }
    for (int i = 0; i < output.length; i++) {
      to.put(((long) i * rows + first) * filters, output[i]);
    }
  }

  /**
   * Makes what the way back needs.
   *
   * @param lane which adds up the weights' gradient
   * @param add whether to what is there already of the convolutions after the first
   */
  void wantBackward(int lane, boolean add) {
    scratch.wantBackward();
    lit.wantBackward(scratch.gradients.get(0), parameters.lit.gradients.get(lane));
    for (int l = 0; l < convs.size(); l++) {
      float[] beyond = scratch.convs.get(l).beyond;
      convs
          .get(l)
          .wantBackward(
              scratch.gradients.get(l + 1),
              parameters.sums.get(lane).get(l),
              add,
              parameters.convs.get(l).shape.bordered(scratch.gradients.get(l), beyond),
              scratch.dataGradient);
    }
  }

  /**
   * @param gradients of the last convolution's output: [pixel][row of the batch · filter]
   * @param biases by convolution, the biases' gradient is added here
   */
  void backward(float[][] gradients, float[][] biases) {
    propagate(gradients, biases);
    lit.backward(biases[0]);
  }

  /** Goes back to the first convolution's output; without biases nothing is learned. */
  private void propagate(float[][] gradients, float[][] biases) {
    float[][] own = scratch.gradients.get(convs.size());
    if (pool != null) {
      pool.backward(gradients[0], first * filters, own);
    } else {
      for (int i = 0; i < own.length; i++) {
        System.arraycopy(gradients[i], first * filters, own[i], 0, own[i].length);
      }
    }
    for (int l = convs.size() - 1; l >= 0; l--) {
      convs.get(l).backward(biases == null ? null : biases[l + 1]);
    }
  }

  /** The gradient of the pictures, without that of what is learned. */
  void pictureGradient(float[][] gradients, float[] pixels) {
    propagate(gradients, null);
    lit.inputGradient(pixels);
  }

  @Override
  public void close() {
    kept.forEach(NativeFloats::close);
    lit.close();
  }
}
