package ludus.headless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The memory of this whole process as the system sees it: Java's heap, native arrays, libraries and
 * all. Linux alone tells it.
 */
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  /** Megabytes (2²⁰) in memory now; empty where the system does not tell. */
  public static OptionalDouble residentMb() {
    return read("VmRSS:");
  }

  /** The most megabytes (2²⁰) that were in memory since the process began. */
  public static OptionalDouble peakMb() {
    return read("VmHWM:");
  }

  private static OptionalDouble read(String key) {
    try {
      return find(Files.readAllLines(STATUS), key);
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  /** The number of a line such as {@code VmRSS: 1234 kB}, in megabytes. */
  static OptionalDouble find(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key) && line.endsWith(" kB"))
        .map(line -> line.substring(key.length(), line.length() - 3).strip())
        .mapToDouble(number -> Long.parseLong(number) / 1024.0)
        .findFirst();
  }
}
