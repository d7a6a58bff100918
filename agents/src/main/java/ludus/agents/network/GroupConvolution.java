package ludus.agents.network;

/**
 * One convolution, with its rectifier, for a few pictures that go together. It goes through them
 * from the first row to the last, doing all that there is to do with some rows before it turns to
 * the next, so that they are still in the second cache.
 */
sealed interface GroupConvolution permits WinogradConvolution, DirectConvolution {
  /** Where the rows of the input come from. */
  interface Rows {
    /** Sees to it that all rows up to this one, that are still to be read, are there. */
    void upTo(int row);
  }

  /** From its input to its output. */
  void forward(Rows input);

  /**
   * Makes what the way back needs.
   *
   * @param outputGradient where the gradient of the output is found
   * @param weightGradient is added up here, in the domain of {@link ConvWeights}
   * @param add whether to what is there already
   */
  void wantBackward(float[][] outputGradient, NativeFloats weightGradient, boolean add);

  /**
   * Makes what the way back to the input needs.
   *
   * @param inputGradient receives the gradient of the input
   * @param dataGradient room for {@link #dataGradientLength} numbers
   */
  void wantInputGradient(float[][] inputGradient, NativeFloats dataGradient);

  /**
   * The way back, from the gradient of the output, in which the rectifier's is taken.
   *
   * @param biasGradient the bias' gradient is added to this and the weights' worked out as well, or
   *     null for neither
   * @param toInput whether the input's gradient is asked for
   */
  void backward(float[] biasGradient, boolean toInput);

  /**
   * How many numbers it keeps of its input in native memory.
   *
   * @param keep whether for the way back
   */
  static long dataLength(ConvWeights weights, int pictures, boolean keep) {
    ConvShape shape = weights.shape;
    if (weights.direct()) {
      int rows = keep ? shape.side() : shape.taps();
      return (long) pictures * shape.channels() * rows * shape.side();
    }
    return bandLength(weights, pictures) * (keep ? weights.bands() : 1);
  }

  /** How many numbers the way back to the input needs room for in native memory. */
  static long dataGradientLength(ConvWeights weights, int pictures) {
    return weights.direct() ? dataLength(weights, pictures, true) : bandLength(weights, pictures);
  }

  private static long bandLength(ConvWeights weights, int pictures) {
    ConvShape shape = weights.shape;
    return (long) pictures
        * shape.channels()
        * weights.places()
        * shape.phases()
        * weights.bandTiles();
  }

  /** How many numbers its products make in native memory. */
  static long sumsLength(ConvWeights weights, int pictures) {
    ConvShape shape = weights.shape;
    long each = (long) pictures * shape.filters();
    return weights.direct()
        ? each * shape.outSide()
        : each * weights.places() * weights.bandTiles();
  }
}
