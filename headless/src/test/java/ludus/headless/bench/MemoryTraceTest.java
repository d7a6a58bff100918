package ludus.headless.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import ludus.headless.bench.MemoryTrace.Point;
import org.junit.jupiter.api.Test;

class MemoryTraceTest {

  private static List<Point> points(int count, double first, double perSecond) {
    return IntStream.range(0, count)
        .mapToObj(t -> new Point(t, t < count / 2 ? 100.0 * t : first + perSecond * t, 1))
        .toList();
  }

  @Test
  void aLeakOfAMegabyteASecondIsSeenWhateverTheFirstHalfDid() {
    assertEquals(3600, MemoryTrace.growth(points(20, 500, 1)), 1e-6);
    assertEquals(0, MemoryTrace.growth(points(20, 500, 0)), 1e-6);
  }

  @Test
  void aFewPointsSayNothing() {
    assertNull(MemoryTrace.growth(points(7, 500, 1)));
  }

  @Test
  void looksComeNoMoreOftenThanAskedFor() {
    MemoryTrace trace = new MemoryTrace(2);
    for (int t = 0; t <= 10; t++) {
      trace.look(t);
    }
    assertEquals(
        List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0),
        trace.points().stream().map(Point::seconds).toList());
    assertTrue(trace.points().get(0).heapMb() > 0);
  }

  @Test
  void theSystemsKilobytesBecomeMegabytes() {
    List<String> lines = List.of("VmPeak:\t  9999 kB", "VmHWM:\t  2048 kB", "Threads:\t3");
    assertEquals(OptionalDouble.of(2), ProcessMemory.find(lines, "VmHWM:"));
    assertEquals(OptionalDouble.empty(), ProcessMemory.find(lines, "VmRSS:"));
  }
}
