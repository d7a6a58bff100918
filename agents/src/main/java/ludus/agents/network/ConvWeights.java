package ludus.agents.network;

import java.util.List;

/**
 * A convolution's weights in Winograd's domain, U = G w Gᵀ: a matrix [channel][filter] for each
 * place and phase, and its transposed for the way back. Of the weights themselves, each tap of each
 * phase is one array, [channel][filter].
 */
final class ConvWeights implements AutoCloseable {
  /** What a band may take, so that it stays in a second cache of a megabyte with the weights. */
  private static final long BAND_BYTES = 400 << 10;

  /** Pictures that usually go together. */
  private static final long PICTURES = 8;

  final ConvShape shape;
  final Winograd winograd;
  final NativeFloats forward;

  /** The transposed; null until {@link #wantBack}. */
  private NativeFloats back;

  /** [phase · taps² + row · taps + column]; zeros where there is no weight. */
  private final float[][] taps;

  private final float[] bias;

  /** One for each lane. */
  private final Scratch[] scratch;

  private static final class Scratch {
    final float[][] rows;
    final float[][] transposed;
    final float[][] places;
    final float[] sum;

    Scratch(int size, int taps, int points) {
      this.rows = new float[points * taps][size];
      this.transposed = new float[taps * taps][size];
      this.places = new float[points * points][size];
      this.sum = new float[size];
    }
  }

  /**
   * @param taps not copied
   * @param bias not copied
   * @param lanes how many threads there are
   */
  ConvWeights(ConvShape shape, float[][] taps, float[] bias, int lanes) {
    this.shape = shape;
    this.taps = taps;
    this.bias = bias;
    this.winograd = Winograd.of(shape.taps(), shape.outSide());
    int size = shape.channels() * shape.filters();
    this.forward = new NativeFloats((long) places() * shape.phases() * size);
    this.scratch = new Scratch[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      scratch[lane] = new Scratch(size, shape.taps(), winograd.points);
    }
  }

  /** How many products of numbers there are a tile: (m + r − 1)². */
  int places() {
    return winograd.points * winograd.points;
  }

  int tilesASide() {
    return (shape.outSide() + winograd.outputs - 1) / winograd.outputs;
  }

  /** Rows of tiles that go through all of a convolution together: a band. */
  int band() {
    int numbers = places() * tilesASide() * (shape.channels() * shape.phases() + shape.filters());
    long row = PICTURES * Float.BYTES * numbers;
    return (int) Math.max(1, Math.min(tilesASide(), BAND_BYTES / row));
  }

  int bands() {
    return (tilesASide() + band() - 1) / band();
  }

  /** Tiles of a band; the last one may have fewer. */
  int bandTiles() {
    return band() * tilesASide();
  }

  /** Columns, and rows, of a phase that the tiles reach. */
  int reach() {
    return tilesASide() * winograd.outputs + winograd.taps - 1;
  }

  float[] bias() {
    return bias;
  }

  /** From now on the transposed weights are kept, too. */
  void wantBack() {
    if (back == null) {
      back = new NativeFloats(forward.length);
      for (int phase = 0; phase < shape.phases(); phase++) {
        refresh(phase, 0);
      }
    }
  }

  NativeFloats back() {
    return back;
  }

  /** Brings one phase up to date with the weights. */
  void refresh(int phase, int lane) {
    Scratch own = scratch[lane];
    int count = shape.taps() * shape.taps();
    transform(taps, phase * count, phase, own, forward);
    if (back != null) {
      for (int t = 0; t < count; t++) {
        RowMath.transpose(
            taps[phase * count + t], shape.channels(), shape.filters(), own.transposed[t]);
      }
      transform(own.transposed, 0, phase, own, back);
    }
  }

  private void transform(float[][] weights, int first, int phase, Scratch own, NativeFloats to) {
    int r = shape.taps();
    int t = winograd.points;
    for (int i = 0; i < t; i++) {
      for (int l = 0; l < r; l++) {
        winograd.kernel[i].of(own.rows[i * r + l], weights, first + l, r);
      }
      for (int k = 0; k < t; k++) {
        winograd.kernel[k].of(own.sum, own.rows, i * r, 1);
        to.put(start(i * t + k, phase), own.sum);
      }
    }
  }

  /** Where the matrix of a place and a phase begins. */
  long start(int place, int phase) {
    return ((long) place * shape.phases() + phase) * shape.channels() * shape.filters();
  }

  /**
   * The weights' gradient from that of U: Gᵀ (∂L/∂U) G.
   *
   * @param sums by lane and convolution what was added up, in the order of {@link #forward}
   * @param conv which convolution this is
   * @param lanes how many lanes have added up
   * @param gradient receives it, from its element {@code first} on, as {@code taps} are ordered
   */
  void gradient(
      int phase,
      int lane,
      List<List<NativeFloats>> sums,
      int conv,
      int lanes,
      float[][] gradient,
      int first) {
    Scratch own = scratch[lane];
    int r = shape.taps();
    int t = winograd.points;
    for (int i = 0; i < t * t; i++) {
      sums.get(0).get(conv).get(start(i, phase), own.places[i]);
      for (int other = 1; other < lanes; other++) {
        sums.get(other).get(conv).get(start(i, phase), own.sum);
        RowMath.add(own.places[i], own.sum, 1);
      }
    }
    for (int i = 0; i < t; i++) {
      for (int l = 0; l < r; l++) {
        winograd.kernelBack[l].of(own.rows[i * r + l], own.places, i * t, 1);
      }
    }
    for (int j = 0; j < r; j++) {
      for (int l = 0; l < r; l++) {
        if (shape.has(phase, j, l)) {
          winograd.kernelBack[j].of(gradient[first + (phase * r + j) * r + l], own.rows, l, r);
        }
      }
    }
  }

  @Override
  public void close() {
    forward.close();
    if (back != null) {
      back.close();
    }
  }
}
