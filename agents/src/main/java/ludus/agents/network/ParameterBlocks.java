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

  final int length;
  final float[][] parameters;
  final float[][] gradient;
  final float[][] firstMoment;
  final float[][] secondMoment;
  private final float[] share = new float[BLOCK];
  private final float[] squares = new float[BLOCK];
  private float norm;

  ParameterBlocks(int length) {
    this.length = length;
    this.parameters = blocks(length);
    this.gradient = blocks(length);
    this.firstMoment = blocks(length);
    this.secondMoment = blocks(length);
  }

  private static float[][] blocks(int length) {
    float[][] blocks = new float[(length + BLOCK - 1) / BLOCK][];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = new float[Math.min(BLOCK, length - b * BLOCK)];
    }
    return blocks;
  }

  static float get(float[][] blocks, int index) {
    return blocks[index / BLOCK][index % BLOCK];
  }

  static void set(float[][] blocks, int index, float value) {
    blocks[index / BLOCK][index % BLOCK] = value;
  }

  /** Takes over a gradient, the sum of these. */
  void readGradient(List<FloatBuffer> shares) {
    for (int b = 0; b < gradient.length; b++) {
      shares.get(0).get(b * BLOCK, gradient[b]);
      for (int s = 1; s < shares.size(); s++) {
        shares.get(s).get(b * BLOCK, share, 0, gradient[b].length);
        RowMath.add(gradient[b], share, 1);
      }
    }
  }

  /** Sets the gradient from one index to below another to 0. */
  void clearGradient(int from, int to) {
    for (int i = from; i < to; i++) {
      set(gradient, i, 0);
    }
  }

  /** Works out the gradient's L2 norm. */
  float norm() {
    Arrays.fill(squares, 0);
    for (float[] block : gradient) {
      RowMath.addSquares(squares, block);
    }
    double sum = 0;
    for (float lane : squares) {
      sum += lane;
    }
    norm = (float) Math.sqrt(sum);
    return norm;
  }

  /** One step of Adam along the gradient last read. */
  void update(Adam adam, float learningRate) {
    adam.advance(learningRate, norm);
    for (int b = 0; b < parameters.length; b++) {
      adam.update(parameters[b], gradient[b], firstMoment[b], secondMoment[b]);
    }
  }

  void blend(ParameterBlocks other, float tau) {
    for (int b = 0; b < parameters.length; b++) {
      RowMath.blend(parameters[b], other.parameters[b], tau);
    }
  }

  void writeParameters(FloatBuffer to) {
    for (int b = 0; b < parameters.length; b++) {
      to.put(b * BLOCK, parameters[b]);
    }
  }
}
