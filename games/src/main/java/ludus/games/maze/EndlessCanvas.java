package ludus.games.maze;

import ludus.core.draw.Canvas;
import ludus.core.draw.Shade;

/**
 * Shows a world that repeats itself: what leaves the picture on one side is seen on the other, as
 * on a torus. Every shape is painted at each of its places that lie in the picture.
 */
final class EndlessCanvas implements Canvas {
  private final float period;
  private Canvas canvas;
  private float left;
  private float top;

  /**
   * @param period units after which the world repeats itself, both ways
   */
  EndlessCanvas(float period) {
    this.period = period;
  }

  /** Paints on this canvas from now on, with the world's (0, 0) at (left, top). */
  EndlessCanvas on(Canvas canvas, float left, float top) {
    this.canvas = canvas;
    this.left = left;
    this.top = top;
    return this;
  }

  /** Where to put what begins here and is that long, so that it is the first still to be seen. */
  private float first(float begin, float length) {
    return begin - (float) Math.floor((begin + length) / period) * period;
  }

  @Override
  public void clear(Shade shade) {
    canvas.clear(shade);
  }

  @Override
  public void rectangle(float x, float y, float width, float height, Shade shade) {
    for (float top = first(y + this.top, height); top < SIZE; top += period) {
      for (float left = first(x + this.left, width); left < SIZE; left += period) {
        canvas.rectangle(left, top, width, height, shade);
      }
    }
  }

  @Override
  public void circle(float x, float y, float radius, Shade shade) {
    for (float top = first(y - radius + this.top, 2 * radius); top < SIZE; top += period) {
      for (float left = first(x - radius + this.left, 2 * radius); left < SIZE; left += period) {
        canvas.circle(left + radius, top + radius, radius, shade);
      }
    }
  }

  @Override
  public void quad(
      float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4, Shade shade) {
    float x = Math.min(Math.min(x1, x2), Math.min(x3, x4));
    float y = Math.min(Math.min(y1, y2), Math.min(y3, y4));
    float width = Math.max(Math.max(x1, x2), Math.max(x3, x4)) - x;
    float height = Math.max(Math.max(y1, y2), Math.max(y3, y4)) - y;
    for (float top = first(y + this.top, height); top < SIZE; top += period) {
      for (float left = first(x + this.left, width); left < SIZE; left += period) {
        float dx = left - x;
        float dy = top - y;
        canvas.quad(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x3 + dx, y3 + dy, x4 + dx, y4 + dy, shade);
      }
    }
  }
}
