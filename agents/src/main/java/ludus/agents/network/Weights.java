package ludus.agents.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named arrays of floats, in order: a network's parameters, their gradient or an optimiser's state,
 * in a layout that no engine owns (see {@link NetworkSpec#parameters}).
 */
public final class Weights {
  /**
   * One array.
   *
   * @param shape its dimensions; empty for a single number
   * @param values row-major; not copied
   */
  public record Tensor(int[] shape, float[] values) {
    /**
     * @throws IllegalArgumentException if the shape does not have as many values
     */
    public Tensor {
      if (length(shape) != values.length) {
        throw new IllegalArgumentException(
            "a tensor of %d values does not have %d".formatted(length(shape), values.length));
      }
    }
  }

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** How many values an array of this shape has. */
  public static int length(int[] shape) {
    int length = 1;
    for (int n : shape) {
      length = Math.multiplyExact(length, n);
    }
    return length;
  }

  /** Adds an array, which is not copied; returns these weights. */
  public Weights put(String name, int[] shape, float[] values) {
    tensors.put(name, new Tensor(shape.clone(), values));
    return this;
  }

  /** All arrays by name, in order. */
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /**
   * The values of one array; not a copy.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public float[] values(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("there are no weights called " + name);
    }
    return tensor.values();
  }

  /**
   * Checks that these are just the arrays named.
   *
   * @throws IllegalArgumentException if one is missing, superfluous or of another shape
   */
  public void require(Map<String, int[]> shapes) {
    for (Map.Entry<String, int[]> wanted : shapes.entrySet()) {
      Tensor tensor = tensors.get(wanted.getKey());
      if (tensor == null) {
        throw new IllegalArgumentException("the weights lack " + wanted.getKey());
      }
      if (!Arrays.equals(tensor.shape(), wanted.getValue())) {
        throw new IllegalArgumentException(
            "%s has the shape %s, this network wants %s"
                .formatted(
                    wanted.getKey(),
                    Arrays.toString(tensor.shape()),
                    Arrays.toString(wanted.getValue())));
      }
    }
    for (String name : tensors.keySet()) {
      if (!shapes.containsKey(name)) {
        throw new IllegalArgumentException("this network has no " + name);
      }
    }
  }
}
