package ludus.agents.network;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * What {@link BlasNetwork} multiplies with.
 *
 * @param threads how many threads share a batch: OMP_NUM_THREADS where that is set, else one a core
 */
record Blas(int threads) {
  /**
   * Loads OpenBLAS, or finds it loaded. It gets one thread a call: a batch is shared out among
   * threads as a whole.
   *
   * @throws BackendException if it cannot be loaded here
   */
  static Blas load() {
    try {
      Loader.load(openblas.class);
      openblas.blas_set_num_threads(1);
    } catch (LinkageError | RuntimeException e) {
      throw new BackendException(
          "OpenBLAS cannot be loaded for %s on %s (%s); choose engine: dl4j, or train from features"
              .formatted(
                  System.getProperty("os.name"), System.getProperty("os.arch"), e.getMessage()),
          e);
    }
    return new Blas(threads(System.getenv("OMP_NUM_THREADS")));
  }

  private static int threads(String wanted) {
    int cores = Runtime.getRuntime().availableProcessors();
    try {
      return wanted == null
          ? cores
          : Math.max(1, Math.min(cores, Integer.parseInt(wanted.strip())));
    } catch (NumberFormatException e) {
      return cores;
    }
  }

  /** A few words for a person, such as "OpenBLAS for SkylakeX, 2 threads". */
  String summary() {
    String wanted = System.getenv("OPENBLAS_CORETYPE");
    String kernels = wanted == null || wanted.isBlank() ? "" : " for " + wanted;
    return "OpenBLAS%s, %d threads".formatted(kernels, threads);
  }
}
