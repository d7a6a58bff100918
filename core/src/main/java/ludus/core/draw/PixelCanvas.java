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

  // The part of each sub-row of the world that the current shape covers; left ≥ right: nothing.
  private final float[] left = new float[SIZE * SUBROWS];
  private final float[] right = new float[SIZE * SUBROWS];
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
      for (int s = row * SUBROWS; s < (row + 1) * SUBROWS; s++) {
        float dy = height(s) - y;
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
    int firstRow = (int) top;
    int endRow = ceil(bottom);
    for (int s = firstRow * SUBROWS; s < endRow * SUBROWS; s++) {
      left[s] = SIZE;
      right[s] = 0;
    }
    for (int i = 0; i < 4; i++) {
      int j = i + 1 & 3;
      if (cornerY[i] < cornerY[j]) {
        side(cornerX[i], cornerY[i], cornerX[j], cornerY[j]);
      } else if (cornerY[j] < cornerY[i]) {
        side(cornerX[j], cornerY[j], cornerX[i], cornerY[i]);
      }
    }
    int grey = shade.grey();
    for (int row = firstRow; row < endRow; row++) {
      row(row, grey);
    }
  }

  /** Widens the spans of the sub-rows that a side crosses on its way down to where it crosses. */
  private void side(float x1, float y1, float x2, float y2) {
    float slope = (x2 - x1) / (y2 - y1);
    // Sub-rows whose height h has y1 ≤ h < y2.
    int first = ceil(clip(y1) * SUBROWS - 0.5f);
    int end = ceil(clip(y2) * SUBROWS - 0.5f);
    for (int s = first; s < end; s++) {
      float x = clip(x1 + (height(s) - y1) * slope);
      left[s] = x < left[s] ? x : left[s];
      right[s] = x > right[s] ? x : right[s];
    }
  }

  /** The middle of a sub-row. */
  private static float height(int subrow) {
    return (subrow + 0.5f) / SUBROWS;
  }

  /** Paints one pixel row from its sub-rows' spans. */
  private void row(int row, int grey) {
    float outerLeft = SIZE;
    float outerRight = 0;
    float innerLeft = 0;
    float innerRight = SIZE;
    for (int s = row * SUBROWS; s < (row + 1) * SUBROWS; s++) {
      float l = left[s];
      float r = right[s];
      if (l < r) {
        outerLeft = l < outerLeft ? l : outerLeft;
        outerRight = r > outerRight ? r : outerRight;
        innerLeft = l > innerLeft ? l : innerLeft;
        innerRight = r < innerRight ? r : innerRight;
      } else {
        left[s] = 0;
        right[s] = 0;
        innerRight = 0; // no pixel is covered by all sub-rows
      }
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
      edge(row, first, end, grey);
      return;
    }
    edge(row, first, full, grey);
    Arrays.fill(pixels, start + full, start + fullEnd, (byte) grey);
    edge(row, fullEnd, end, grey);
  }

  /** Blends the pixels of columns [from, to), each by the mean share that the sub-rows cover. */
  private void edge(int row, int from, int to, int grey) {
    for (int column = from; column < to; column++) {
      float share = 0;
      for (int s = row * SUBROWS; s < (row + 1) * SUBROWS; s++) {
        float l = left[s] > column ? left[s] : column;
        float r = right[s] < column + 1 ? right[s] : column + 1;
        share += r > l ? r - l : 0;
      }
      blend(offset + row * SIZE + column, grey, cover(share / SUBROWS));
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
    return v > 0 ? v < SIZE ? v : SIZE : 0; // 0 for what is not a number
  }

  /** The smallest whole number not below a v ≥ 0. */
  private static int ceil(float v) {
    int floor = (int) v;
    return floor < v ? floor + 1 : floor;
  }
}
