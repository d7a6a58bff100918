package ludus.agents.network;

import java.util.Arrays;

/** A convolution's bias for every picture of a group, and the way back: [picture][filter]. */
final class BiasRows {
  private final float[] rows;

  BiasRows(int pictures, int filters) {
    this.rows = new float[pictures * filters];
  }

  /** The bias of every filter for every picture. */
  float[] spread(float[] bias) {
    for (int p = 0; p < rows.length; p += bias.length) {
      System.arraycopy(bias, 0, rows, p, bias.length);
    }
    return rows;
  }

  /** Begins to add up the output's gradient over its pixels. */
  void clear() {
    Arrays.fill(rows, 0);
  }

  void add(float[] pixel) {
    RowMath.add(rows, pixel, 1);
  }

  /** Adds what was added up, over the pictures, to the bias' gradient. */
  void addTo(float[] gradient) {
    for (int p = 0; p < rows.length; p += gradient.length) {
      for (int f = 0; f < gradient.length; f++) {
        gradient[f] += rows[p + f];
      }
    }
  }
}
