package ludus.agents.network;

import java.util.Arrays;

/**
 * One batch on its way through {@link DenseNetwork}: what each layer put out for each row, and the
 * gradient on the way back.
 */
final class DenseBatch {
  private final int inputs;
  private final DenseLayer[] layers;

  /** [layer][row][unit]: the input of layer l, so that the last is the network's output. */
  private final float[][][] values;

  /** [layer][row][unit]: ∂L/∂values. */
  private final float[][][] gradients;

  private int capacity;
  private int rows;

  DenseBatch(int inputs, DenseLayer[] layers) {
    this.inputs = inputs;
    this.layers = layers;
    this.values = new float[layers.length + 1][][];
    this.gradients = new float[layers.length + 1][][];
  }

  int rows() {
    return rows;
  }

  private void reserve(int wanted) {
    if (wanted <= capacity) {
      return;
    }
    for (int l = 0; l <= layers.length; l++) {
      int width = l == 0 ? inputs : layers[l - 1].units;
      values[l] = new float[wanted][width];
      gradients[l] = new float[wanted][width];
    }
    capacity = wanted;
  }

  void forward(float[] input, int count, float[] outputs) {
    reserve(count);
    rows = count;
    copyIn(input, values[0], inputs);
    for (int l = 0; l < layers.length; l++) {
      DenseLayer layer = layers[l];
      for (int r = 0; r < rows; r++) {
        float[] y = values[l + 1][r];
        System.arraycopy(layer.bias(), 0, y, 0, y.length);
        RowMath.addProduct(y, values[l][r], layer.weight());
        if (l < layers.length - 1) {
          RowMath.rectify(y);
        }
      }
    }
    copyOut(values[layers.length], outputs);
  }

  void backward(float[] outputGradient) {
    propagate(outputGradient, true, 1);
  }

  void inputGradient(float[] outputGradient, float[] inputGradient) {
    propagate(outputGradient, false, 0);
    copyOut(gradients[0], inputGradient);
  }

  /** Back to ∂L/∂values[stop]; with the layers' own gradients on the way if asked for. */
  private void propagate(float[] outputGradient, boolean learn, int stop) {
    int last = layers.length;
    copyIn(outputGradient, gradients[last], layers[last - 1].units);
    for (int l = last - 1; l >= 0; l--) {
      if (learn) {
        layers[l].gradient(values[l], gradients[l + 1], rows);
      }
      if (l >= stop) {
        inputsGradient(l);
      }
    }
  }

  private void inputsGradient(int l) {
    float[][] transposed = layers[l].transposed();
    for (int r = 0; r < rows; r++) {
      float[] d = gradients[l][r];
      Arrays.fill(d, 0);
      RowMath.addProduct(d, gradients[l + 1][r], transposed);
      if (l > 0) {
        RowMath.rectifyGradient(d, values[l][r]);
      }
    }
  }

  private void copyIn(float[] from, float[][] to, int width) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, r * width, to[r], 0, width);
    }
  }

  private void copyOut(float[][] from, float[] to) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from[r], 0, to, r * from[r].length, from[r].length);
    }
  }
}
