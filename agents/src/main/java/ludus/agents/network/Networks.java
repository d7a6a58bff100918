package ludus.agents.network;

/** Makes networks. Nothing native is loaded for one that plain Java computes. */
public final class Networks {
  private Networks() {}

  /**
   * Loads what networks on pixels compute with, if it can be loaded here, so that nobody does it
   * beside something else: JavaCPP 1.5.7 looks a symbol up by opening a library while it holds the
   * linker's list of them ({@code dlopen} within {@code dl_iterate_phdr}). With glibc that stops
   * for good if another thread is just opening a library, such as the window's or a gamepad's.
   */
  public static void prepare() {
    try {
      Blas.load();
    } catch (BackendException e) {
      // Whoever needs it is told when they ask for it.
    }
  }

  /** A new network from a seed, computed by the fastest engine for it. */
  public static Network create(NetworkSpec spec, Optimizer optimizer, long seed) {
    return create(spec, optimizer, seed, Engine.AUTO);
  }

  /**
   * A new network from a seed.
   *
   * @throws IllegalArgumentException if the engine cannot compute such a network
   * @throws BackendException if the engine's native library cannot be loaded
   */
  public static Network create(NetworkSpec spec, Optimizer optimizer, long seed, Engine engine) {
    return create(spec, optimizer, Initialization.STANDARD.draw(spec, seed), engine);
  }

  /**
   * A new network from weights, which are copied: those of a policy file, or of an {@link
   * Initialization} with gains of its own.
   *
   * @throws IllegalArgumentException if the weights do not fit or the engine cannot compute such a
   *     network
   * @throws BackendException if the engine's native library cannot be loaded
   */
  public static Network create(
      NetworkSpec spec, Optimizer optimizer, Weights weights, Engine engine) {
    if (spec.cells() != null) {
      return new CellsNetwork(spec, create(CellsNetwork.behind(spec), optimizer, weights, engine));
    }
    if (spec.mirrored() != null) {
      return new MirroredNetwork(
          spec, create(MirroredNetwork.behind(spec), optimizer, weights, engine));
    }
    if (spec.noisy()) {
      weights.require(spec.parameters());
      Weights means = new Weights();
      spec.still().parameters().forEach((n, shape) -> means.put(n, shape, weights.values(n)));
      return new NoisyNetwork(spec, create(spec.still(), optimizer, means, engine), weights);
    }
    if (spec.head() == null) {
      return plain(spec, optimizer, weights, engine);
    }
    weights.require(spec.parameters());
    HeadStreams streams = new HeadStreams(spec);
    EngineNetwork raw = plain(streams.raw(), optimizer, streams.plain(weights, ""), engine);
    return new HeadedNetwork(spec, streams, raw, weights);
  }

  private static EngineNetwork plain(
      NetworkSpec spec, Optimizer optimizer, Weights weights, Engine engine) {
    return switch (engine == Engine.AUTO ? fastest(spec) : engine) {
      case JAVA -> new DenseNetwork(spec, optimizer, weights);
      case BLAS -> new BlasNetwork(spec, optimizer, weights);
      case ND4J -> new Nd4jNetwork(spec, optimizer, weights);
      default -> new Dl4jNetwork(spec, optimizer, weights);
    };
  }

  private static Engine fastest(NetworkSpec spec) {
    if (DenseNetwork.supports(spec)) {
      return Engine.JAVA;
    }
    if (Backend.load().cuda()) {
      return Engine.DL4J;
    }
    if (BlasNetwork.supports(spec)) {
      return Engine.BLAS;
    }
    return Nd4jNetwork.supports(spec) ? Engine.ND4J : Engine.DL4J;
  }
}
