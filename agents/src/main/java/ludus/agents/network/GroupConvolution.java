package ludus.agents.network;

/** One convolution, with its rectifier, for a few pictures that go together. */
sealed interface GroupConvolution permits WinogradConvolution, DirectConvolution {
  /** From its input to its output. */
  void forward();

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
   * @param dataGradient room for as many numbers as the group keeps of its input
   */
  void wantInputGradient(float[][] inputGradient, NativeFloats dataGradient);

  /** Takes the rectifier's way back in the output's gradient, and brings that where BLAS is. */
  void backward();

  /** After {@link #backward}: adds up the weights' gradient. */
  void weightGradient();

  /** After {@link #backward}: the bias' gradient, put or added to what is there. */
  void biasGradient(float[] gradient, boolean add);

  /** After {@link #backward}: the input's gradient. */
  void inputGradient();

  /** How many numbers it keeps of its input in native memory. */
  static long dataLength(ConvWeights weights, int pictures) {
    ConvShape shape = weights.shape;
    long each = (long) pictures * shape.channels();
    return weights.direct()
        ? each * shape.side() * shape.side()
        : each * weights.places() * shape.phases() * weights.tiles();
  }

  /** How many numbers its products make in native memory. */
  static long sumsLength(ConvWeights weights, int pictures) {
    long each = (long) pictures * weights.shape.filters() * weights.tiles();
    return weights.direct() ? each : each * weights.places();
  }
}
