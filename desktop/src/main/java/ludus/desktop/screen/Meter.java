package ludus.desktop.screen;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the window when {@code -Dludus.meter=true} asks for it: the time from the JVM's start to
 * the first picture, and for the pictures after the first {@value #WARM_UP} their rate, the time
 * that making one takes (waiting for the screen left out) and the bytes allocated.
 */
class Meter {
  private static final int WARM_UP = 240;
  private static final int MOST = 1 << 20;

  /** A meter, which measures nothing unless it is asked to. */
  static Meter fromProperty() {
    return Boolean.getBoolean("ludus.meter") ? new Running() : new Meter();
  }

  /** A picture is begun. */
  void begin() {}

  /** A picture is made. */
  void end() {}

  /** The window closes. */
  void report() {}

  private static final class Running extends Meter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] work = new long[MOST];
    private int pictures;
    private long began;
    private long warm;
    private long warmBytes;
    private long last;

    @Override
    void begin() {
      began = System.nanoTime();
    }

    @Override
    void end() {
      last = System.nanoTime();
      if (pictures == 0) {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        print(
            "first picture %d ms after the JVM's start",
            Duration.between(start, Instant.now()).toMillis());
      }
      if (pictures == WARM_UP) {
        warm = last;
        warmBytes = threads.getCurrentThreadAllocatedBytes();
      }
      work[Math.min(pictures, MOST - 1)] = last - began;
      pictures++;
    }

    @Override
    void report() {
      int n = Math.min(pictures, MOST) - WARM_UP - 1;
      if (n < 1) {
        return;
      }
      long bytes = threads.getCurrentThreadAllocatedBytes() - warmBytes;
      long[] sorted = Arrays.copyOfRange(work, WARM_UP + 1, WARM_UP + 1 + n);
      Arrays.sort(sorted);
      print(
          "%d pictures, %.1f a second; making one takes %.2f ms (median), %.2f (99 %%), %.2f (most);"
              + " %d bytes allocated a picture",
          n,
          n / ((last - warm) / 1e9),
          sorted[n / 2] / 1e6,
          sorted[(int) (n * 0.99)] / 1e6,
          sorted[n - 1] / 1e6,
          bytes / n);
    }

    private static void print(String format, Object... values) {
      System.err.println("meter: " + String.format(Locale.ROOT, format, values));
    }
  }
}
