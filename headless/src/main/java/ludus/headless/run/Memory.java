package ludus.headless.run;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much memory a training may take. It is asked before the training starts, as what is too large
 * would otherwise fail, or bring the machine to a halt, when a buffer is nearly full.
 *
 * @param heap bytes of the Java heap at most
 * @param direct bytes that Java may take outside its heap
 * @param machine bytes of the machine, or of the container that this is
 * @param free bytes of these that nobody uses, as far as the system tells
 */
record Memory(long heap, long direct, long machine, long free) {
  private static final double SHARE_OF_HEAP = 0.85;

  /** The limits of this process. */
  static Memory here() {
    long heap = Runtime.getRuntime().maxMemory();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long machine = system == null ? Long.MAX_VALUE : system.getTotalMemorySize();
    return new Memory(heap, direct(heap), machine, Math.min(machine, available()));
  }

  private static long direct(long heap) {
    HotSpotDiagnosticMXBean java =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    long limit =
        java == null ? 0 : Long.parseLong(java.getVMOption("MaxDirectMemorySize").getValue());
    return limit == 0 ? heap : limit; // where none is set, Java's limit is that of the heap
  }

  /** What Linux calls available; other systems do not tell. */
  private static long available() {
    try {
      return Files.readAllLines(Path.of("/proc/meminfo")).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException | RuntimeException e) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * Checks that something fits.
   *
   * @param what is to fit, with its size in its own unit
   * @param onHeap bytes that it takes on the Java heap
   * @param outside bytes that it takes outside
   * @param key the hyper-parameter that makes it smaller
   * @throws RunException if it does not, with the sizes
   */
  void require(String what, long onHeap, long outside, String key) {
    if (onHeap > heap * SHARE_OF_HEAP) {
      throw new RunException(
          "%s takes %,d MB, this Java may use %,d MB: choose a smaller %s, or set JAVA_OPTS=-Xmx…"
              .formatted(what, mb(onHeap), mb(heap), key));
    }
    if (onHeap + outside > free) {
      throw new RunException(
          "%s takes %,d MB, this machine has %,d MB, of which %,d MB are free: choose a smaller %s"
              .formatted(what, mb(onHeap + outside), mb(machine), mb(free), key));
    }
    if (outside > direct) {
      throw new RunException(
          ("%s takes %,d MB outside the Java heap, this Java may use %,d MB there: choose a"
                  + " smaller %s, or set JAVA_OPTS=-XX:MaxDirectMemorySize=%dm")
              .formatted(what, mb(outside), mb(direct), key, mb(outside) + 1));
    }
  }

  private static long mb(long bytes) {
    return bytes >> 20;
  }
}
