package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ludus.core.env.ObservationSpec;

/**
 * The shape of a network: what goes in, the hidden layers (each followed by a rectifier), and how
 * many numbers come out of the final linear layer or, if the last of {@code hidden} is a {@link
 * Head}, of that.
 *
 * <p>{@link Cells} or {@link Mirrored} come first. Convolutions come before dense layers and want
 * an input of pixels, whose stacked frames are the channels. A side of n becomes ⌊(n − kernel) /
 * stride⌋ + 1, but stays n where the convolution is padded.
 */
public record NetworkSpec(ObservationSpec input, List<Layer> hidden, int outputs) {

  /**
   * One hidden layer, or the head at the end; its text is {@code conv 16@8/4}
   * (filters@kernel/stride), {@code conv 32@3/1 same} (padded), {@code max pool}, {@code dense
   * 256}, {@code noisy 256}, {@code cells 0..2/3}, {@code mirrored x 1 0}, {@code dueling 256} or
   * {@code actor-critic}.
   */
  public sealed interface Layer permits Convolution, MaxPool, Dense, Noisy, Cells, Mirrored, Head {
    /** Reads what {@code toString} writes. */
    static Layer parse(String text) {
      return LayerText.parse(text);
    }
  }

  /** The last of the layers, where the outputs are not simply a linear layer's. */
  public sealed interface Head extends Layer {}

  /**
   * A convolution of {@code filters} square kernels.
   *
   * @param same whether zeros are put round its input so that the output has as many pixels; it
   *     then has a stride of 1 and an odd kernel, and is not the first
   */
  public record Convolution(int filters, int kernel, int stride, boolean same) implements Layer {
    /**
     * @throws IllegalArgumentException if a number is not positive, or it cannot be padded
     */
    public Convolution {
      if (filters < 1 || kernel < 1 || stride < 1) {
        throw new IllegalArgumentException(
            "a convolution needs positive filters, kernel and stride, got %d@%d×%d/%d"
                .formatted(filters, kernel, kernel, stride));
      }
      if (same && (stride != 1 || kernel % 2 == 0)) {
        throw new IllegalArgumentException(
            "a padded convolution has stride 1 and an odd kernel, got %d/%d"
                .formatted(kernel, stride));
      }
    }

    /** Without padding. */
    public Convolution(int filters, int kernel, int stride) {
      this(filters, kernel, stride, false);
    }

    /** Zeros on each side of its input. */
    int padding() {
      return same ? kernel / 2 : 0;
    }

    int outSide(int side) {
      return (side + 2 * padding() - kernel) / stride + 1;
    }

    @Override
    public String toString() {
      return "conv %d@%d/%d".formatted(filters, kernel, stride) + (same ? " same" : "");
    }
  }

  /**
   * The largest value of each channel over all pixels of the last convolution: what is there, not
   * where. What follows then answers alike wherever in the picture a thing happens (global max
   * pooling; Zambaldi et al. 2019, "Deep reinforcement learning with relational inductive biases",
   * pool so before the dense layers of an agent).
   */
  public record MaxPool() implements Layer {
    @Override
    public String toString() {
      return "max pool";
    }
  }

  /** A fully connected layer. */
  public record Dense(int units) implements Layer {
    /**
     * @throws IllegalArgumentException if {@code units} is not positive
     */
    public Dense {
      if (units < 1) {
        throw new IllegalArgumentException("a dense layer needs units, got " + units);
      }
    }

    @Override
    public String toString() {
      return "dense " + units;
    }
  }

  /**
   * A fully connected layer whose weights have noise of a size that is learned (Fortunato et al.
   * 2018); see {@link NoisyNetwork}. All that lies behind it is noisy as well, the output layer or
   * the streams of a head included.
   *
   * @param units of the layer; 0 is none, so that only what lies behind is noisy
   */
  public record Noisy(int units) implements Layer {
    /**
     * @throws IllegalArgumentException if {@code units} is negative
     */
    public Noisy {
      if (units < 0) {
        throw new IllegalArgumentException("a noisy layer needs 0 or more units, got " + units);
      }
    }

    @Override
    public String toString() {
      return units == 0 ? "noisy" : "noisy " + units;
    }
  }

  /**
   * The dueling head of Wang et al. (2016): a state's value and the actions' advantages apart, Q =
   * V + A − mean A. Each stream has a hidden layer of its own, or, with no units, none: both then
   * take what the last layer puts out.
   *
   * @param units of each stream's hidden layer; 0 is none
   * @param atoms numbers an action, for distributional learning; the outputs are [action][atom] and
   *     atoms of different actions are centred each on their own. 1 is plain Q-learning.
   */
  public record Dueling(int units, int atoms) implements Head {
    /**
     * @throws IllegalArgumentException if there are negative units or no atoms
     */
    public Dueling {
      if (units < 0 || atoms < 1) {
        throw new IllegalArgumentException(
            "a dueling head needs 0 or more units and 1 or more atoms, got %d and %d"
                .formatted(units, atoms));
      }
    }

    @Override
    public String toString() {
      return "dueling" + (units == 0 ? "" : " " + units) + (atoms == 1 ? "" : " by " + atoms);
    }
  }

  /**
   * A policy's logits, one an action, and as the last output the state's value, both linear in what
   * the last layer puts out. Their first weights differ: see {@link Initialization}.
   */
  public record ActorCritic() implements Head {
    @Override
    public String toString() {
      return "actor-critic";
    }
  }

  /** What the name of a mean ends with to be that of its noise's size. */
  static final String SIGMA = "_sigma";

  /** The network of Mnih et al. (2015), "Nature DQN". */
  public static final List<Layer> NATURE =
      List.of(
          new Convolution(32, 8, 4),
          new Convolution(64, 4, 2),
          new Convolution(64, 3, 1),
          new Dense(512));

  /** The network of Mnih et al. (2013), the first DQN; about a fifth of the work. */
  public static final List<Layer> SMALL =
      List.of(new Convolution(16, 8, 4), new Convolution(32, 4, 2), new Dense(256));

  /**
   * @throws IllegalArgumentException if the layers do not fit on one another
   */
  public NetworkSpec {
    hidden = List.copyOf(hidden);
    if (outputs < 1) {
      throw new IllegalArgumentException("a network needs outputs, got " + outputs);
    }
    ParameterShapes.of(input, hidden, outputs);
  }

  /** Whether there is a convolution. */
  public boolean convolutional() {
    return hidden.stream().anyMatch(Convolution.class::isInstance);
  }

  /** Whether the last convolution's output is pooled. */
  public boolean pooled() {
    return hidden.stream().anyMatch(MaxPool.class::isInstance);
  }

  /** Whether there is a noisy layer. */
  public boolean noisy() {
    return hidden.stream().anyMatch(Noisy.class::isInstance);
  }

  /** The same network without noise: of each noisy layer what is left is a dense one. */
  NetworkSpec still() {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : hidden) {
      if (!(layer instanceof Noisy noisy)) {
        layers.add(layer);
      } else if (noisy.units() > 0) {
        layers.add(new Dense(noisy.units()));
      }
    }
    return new NetworkSpec(input, layers, outputs);
  }

  /** The cells that come first, or null where the input is taken as it is. */
  public Cells cells() {
    return !hidden.isEmpty() && hidden.get(0) instanceof Cells cells ? cells : null;
  }

  /** The mirror that comes first, or null where pictures are taken as they are. */
  Mirrored mirrored() {
    return !hidden.isEmpty() && hidden.get(0) instanceof Mirrored mirrored ? mirrored : null;
  }

  /** How many images of a picture are looked at, which take turns in the rows of a batch. */
  public int images() {
    Mirrored mirrored = mirrored();
    return mirrored == null ? 1 : mirrored.images();
  }

  /** The head, or null where the outputs are a linear layer's. */
  public Head head() {
    return !hidden.isEmpty() && hidden.get(hidden.size() - 1) instanceof Head head ? head : null;
  }

  /**
   * The parameters' names and shapes, in order: {@code conv1.weight} as [filters, channels, kernel,
   * kernel], {@code conv1.bias} as [filters], …, {@code dense1.weight} as [inputs, units], {@code
   * dense1.bias} as [units], …, and the final layer as {@code output.weight}, {@code output.bias}.
   * The first dense layer takes its inputs in the order [channel][row][column].
   *
   * <p>In place of {@code output}, a dueling head has {@code value1} and {@code advantage1} (its
   * hidden layers, if any), {@code value} and {@code advantage}, and an actor-critic head {@code
   * policy} and {@code value}.
   *
   * <p>Where a layer is noisy, its weight and bias are the means, and {@code dense1.weight_sigma}
   * and {@code dense1.bias_sigma}, of the same shapes, follow them.
   */
  public Map<String, int[]> parameters() {
    return ParameterShapes.of(input, hidden, outputs);
  }

  /** Whether convolutions are padded or pooled. */
  boolean paddedOrPooled() {
    return hidden.stream()
        .anyMatch(layer -> layer instanceof MaxPool || layer instanceof Convolution c && c.same());
  }

  /** How many parameters there are in all. */
  public int parameterCount() {
    return parameters().values().stream().mapToInt(Weights::length).sum();
  }
}
