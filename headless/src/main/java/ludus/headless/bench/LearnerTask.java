package ludus.headless.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.NetworkSpec.Convolution;
import ludus.agents.network.NetworkSpec.Layer;
import ludus.core.env.ObservationSpec.Pixels;

/**
 * One thing whose time is taken: a network and what it does with a batch of four stacked 84 × 84
 * frames.
 *
 * @param network the network's name
 * @param kind training or inference
 * @param batch observations at once
 */
record LearnerTask(String network, Kind kind, int batch) {
  /** What is done with the batch. */
  enum Kind {
    /**
     * The outputs of a batch of bytes, the gradient of the mean Huber loss on one action a row,
     * backward, clipping, Adam.
     */
    TRAIN,
    /** The outputs of a batch of bytes. */
    INFER
  }

  /** Numbers out of the network, one for each action of a game. */
  static final int ACTIONS = 4;

  /** Frames in a stack. */
  static final int FRAMES = 4;

  /** The networks by name, larger first. */
  static final Map<String, List<Layer>> NETWORKS = networks();

  private static Map<String, List<Layer>> networks() {
    Map<String, List<Layer>> networks = new LinkedHashMap<>();
    networks.put("nature", NetworkSpec.NATURE);
    networks.put("small", NetworkSpec.SMALL);
    return networks;
  }

  NetworkSpec spec() {
    return new NetworkSpec(new Pixels(FRAMES), NETWORKS.get(network), ACTIONS);
  }

  /**
   * Floating-point operations that the mathematics asks for, a product and a sum counting as two:
   * forward, and for training as many again for the weights' gradient and for the inputs' gradient,
   * the latter not of the first layer, whose input nobody changes.
   */
  long operations() {
    long all = 0;
    long first = 0;
    int side = Pixels.SIDE;
    int next = 0;
    List<Map.Entry<String, int[]>> parameters = List.copyOf(spec().parameters().entrySet());
    for (Map.Entry<String, int[]> parameter : parameters) {
      if (parameter.getKey().endsWith(".bias")) {
        continue;
      }
      long products = 1;
      for (int n : parameter.getValue()) {
        products *= n;
      }
      if (next < spec().hidden().size() && spec().hidden().get(next) instanceof Convolution c) {
        side = (side - c.kernel()) / c.stride() + 1;
        products *= (long) side * side;
      }
      next++;
      first = first == 0 ? products : first;
      all += products;
    }
    return 2 * batch * (kind == Kind.TRAIN ? 3 * all - first : all);
  }
}
