package ludus.agents.network;

import java.util.Locale;
import java.util.Properties;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What ND4J computes with on this machine, for {@code ludus doctor}.
 *
 * @param name the backend's name
 * @param cuda whether it computes on a graphics card
 * @param oneDnn whether it was built with oneDNN and may use it
 * @param threads how many threads it uses
 * @param simd the instruction set that it was built for, as ND4J reports it
 * @param blas who made its BLAS
 * @param gpu the card's name and compute capability, or empty
 */
public record Backend(
    String name, boolean cuda, boolean oneDnn, int threads, String simd, String blas, String gpu) {
  private static final String[] LEVELS = {"generic x86", "AVX", "AVX2", "AVX-512"};

  /**
   * Loads ND4J, or finds it loaded.
   *
   * @throws BackendException if it cannot be loaded here
   */
  public static Backend load() {
    try {
      Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
      return describe();
    } catch (LinkageError | RuntimeException e) {
      throw new BackendException(
          ("the tensor library ND4J cannot be loaded for %s on %s (%s); it needs an x86-64 CPU with "
                  + "AVX2 or an ARM64 one, and with -Pcuda an NVIDIA card with its driver: build "
                  + "without -Pcuda, or train from features, which needs no ND4J (engine: java)")
              .formatted(
                  System.getProperty("os.name"), System.getProperty("os.arch"), rootMessage(e)),
          e);
    }
  }

  /**
   * What the fast path for convolutions computes with: OpenBLAS, for which processor where that was
   * asked for, and with how many threads.
   *
   * @throws BackendException if it cannot be loaded here
   */
  public static String fastPath() {
    return Blas.load().summary();
  }

  private static Backend describe() {
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    boolean cuda = !Nd4j.getEnvironment().isCPU();
    Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
    boolean oneDnn =
        !cuda
            && Nd4j.getBackend().buildInfo().contains("HAVE_ONEDNN")
            && Nd4j.getEnvironment().helpersAllowed();
    return new Backend(
        Nd4j.getBackend().getClass().getSimpleName(),
        cuda,
        oneDnn,
        ops.ompGetMaxThreads(),
        cuda ? "" : simd(ops.binaryLevel()),
        String.valueOf(facts.getProperty("blas.vendor", "unknown")),
        cuda ? gpu(ops) : "");
  }

  private static String simd(int level) {
    // ND4J reports 0 for what is not x86, too.
    if (level <= 0
        && !System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("amd64|x86_64")) {
      return System.getProperty("os.arch");
    }
    return LEVELS[Math.max(0, Math.min(level, LEVELS.length - 1))];
  }

  private static String gpu(NativeOps ops) {
    int major = ops.getDeviceMajor(0);
    int minor = ops.getDeviceMinor(0);
    String found =
        "%s, compute capability %d.%d".formatted(ops.getDeviceName(0).trim(), major, minor);
    return gpuSupported(major, minor)
        ? found
        : found
            + ", which ND4J's CUDA build cannot use: it holds code for 3.7 to 8.9, that is up to Ada,"
            + " not for Hopper or Blackwell";
  }

  /** ND4J 1.0.0-M2.1 holds machine code for 3.7 to 8.6, which also runs on 8.9, and no PTX. */
  static boolean gpuSupported(int major, int minor) {
    int capability = major * 10 + minor;
    return capability >= 37 && capability <= 89;
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }

  /** A few words for a person, such as "CPU, oneDNN, AVX2, 2 threads". */
  public String summary() {
    return cuda
        ? "CUDA, " + gpu
        : "CPU, %s%s, %d threads".formatted(oneDnn ? "oneDNN, " : "", simd, threads);
  }
}
