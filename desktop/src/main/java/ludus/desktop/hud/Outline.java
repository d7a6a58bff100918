package ludus.desktop.hud;

/**
 * A convex outline in pixels, filled so that its edge fades over one pixel by the share that it
 * covers.
 */
final class Outline {
  private static final int CORNERS = 132;

  private final Triangles triangles;
  private final float[] points = new float[2 * CORNERS];
  private int corners;
  private float whiteU;
  private float whiteV;

  Outline(Triangles triangles) {
    this.triangles = triangles;
  }

  /** Where the texture is opaque. */
  void white(float u, float v) {
    whiteU = u;
    whiteV = v;
  }

  /** Begins anew. */
  void begin() {
    corners = 0;
  }

  /** Adds a corner to the outline; one that repeats the last is left out. */
  void corner(float x, float y) {
    int i = 2 * corners;
    if (corners > 0 && near(points[i - 2], x) && near(points[i - 1], y)) {
      return;
    }
    points[i] = x;
    points[i + 1] = y;
    corners++;
  }

  /** Adds a quarter of a circle, clockwise from this share of a turn. */
  void arc(float x, float y, float radius, float turn) {
    int steps = Math.max(3, Math.min(24, segments(radius) / 4));
    for (int i = 0; i <= steps; i++) {
      double angle = 2 * Math.PI * (turn + 0.25 * i / steps);
      corner(x + radius * (float) Math.cos(angle), y + radius * (float) Math.sin(angle));
    }
  }

  /** A filled rectangle. */
  void box(float x0, float y0, float x1, float y1, float color) {
    begin();
    corner(x0, y0);
    corner(x1, y0);
    corner(x1, y1);
    corner(x0, y1);
    fill(color);
  }

  /** A filled disc. */
  void disc(float x, float y, float radius, float color) {
    int n = segments(radius);
    // A polygon as large as the disc: its corners lie a little outside of the circle.
    float r = radius * (float) Math.sqrt(2 * Math.PI / n / Math.sin(2 * Math.PI / n));
    begin();
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      corner(x + r * (float) Math.cos(angle), y + r * (float) Math.sin(angle));
    }
    fill(color);
  }

  /** Enough for a circle to keep within a tenth of a pixel. */
  private static int segments(float radius) {
    return Math.max(16, Math.min(128, (int) (7 * Math.sqrt(radius)) + 4 & ~3));
  }

  private static boolean near(float a, float b) {
    return Math.abs(a - b) < 1e-3f;
  }

  /** Fills the outline. */
  void fill(float color) {
    int n = corners;
    if (n > 1 && near(points[0], points[2 * n - 2]) && near(points[1], points[2 * n - 1])) {
      n--;
    }
    if (n < 3) {
      return;
    }
    float area = 0;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      area += points[2 * j] * points[2 * i + 1] - points[2 * i] * points[2 * j + 1];
    }
    if (area == 0) {
      return;
    }
    float side = area > 0 ? 0.5f : -0.5f;
    float clear = Ink.withAlpha(color, 0);
    int first = triangles.room(2 * n, 3 * (n - 2) + 6 * n);
    for (int i = 0; i < n; i++) {
      feather(i, n, side, color, clear);
    }
    for (int i = 2; i < n; i++) {
      triangles.triangle(first, first + 2 * (i - 1), first + 2 * i);
    }
    for (int i = 0, j = n - 1; i < n; j = i++) {
      triangles.triangle(first + 2 * j, first + 2 * j + 1, first + 2 * i);
      triangles.triangle(first + 2 * i, first + 2 * j + 1, first + 2 * i + 1);
    }
  }

  /**
   * Two vertices for a corner: half a pixel inside in full colour, half a pixel outside in none.
   */
  private void feather(int i, int n, float side, float color, float clear) {
    int before = 2 * (i == 0 ? n - 1 : i - 1);
    int after = 2 * (i == n - 1 ? 0 : i + 1);
    float x = points[2 * i];
    float y = points[2 * i + 1];
    float ax = x - points[before];
    float ay = y - points[before + 1];
    float bx = points[after] - x;
    float by = points[after + 1] - y;
    float a = (float) Math.sqrt(ax * ax + ay * ay);
    float b = (float) Math.sqrt(bx * bx + by * by);
    // The edges' outward normals, and the mitre that lies at distance 1 from both edges.
    float nx = ay / a + by / b;
    float ny = -ax / a - bx / b;
    float stretch = Math.max(0.25f, (nx * nx + ny * ny) / 2);
    float mx = nx / stretch * side;
    float my = ny / stretch * side;
    triangles.vertex(x - mx, y - my, color, whiteU, whiteV);
    triangles.vertex(x + mx, y + my, clear, whiteU, whiteV);
  }
}
