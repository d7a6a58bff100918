package ludus.agents.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.env.ObservationSpec;

/**
 * The shape of a network: what goes in, the hidden layers (each followed by a rectifier), and how
 * many numbers come out of the final linear layer.
 *
 * <p>Convolutions come before dense layers and want an input of pixels, whose stacked frames are
 * the channels. Nothing is padded: a side of n becomes ⌊(n − kernel) / stride⌋ + 1.
 */
public record NetworkSpec(ObservationSpec input, List<Layer> hidden, int outputs) {

  /** One hidden layer. */
  public sealed interface Layer {}

  /** A convolution of {@code filters} square kernels. */
  public record Convolution(int filters, int kernel, int stride) implements Layer {
    /**
     * @throws IllegalArgumentException if a number is not positive
     */
    public Convolution {
      if (filters < 1 || kernel < 1 || stride < 1) {
        throw new IllegalArgumentException(
            "a convolution needs positive filters, kernel and stride, got %d@%d×%d/%d"
                .formatted(filters, kernel, kernel, stride));
      }
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
  }

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
    shapes(input, hidden, outputs);
  }

  /** Whether there is a convolution. */
  public boolean convolutional() {
    return hidden.stream().anyMatch(Convolution.class::isInstance);
  }

  /**
   * The parameters' names and shapes, in order: {@code conv1.weight} as [filters, channels, kernel,
   * kernel], {@code conv1.bias} as [filters], …, {@code dense1.weight} as [inputs, units], {@code
   * dense1.bias} as [units], …, and the final layer as {@code output.weight}, {@code output.bias}.
   * The first dense layer takes its inputs in the order [channel][row][column].
   */
  public Map<String, int[]> parameters() {
    return shapes(input, hidden, outputs);
  }

  /** How many parameters there are in all. */
  public int parameterCount() {
    int sum = 0;
    for (int[] shape : parameters().values()) {
      sum += Weights.length(shape);
    }
    return sum;
  }

  private static Map<String, int[]> shapes(ObservationSpec input, List<Layer> hidden, int outputs) {
    Map<String, int[]> shapes = new LinkedHashMap<>();
    int side = input instanceof ObservationSpec.Pixels ? ObservationSpec.Pixels.SIDE : 0;
    int channels = input instanceof ObservationSpec.Pixels pixels ? pixels.frames() : 0;
    int size = input.size();
    int convolutions = 0;
    List<Integer> units = new ArrayList<>();
    for (Layer layer : hidden) {
      if (layer instanceof Convolution c) {
        if (channels == 0 || !units.isEmpty()) {
          throw new IllegalArgumentException(
              "convolutions take pixels and come before dense layers");
        }
        if (c.kernel() > side) {
          throw new IllegalArgumentException(
              "a kernel of %d does not fit on a side of %d".formatted(c.kernel(), side));
        }
        convolutions++;
        shapes.put(
            "conv" + convolutions + ".weight",
            new int[] {c.filters(), channels, c.kernel(), c.kernel()});
        shapes.put("conv" + convolutions + ".bias", new int[] {c.filters()});
        side = (side - c.kernel()) / c.stride() + 1;
        channels = c.filters();
        size = channels * side * side;
      } else if (layer instanceof Dense d) {
        units.add(d.units());
        shapes.put("dense" + units.size() + ".weight", new int[] {size, d.units()});
        shapes.put("dense" + units.size() + ".bias", new int[] {d.units()});
        size = d.units();
      }
    }
    shapes.put("output.weight", new int[] {size, outputs});
    shapes.put("output.bias", new int[] {outputs});
    return shapes;
  }
}
