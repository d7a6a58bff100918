package ludus.core.draw;

import java.util.Arrays;
import java.util.Objects;

/**
 * Paints straight into a grey {@value Canvas#SIZE} × {@value Canvas#SIZE} frame of bytes, row after
 * row: what an agent sees. Edges are anti-aliased by the share of each pixel that a shape covers
 * (exact for rectangles; for other shapes exact along x on {@value #SUBROWS} lines a row), so that
 * a movement of a fraction of a pixel shows.
 *
 * <p>It allocates nothing after construction and uses only correctly rounded arithmetic, so a frame
 * is the same, byte for byte, on every machine.
 */
public final class PixelCanvas implements Canvas {
  /** Bytes of one frame. */
  public static final int FRAME = SIZE * SIZE;

  private static final int SUBROWS = 4;
  private static final int FULL = 256;

  private byte[] pixels;
  private int offset;

  // The part of each sub-row of the current pixel row that a shape covers; left > right: nothing.
  private final float[] left = new float[SUBROWS];
  private final float[] right = new float[SUBROWS];
  private final float[] cornerX = new float[4];
  private final float[] cornerY = new float[4];

  /** A canvas with a frame of its own. */
  public PixelCanvas() {
    this.pixels = new byte[FRAME];
  }

  /** The array painted into. */
  public byte[] pixels() {
    return pixels;
  }

  /** Paints from now on into {@code pixels[offset, offset + FRAME)}; the array is not copied. */
  public void target(byte[] pixels, int offset) {
    Objects.checkFromIndexSize(offset, FRAME, pixels.length);
    this.pixels = pixels;
    this.offset = offset;
  }

  @Override
  public void clear(Shade shade) {
    Arrays.fill(pixels, offset, offset + FRAME, (byte) shade.grey());
  }

  @Override
  public void rectangle(float x, float y, float width, float height, Shade shade) {
    float x1 = clip(x + width);
    float y1 = clip(y + height);
    x = clip(x);
    y = clip(y);
    if (!(x < x1 && y < y1)) {
      return;
    }
    int rowEnd = ceil(y1);
    int columnEnd = ceil(x1);
    int grey = shade.grey();
    // Columns that are covered over their whole width.
    int inner = ceil(x);
    int innerEnd = (int) x1;
    for (int row = (int) y; row < rowEnd; row++) {
      float tall = Math.min(y1, row + 1) - Math.max(y, row);
      int start = offset + row * SIZE;
      if (innerEnd < inner) { // both vertical edges within one pixel
        blend(start + (int) x, grey, cover((x1 - x) * tall));
        continue;
      }
      if (inner > (int) x) {
        blend(start + inner - 1, grey, cover((inner - x) * tall));
      }
      if (tall == 1) {
        Arrays.fill(pixels, start + inner, start + innerEnd, (byte) grey);
      } else {
        int cover = cover(tall);
        for (int i = start + inner; i < start + innerEnd; i++) {
          blend(i, grey, cover);
        }
      }
      if (columnEnd > innerEnd) {
        blend(start + innerEnd, grey, cover((x1 - innerEnd) * tall));
      }
    }
  }

  @Override
  public void circle(float x, float y, float radius, Shade shade) {
    float top = clip(y - radius);
    float bottom = clip(y + radius);
    int grey = shade.grey();
    for (int row = (int) top, end = ceil(bottom); row < end; row++) {
      for (int s = 0; s < SUBROWS; s++) {
        float dy = subrow(row, s) - y;
        float square = radius * radius - dy * dy;
        float half = square > 0 ? (float) Math.sqrt(square) : 0;
        left[s] = clip(x - half);
        right[s] = clip(x + half);
      }
      row(row, grey);
    }
  }

  @Override
  public void quad(
      float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4, Shade shade) {
    cornerX[0] = x1;
    cornerX[1] = x2;
    cornerX[2] = x3;
    cornerX[3] = x4;
    cornerY[0] = y1;
    cornerY[1] = y2;
    cornerY[2] = y3;
    cornerY[3] = y4;
    float top = clip(Math.min(Math.min(y1, y2), Math.min(y3, y4)));
    float bottom = clip(Math.max(Math.max(y1, y2), Math.max(y3, y4)));
    int grey = shade.grey();
    for (int row = (int) top, end = ceil(bottom); row < end; row++) {
      for (int s = 0; s < SUBROWS; s++) {
        crossings(s, subrow(row, s));
      }
      row(row, grey);
    }
  }

  /** Where the line at height y enters and leaves the four corners' outline. */
  private void crossings(int s, float y) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < 4; i++) {
      int j = i + 1 & 3;
      float ya = cornerY[i];
      float yb = cornerY[j];
      if (ya <= y != yb <= y) {
        float x = cornerX[i] + (cornerX[j] - cornerX[i]) * ((y - ya) / (yb - ya));
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
    }
    if (low > high) { // the line misses the shape
      left[s] = 0;
      right[s] = 0;
    } else {
      left[s] = clip(low);
      right[s] = clip(high);
    }
  }

  private static float subrow(int row, int s) {
    return row + (s + 0.5f) / SUBROWS;
  }

  /** Paints one pixel row from the sub-rows' spans. */
  private void row(int row, int grey) {
    float outerLeft = SIZE;
    float outerRight = 0;
    float innerLeft = 0;
    float innerRight = SIZE;
    for (int s = 0; s < SUBROWS; s++) {
      if (left[s] < right[s]) {
        outerLeft = Math.min(outerLeft, left[s]);
        outerRight = Math.max(outerRight, right[s]);
      }
      innerLeft = Math.max(innerLeft, left[s]);
      innerRight = Math.min(innerRight, right[s]);
    }
    if (outerLeft >= outerRight) {
      return;
    }
    int start = offset + row * SIZE;
    int first = (int) outerLeft;
    int end = ceil(outerRight);
    int full = ceil(innerLeft);
    int fullEnd = (int) innerRight;
    if (full >= fullEnd) {
      edge(start, first, end, grey);
      return;
    }
    edge(start, first, full, grey);
    Arrays.fill(pixels, start + full, start + fullEnd, (byte) grey);
    edge(start, fullEnd, end, grey);
  }

  /** Blends the pixels of columns [from, to), each by the mean share that the sub-rows cover. */
  private void edge(int start, int from, int to, int grey) {
    for (int column = from; column < to; column++) {
      float share = 0;
      for (int s = 0; s < SUBROWS; s++) {
        share += Math.max(0, Math.min(right[s], column + 1) - Math.max(left[s], column));
      }
      blend(start + column, grey, cover(share / SUBROWS));
    }
  }

  private void blend(int i, int grey, int cover) {
    int below = pixels[i] & 0xFF;
    pixels[i] = (byte) (below + ((grey - below) * cover + FULL / 2 >> 8));
  }

  private static int cover(float share) {
    return (int) (share * FULL + 0.5f);
  }

  private static float clip(float v) {
    return Math.max(0, Math.min(SIZE, v));
  }

  /** The smallest whole number not below a v ≥ 0. */
  private static int ceil(float v) {
    int floor = (int) v;
    return floor < v ? floor + 1 : floor;
  }
}
