package ludus.agents.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.env.ObservationSpec;

/**
 * The names and shapes of a network's parameters, layer after layer, as {@link
 * NetworkSpec#parameters} lists them; and the check that its layers fit on one another.
 */
final class ParameterShapes {
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final ObservationSpec input;
  private final int outputs;

  // What the layers so far put out.
  private int size;
  private int side; // 0 without pixels
  private int channels; // 0 without pixels

  private int convolutions;
  private int dense;
  private boolean pooled;
  private boolean noisy;

  private ParameterShapes(ObservationSpec input, int outputs) {
    this.input = input;
    this.outputs = outputs;
    this.size = input.size();
    if (input instanceof ObservationSpec.Pixels pixels) {
      side = ObservationSpec.Pixels.SIDE;
      channels = pixels.frames();
    }
  }

  /**
   * @throws IllegalArgumentException if the layers do not fit on one another
   */
  static Map<String, int[]> of(ObservationSpec input, List<NetworkSpec.Layer> hidden, int outputs) {
    ParameterShapes shapes = new ParameterShapes(input, outputs);
    NetworkSpec.Head head = null;
    for (int i = 0; i < hidden.size(); i++) {
      NetworkSpec.Layer layer = hidden.get(i);
      if (head != null) {
        throw new IllegalArgumentException(
            "a head comes last, '%s' stands before '%s'".formatted(head, layer));
      }
      if (layer instanceof NetworkSpec.Convolution convolution) {
        shapes.convolution(convolution);
      } else if (layer instanceof NetworkSpec.MaxPool) {
        shapes.pool();
      } else if (layer instanceof NetworkSpec.Dense || layer instanceof NetworkSpec.Noisy) {
        shapes.dense(layer);
      } else if (layer instanceof Cells cells) {
        shapes.cells(cells, i == 0);
      } else if (layer instanceof Mirrored mirrored) {
        shapes.mirrored(mirrored, i == 0);
      } else {
        head = (NetworkSpec.Head) layer;
      }
    }
    shapes.head(head);
    return shapes.shapes;
  }

  private void convolution(NetworkSpec.Convolution c) {
    if (channels == 0 || noisy || pooled || dense > 0) {
      throw new IllegalArgumentException(
          "convolutions take pixels and come before dense layers and the pool");
    }
    if (c.same() && convolutions == 0) {
      throw new IllegalArgumentException("the first convolution cannot be padded");
    }
    if (c.kernel() > side) {
      throw new IllegalArgumentException(
          "a kernel of %d does not fit on a side of %d".formatted(c.kernel(), side));
    }
    String name = "conv" + ++convolutions;
    shapes.put(name + ".weight", new int[] {c.filters(), channels, c.kernel(), c.kernel()});
    shapes.put(name + ".bias", new int[] {c.filters()});
    side = c.outSide(side);
    channels = c.filters();
    size = channels * side * side;
  }

  private void pool() {
    if (convolutions == 0 || noisy || pooled || dense > 0) {
      throw new IllegalArgumentException("a pool comes after the last convolution");
    }
    pooled = true;
    size = channels;
  }

  private void dense(NetworkSpec.Layer layer) {
    if (noisy && layer instanceof NetworkSpec.Dense) {
      throw new IllegalArgumentException(
          "all layers behind a noisy one are noisy: write '%s' for '%s'"
              .formatted(layer.toString().replace("dense", "noisy"), layer));
    }
    noisy |= layer instanceof NetworkSpec.Noisy;
    int units =
        layer instanceof NetworkSpec.Dense d ? d.units() : ((NetworkSpec.Noisy) layer).units();
    if (units > 0) {
      put("dense" + ++dense, size, units);
      size = units;
    }
  }

  private void cells(Cells cells, boolean first) {
    if (!first || channels > 0 || cells.spans().size() > size) {
      throw new IllegalArgumentException(
          "cells come first and cut up features of the game, '%s' does not fit on %s"
              .formatted(cells, input));
    }
    size = cells.count();
  }

  private void mirrored(Mirrored mirrored, boolean first) {
    if (!first || channels == 0 || outputs % mirrored.actions() != 0) {
      throw new IllegalArgumentException(
          "a mirror comes first and turns pictures and all actions of the game, '%s' does not fit on %s and %d outputs"
              .formatted(mirrored, input, outputs));
    }
  }

  private void head(NetworkSpec.Head head) {
    if (head instanceof NetworkSpec.Dueling dueling) {
      if (outputs % dueling.atoms() != 0) {
        throw new IllegalArgumentException(
            "%d outputs cannot be actions of %d atoms".formatted(outputs, dueling.atoms()));
      }
      if (dueling.units() > 0) {
        put("value1", size, dueling.units());
        put("advantage1", size, dueling.units());
        size = dueling.units();
      }
      put("value", size, dueling.atoms());
      put("advantage", size, outputs);
    } else if (head instanceof NetworkSpec.ActorCritic) {
      if (outputs < 2) {
        throw new IllegalArgumentException(
            "an actor-critic head puts out logits and a value, got %d output".formatted(outputs));
      }
      put("policy", size, outputs - 1);
      put("value", size, 1);
    } else {
      put("output", size, outputs);
    }
  }

  /** Weights and biases of a dense layer, and the sizes of their noise if it is noisy. */
  private void put(String name, int inputs, int units) {
    shapes.put(name + ".weight", new int[] {inputs, units});
    shapes.put(name + ".bias", new int[] {units});
    if (noisy) {
      shapes.put(name + ".weight" + NetworkSpec.SIGMA, new int[] {inputs, units});
      shapes.put(name + ".bias" + NetworkSpec.SIGMA, new int[] {units});
    }
  }
}
