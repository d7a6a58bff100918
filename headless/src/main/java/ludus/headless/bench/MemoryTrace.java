package ludus.headless.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/** A process's memory over time, to see whether it stays flat. */
final class MemoryTrace {
  private static final double MB = 1 << 20;

  private final double every;
  private final List<Point> points = new ArrayList<>();

  /**
   * @param every seconds between two looks, at least
   */
  MemoryTrace(double every) {
    this.every = every;
  }

  /**
   * One look.
   *
   * @param seconds since the measurement began
   * @param residentMb the whole process, in 2²⁰ bytes; null where the system does not tell
   * @param heapMb the used part of Java's heap, garbage included
   */
  @JsonInclude
  record Point(double seconds, Double residentMb, double heapMb) {}

  /** Takes a look if it is time. */
  void look(double seconds) {
    if (!points.isEmpty() && seconds < points.get(points.size() - 1).seconds() + every) {
      return;
    }
    Runtime runtime = Runtime.getRuntime();
    double heap = (runtime.totalMemory() - runtime.freeMemory()) / MB;
    var resident = ProcessMemory.residentMb();
    points.add(new Point(seconds, resident.isPresent() ? resident.getAsDouble() : null, heap));
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  /** As {@link #growth(List)} of what was seen. */
  Double growth() {
    return growth(points);
  }

  /**
   * The slope of the resident memory over the second half, in MB an hour, by least squares: the
   * first half fills buffers and caches. Null with fewer than 8 points, which say nothing.
   */
  static Double growth(List<Point> points) {
    List<Point> late =
        points.subList(points.size() / 2, points.size()).stream()
            .filter(p -> p.residentMb() != null)
            .toList();
    if (points.size() < 8 || late.size() < 4) {
      return null;
    }
    double t = late.stream().mapToDouble(Point::seconds).average().orElseThrow();
    double m = late.stream().mapToDouble(Point::residentMb).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (Point p : late) {
      covariance += (p.seconds() - t) * (p.residentMb() - m);
      variance += (p.seconds() - t) * (p.seconds() - t);
    }
    return 3600 * covariance / variance;
  }
}
