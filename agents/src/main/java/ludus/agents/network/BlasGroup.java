package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;

/** Some pictures of a batch on their way through the convolutions of {@link BlasNetwork}. */
final class BlasGroup implements AutoCloseable {
  /** What groups of one size share when they take turns on one thread. */
  static final class Scratch implements AutoCloseable {
    private final int pictures;

    /** Few of its rows have arrays of their own: the ring that the first convolution looks at. */
    private final float[][] picture;

    private final List<WinogradConvolution.Scratch> convs = new ArrayList<>();

    /** By convolution: its output, of a group that need not keep it. */
    private final List<float[][]> outputs = new ArrayList<>();

    private final NativeFloats data;
    private final NativeFloats sums;
    private final long dataGradientLength;

    /** By convolution: ∂L/∂output. */
    private List<float[][]> gradients;

    private NativeFloats dataGradient;
    private float[][] pictureGradient;

    Scratch(List<ConvWeights> weights, int pictures) {
      this.pictures = pictures;
      ConvShape first = weights.get(0).shape;
      this.picture = new float[first.side() * first.side()][];
      int ring = weights.get(0).rowsAtOnce() * first.side();
      for (int i = 0; i < picture.length; i++) {
        picture[i] = i < ring ? new float[pictures * first.channels()] : picture[i % ring];
      }
      long longestData = 0;
      long longestGradient = 0;
      long longestSums = 0;
      for (ConvWeights w : weights) {
        convs.add(new WinogradConvolution.Scratch(w, pictures));
        outputs.add(planes(w.shape, pictures));
        longestData = Math.max(longestData, GroupConvolution.dataLength(w, pictures, false));
        longestGradient =
            Math.max(longestGradient, GroupConvolution.dataGradientLength(w, pictures));
        longestSums = Math.max(longestSums, GroupConvolution.sumsLength(w, pictures));
      }
      this.data = new NativeFloats(longestData);
      this.sums = new NativeFloats(longestSums);
      this.dataGradientLength = longestGradient;
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
        dataGradient = new NativeFloats(dataGradientLength);
      }
    }

    private float[][] pictureGradient() {
      if (pictureGradient == null) {
        pictureGradient = new float[picture.length][picture[0].length];
      }
      return pictureGradient;
    }

    @Override
    public void close() {
      data.close();
      sums.close();
      if (dataGradient != null) {
        dataGradient.close();
      }
    }
  }

  /** What a convolution has put out is there. */
  private static final GroupConvolution.Rows ALL = row -> {};

  final int first;
  private final BlasLayout layout;
  private final Scratch scratch;
  private final List<ConvWeights> weights;
  private final List<GroupConvolution> convs = new ArrayList<>();
  private final List<NativeFloats> kept = new ArrayList<>();

  /** The last convolution's. */
  private final float[][] output;

  /** Of the last convolution's output, or null where it goes on pixel by pixel. */
  private final GlobalMax pool;

  private final GroupConvolution.Rows fold = this::fold;
  private byte[] pixels;
  private int folded;

  private boolean toPicture;

  /**
   * @param first its first picture in the batch
   * @param keep whether it keeps what the way back needs, or may use the scratch for all
   */
  BlasGroup(
      BlasLayout layout, List<ConvWeights> weights, Scratch scratch, int first, boolean keep) {
    this.first = first;
    this.layout = layout;
    this.scratch = scratch;
    this.weights = weights;
    float[][] input = scratch.picture;
    for (int l = 0; l < weights.size(); l++) {
      ConvWeights w = weights.get(l);
      float[][] output = keep ? Scratch.planes(w.shape, scratch.pictures) : scratch.outputs.get(l);
      NativeFloats data = scratch.data;
      if (keep) {
        data = new NativeFloats(GroupConvolution.dataLength(w, scratch.pictures, true));
        kept.add(data);
      }
      WinogradConvolution.Scratch own = scratch.convs.get(l);
      input = w.shape.bordered(input, own.nothingIn);
      convs.add(convolution(w, own, input, output, data, keep));
      input = output;
    }
    this.output = input;
    this.pool = layout.spec.pooled() ? new GlobalMax(output) : null;
  }

  private GroupConvolution convolution(
      ConvWeights w,
      WinogradConvolution.Scratch own,
      float[][] input,
      float[][] output,
      NativeFloats data,
      boolean keep) {
    int pictures = scratch.pictures;
    return w.direct()
        ? new DirectConvolution(w, pictures, own, input, output, data, keep, scratch.sums)
        : new WinogradConvolution(w, pictures, own, input, output, data, keep, scratch.sums);
  }

  /**
   * @param to receives the last convolution's output as [pixel][row of the batch][filter]
   */
  void forward(byte[] pixels, NativeFloats to, int rows) {
    this.pixels = pixels;
    folded = 0;
    convs.get(0).forward(fold);
    for (int l = 1; l < convs.size(); l++) {
      convs.get(l).forward(ALL);
    }
    int filters = weights.get(weights.size() - 1).shape.filters();
    if (pool != null) {
      to.put((long) first * filters, pool.forward());
      return;
    }
    for (int i = 0; i < output.length; i++) {
      to.put(((long) i * rows + first) * filters, output[i]);
    }
  }

  private void fold(int row) {
    for (; folded <= row; folded++) {
      layout.fold(pixels, first, scratch.pictures, folded, scratch.picture);
    }
  }

  /**
   * Makes what the way back needs.
   *
   * @param sums by convolution: where its weights' gradient is added up
   * @param add whether to what is there already
   */
  void wantBackward(List<NativeFloats> sums, boolean add) {
    scratch.wantBackward();
    for (int l = 0; l < convs.size(); l++) {
      convs.get(l).wantBackward(scratch.gradients.get(l), sums.get(l), add);
      if (l > 0) {
        float[][] gradient =
            weights
                .get(l)
                .shape
                .bordered(scratch.gradients.get(l - 1), scratch.convs.get(l).beyond);
        convs.get(l).wantInputGradient(gradient, scratch.dataGradient);
      }
    }
  }

  /**
   * @param gradients of the last convolution's output: [pixel][row of the batch · filter]
   * @param biases by convolution, the biases' gradient is added here; null leaves out what is
   *     learned
   */
  void backward(float[][] gradients, float[][] biases) {
    int last = convs.size() - 1;
    float[][] own = scratch.gradients.get(last);
    int filters = weights.get(last).shape.filters();
    if (pool != null) {
      pool.backward(gradients[0], first * filters, own);
    } else {
      for (int i = 0; i < own.length; i++) {
        System.arraycopy(gradients[i], first * filters, own[i], 0, own[i].length);
      }
    }
    for (int l = last; l >= 0; l--) {
      convs.get(l).backward(biases == null ? null : biases[l], l > 0 || biases == null);
    }
  }

  /** The gradient of the pictures, without that of what is learned. */
  void pictureGradient(float[][] gradients, float[] pixels) {
    if (!toPicture) {
      convs.get(0).wantInputGradient(scratch.pictureGradient(), scratch.dataGradient);
      toPicture = true;
    }
    backward(gradients, null);
    layout.unfold(scratch.pictureGradient, first, scratch.pictures, pixels);
  }

  @Override
  public void close() {
    kept.forEach(NativeFloats::close);
  }
}
