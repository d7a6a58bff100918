package ludus.agents.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which tensor engine computes a network. */
public enum Engine {
  /** The fastest that can compute the network here. */
  AUTO,
  /** {@link DenseNetwork}: dense layers on features in plain Java. */
  JAVA,
  /**
   * {@link BlasNetwork}: the fastest path for convolutions on a CPU, by OpenBLAS and plain Java.
   */
  BLAS,
  /** {@link Nd4jNetwork}: ND4J's operations, for convolutions on a CPU that BLAS does not do. */
  ND4J,
  /** {@link Dl4jNetwork}: the general one and the reference. */
  DL4J;

  /**
   * The engine of this name, as presets write it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Engine of(String name) {
    for (Engine engine : values()) {
      if (engine.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return engine;
      }
    }
    String names = Arrays.stream(values()).map(Engine::toString).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "there is no engine called %s, choose one of %s".formatted(name, names));
  }

  /** In lower case, as presets write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
