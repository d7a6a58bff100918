package ludus.headless.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What Java allocates on its heap, native memory aside. */
final class HeapMeter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private HeapMeter() {}

  /** Bytes that this thread has allocated since it began. */
  static long ownBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /**
   * Bytes that all threads together allocate while this is done; only those that live through it
   * are counted.
   */
  static long bytesOf(Runnable work) {
    long begun = allBytes();
    long ready = allBytes();
    work.run();
    // Asking allocates a little, too.
    return Math.max(0, allBytes() - ready - (ready - begun));
  }

  /** Bytes that all threads now alive have allocated; only differences mean anything. */
  static long allBytes() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes); // -1 for a thread that has just ended
    }
    return sum;
  }
}
