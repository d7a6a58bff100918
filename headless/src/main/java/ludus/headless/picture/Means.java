package ludus.headless.picture;

import java.util.ArrayList;
import java.util.List;
import ludus.headless.picture.Curve.Point;

/** Moving means of a long series, at as many places as a picture can show. */
final class Means {
  private static final int SMALLEST = 5;
  private static final int USUAL = 101;

  private Means() {}

  /** Over how many neighbours to take the mean in a series of this size: an odd number. */
  static int window(int size) {
    if (size < 2 * SMALLEST) {
      return 1;
    }
    // A twentieth of a short series; of a very long one a hundredth, or the line would be noise.
    int window = Math.max(SMALLEST, Math.min(USUAL, size / 20));
    return Math.max(window, size / 100) | 1;
  }

  /**
   * The means around each point, the windows cut off at both ends.
   *
   * @param window how many neighbours, odd
   * @param most how many places at most, the last point always among them
   */
  static List<Point> of(List<Point> points, int window, int most) {
    int size = points.size();
    double[] sums = new double[size + 1];
    for (int i = 0; i < size; i++) {
      sums[i + 1] = sums[i] + points.get(i).value();
    }
    int stride = Math.max(1, (size + most - 1) / most);
    List<Point> means = new ArrayList<>();
    for (int i = (size - 1) % stride; i < size; i += stride) {
      int from = Math.max(0, i - window / 2);
      int to = Math.min(size, i + window / 2 + 1);
      means.add(new Point(points.get(i).steps(), (sums[to] - sums[from]) / (to - from)));
    }
    return means;
  }
}
