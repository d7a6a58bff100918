package ludus.agents.network;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import ludus.core.random.Rng;

/**
 * How a network's first weights are drawn: orthogonal matrices (Saxe et al. 2014) times a gain,
 * biases 0. A head's own outputs have the gain 1, but a policy's logits 0.01. Plain Java from a
 * seed, so that every engine starts from the same numbers on every machine.
 *
 * <p>A noisy layer of p inputs begins as in Fortunato et al. (2018, section 3.2): its means uniform
 * from −1/√p to 1/√p, its σ 0.5/√p. Gains do not concern it.
 *
 * @param hiddenGain the gain of hidden layers; √2 suits rectifiers
 * @param outputGains the gain of each output of a final linear layer, or of all of them if there is
 *     but one
 */
public record Initialization(float hiddenGain, float... outputGains) {
  private static final Pattern HIDDEN_DENSE =
      Pattern.compile("(dense|value|advantage)\\d+\\.weight");

  private static final float FIRST_SIGMA = 0.5f;

  /** Gain √2 for hidden layers and 1 for the outputs. */
  public static final Initialization STANDARD = new Initialization((float) Math.sqrt(2), 1);

  /**
   * @throws IllegalArgumentException if no gain is given for the outputs
   */
  public Initialization {
    outputGains = outputGains.clone();
    if (outputGains.length == 0) {
      throw new IllegalArgumentException("the outputs need a gain");
    }
  }

  /** The same with other gains for the outputs: one each, or one for all. */
  public Initialization withOutputGains(float... gains) {
    return new Initialization(hiddenGain, gains);
  }

  /** Draws the weights of a network; the same seed gives the same. */
  public Weights draw(NetworkSpec spec, long seed) {
    Weights weights = new Weights();
    int stream = 0;
    for (Map.Entry<String, int[]> parameter : spec.parameters().entrySet()) {
      String name = parameter.getKey();
      int[] shape = parameter.getValue();
      float[] values = new float[Weights.length(shape)];
      if (noisy(spec, name)) {
        noisy(spec, values, name, new Rng(Rng.derive(seed, stream++)));
      } else if (name.endsWith(".weight")) {
        fill(spec, values, name, shape, new Rng(Rng.derive(seed, stream++)));
      }
      weights.put(name, shape, values);
    }
    return weights;
  }

  private static boolean noisy(NetworkSpec spec, String name) {
    return name.endsWith(NetworkSpec.SIGMA)
        || spec.parameters().containsKey(name + NetworkSpec.SIGMA);
  }

  private static void noisy(NetworkSpec spec, float[] values, String name, Rng rng) {
    String layer = name.substring(0, name.indexOf('.'));
    int inputs = spec.parameters().get(layer + ".weight")[0];
    double bound = 1 / Math.sqrt(inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] =
          (float)
              (name.endsWith(NetworkSpec.SIGMA)
                  ? FIRST_SIGMA * bound
                  : bound * (2 * rng.nextDouble() - 1));
    }
  }

  private void fill(NetworkSpec spec, float[] values, String name, int[] shape, Rng rng) {
    if (name.startsWith("conv")) {
      int filters = shape[0];
      orthogonal(values, filters, values.length / filters, hiddenGain, rng);
      return;
    }
    if (spec.head() != null && !HIDDEN_DENSE.matcher(name).matches()) {
      // PPO's usual choice (Andrychowicz et al. 2021): all actions equally likely at first.
      orthogonal(values, shape[0], shape[1], name.startsWith("policy") ? 0.01f : 1, rng);
      return;
    }
    boolean output = name.startsWith("output");
    orthogonal(values, shape[0], shape[1], output ? 1 : hiddenGain, rng);
    if (output) {
      for (int i = 0; i < values.length; i++) {
        values[i] *= outputGain(i % shape[1], shape[1]);
      }
    }
  }

  private float outputGain(int output, int outputs) {
    if (outputGains.length == 1) {
      return outputGains[0];
    }
    if (outputGains.length != outputs) {
      throw new IllegalArgumentException(
          "%d gains were given for %d outputs".formatted(outputGains.length, outputs));
    }
    return outputGains[output];
  }

  /** Fills a row-major matrix whose rows, or columns if there are fewer of them, are orthogonal. */
  private static void orthogonal(float[] matrix, int rows, int columns, float gain, Rng rng) {
    boolean tall = rows > columns;
    double[][] basis = orthonormal(Math.min(rows, columns), Math.max(rows, columns), rng);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        matrix[r * columns + c] = (float) (gain * (tall ? basis[c][r] : basis[r][c]));
      }
    }
  }

  /**
   * Gram-Schmidt on normally distributed vectors, done twice for each, which is enough for full
   * precision (Giraud et al. 2005). The basis is kept transposed too, so that both inner loops run
   * along rows and are vectorised.
   */
  private static double[][] orthonormal(int count, int length, Rng rng) {
    double[][] basis = new double[count][length];
    double[][] transposed = new double[length][count];
    double[] projection = new double[count];
    for (int k = 0; k < count; k++) {
      double[] vector = basis[k];
      for (int i = 0; i < length; i++) {
        vector[i] = rng.nextGaussian();
      }
      for (int pass = 0; pass < 2; pass++) {
        Arrays.fill(projection, 0);
        for (int i = 0; i < length; i++) {
          addScaled(projection, transposed[i], vector[i], k);
        }
        for (int j = 0; j < k; j++) {
          addScaled(vector, basis[j], -projection[j], length);
        }
      }
      normalise(vector);
      for (int i = 0; i < length; i++) {
        transposed[i][k] = vector[i];
      }
    }
    return basis;
  }

  private static void addScaled(double[] to, double[] from, double factor, int length) {
    for (int i = 0; i < length; i++) {
      to[i] += factor * from[i];
    }
  }

  private static void normalise(double[] vector) {
    double sum = 0;
    for (double x : vector) {
      sum += x * x;
    }
    double factor = 1 / Math.sqrt(sum);
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }
}
