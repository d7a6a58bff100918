package ludus.agents.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A network's parameters with their gradient and Adam's moments, on the Java heap in blocks that
 * stay in the first cache. For the sizes that games need, one thread of vectorised Java takes a
 * fraction of the time of ND4J's own updater (0.4 ms against 1.7 ms for 0.7 million parameters),
 * and its rounding is the same on every machine.
 */
final class ParameterBlocks {
  private static final int BLOCK = 4096;

  final float[][] parameters;
  final float[][] gradient;
  final float[][] firstMoment;
  final float[][] secondMoment;

  /** Sums of g² by lane and place in a block. */
  private float[][] squares = new float[1][0];

  private final int longest;

  private final float[] share = new float[BLOCK];
  private float norm;

  /** Blocks of these lengths. */
  ParameterBlocks(int... lengths) {
    this.parameters = blocks(lengths);
    this.gradient = blocks(lengths);
    this.firstMoment = blocks(lengths);
    this.secondMoment = blocks(lengths);
    this.longest = Arrays.stream(lengths).max().orElse(0);
    lanes(1);
  }

  /** Blocks of one length, but for the last. */
  static ParameterBlocks flat(int length) {
    int[] lengths = new int[(length + BLOCK - 1) / BLOCK];
    Arrays.setAll(lengths, b -> Math.min(BLOCK, length - b * BLOCK));
    return new ParameterBlocks(lengths);
  }

  /** How many threads may add up side by side; 1 at first. */
  void lanes(int count) {
    squares = new float[count][longest];
  }

  private static float[][] blocks(int[] lengths) {
    float[][] blocks = new float[lengths.length][];
    Arrays.setAll(blocks, b -> new float[lengths[b]]);
    return blocks;
  }

  int count() {
    return parameters.length;
  }

  /** Of {@link #flat} blocks. */
  static float get(float[][] blocks, int index) {
    return blocks[index / BLOCK][index % BLOCK];
  }

  /** Of {@link #flat} blocks. */
  static void set(float[][] blocks, int index, float value) {
    blocks[index / BLOCK][index % BLOCK] = value;
  }

  /** Takes over a gradient of {@link #flat} blocks, the sum of these. */
  void readGradient(List<FloatBuffer> shares) {
    for (int b = 0; b < gradient.length; b++) {
      shares.get(0).get(b * BLOCK, gradient[b]);
      for (int s = 1; s < shares.size(); s++) {
        shares.get(s).get(b * BLOCK, share, 0, gradient[b].length);
        RowMath.add(gradient[b], share, 1);
      }
    }
  }

  /** Sets the gradient of {@link #flat} blocks from one index to below another to 0. */
  void clearGradient(int from, int to) {
    for (int i = from; i < to; i++) {
      set(gradient, i, 0);
    }
  }

  /** Works out the gradient's L2 norm. */
  float norm() {
    for (int b = 0; b < gradient.length; b++) {
      addUp(b, 0);
    }
    return normOfSums();
  }

  /** Adds up one block's squares. */
  void addUp(int block, int lane) {
    RowMath.addSquares(squares[lane], gradient[block]);
  }

  /** The gradient's L2 norm, after {@link #addUp} of every block. */
  float normOfSums() {
    double sum = 0;
    for (float[] lane : squares) {
      for (float each : lane) {
        sum += each;
      }
      Arrays.fill(lane, 0);
    }
    norm = (float) Math.sqrt(sum);
    return norm;
  }

  /** One step of Adam along the gradient whose norm was worked out last. */
  void update(Adam adam, float learningRate) {
    advance(adam, learningRate);
    for (int b = 0; b < parameters.length; b++) {
      update(adam, b);
    }
  }

  /** Begins a step, which {@link #update(Adam, int)} then takes block by block. */
  void advance(Adam adam, float learningRate) {
    adam.advance(learningRate, norm);
  }

  void update(Adam adam, int block) {
    adam.update(parameters[block], gradient[block], firstMoment[block], secondMoment[block]);
  }

  void blend(ParameterBlocks other, float tau) {
    for (int b = 0; b < parameters.length; b++) {
      blend(other, tau, b);
    }
  }

  void blend(ParameterBlocks other, float tau, int block) {
    RowMath.blend(parameters[block], other.parameters[block], tau);
  }

  /** Copies {@link #flat} blocks out. */
  void writeParameters(FloatBuffer to) {
    for (int b = 0; b < parameters.length; b++) {
      to.put(b * BLOCK, parameters[b]);
    }
  }
}
