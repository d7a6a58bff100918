package ludus.desktop.hud;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;

/**
 * Paints shapes, text and grey pictures on a page of {@value #WIDTH} × {@value #HEIGHT} units, x to
 * the right and y down, which is scaled to fit the window and centred in it.
 *
 * <p>Every shape is a convex outline whose edge fades over one pixel by the share that it covers,
 * so that edges are smooth whatever the graphics card says of multi-sampling, and an edge that lies
 * on whole pixels stays sharp. Shapes and text go through one mesh and one texture (the font's, one
 * texel of which is white), in the order of the calls. Painting allocates nothing.
 *
 * <p>All calls come from the window's thread, between {@link #begin} and {@link #end}.
 */
public final class Brush implements AutoCloseable {
  /** Width of the page, in units. */
  public static final float WIDTH = 1280;

  /** Height of the page, in units. */
  public static final float HEIGHT = 800;

  /** How text lies about the place given. */
  public enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  private final Triangles triangles = new Triangles();
  private final Outline outline = new Outline(triangles);
  private Glyphs glyphs;
  private int targetWidth;
  private int targetHeight;
  private float scale;
  private float left;
  private float top;

  /**
   * Begins a picture of this many pixels, all of one colour; makes the font anew where the size has
   * changed.
   */
  public void begin(int width, int height, float ground) {
    targetWidth = width;
    targetHeight = height;
    scale = Math.min(width / WIDTH, height / HEIGHT);
    left = Math.round((width - WIDTH * scale) / 2);
    top = Math.round((height - HEIGHT * scale) / 2);
    if (glyphs == null || glyphs.scale() != scale) {
      if (glyphs != null) {
        glyphs.close();
      }
      glyphs = new Glyphs(scale);
    }
    triangles.begin(width, height, glyphs.texture());
    outline.white(glyphs.whiteU(), glyphs.whiteV());
    clear(ground);
  }

  /** Shows what is not shown yet. */
  public void end() {
    triangles.flush();
  }

  /** Pixels a unit. */
  public float scale() {
    return scale;
  }

  /** The pixel column of a place on the page. */
  public float pixelX(float x) {
    return left + x * scale;
  }

  /** The pixel row of a place on the page, from the top. */
  public float pixelY(float y) {
    return top + y * scale;
  }

  /** The place on the page of a pixel column. */
  public float pageX(float pixel) {
    return (pixel - left) / scale;
  }

  /** The place on the page of a pixel row, counted from the top. */
  public float pageY(float pixel) {
    return (pixel - top) / scale;
  }

  /**
   * Forgets all that was painted (within {@link #clip}, if it is set) for one opaque colour. Where
   * the graphics card is the processor, this is many times quicker than a rectangle.
   */
  void clear(float color) {
    triangles.flush();
    int bits = Float.floatToRawIntBits(color);
    Gdx.gl.glClearColor(
        (bits & 0xFF) / 255f, (bits >> 8 & 0xFF) / 255f, (bits >> 16 & 0xFF) / 255f, 1);
    Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
  }

  /** Paints over the whole window, page and margins. */
  public void flood(float color) {
    outline.box(0, 0, targetWidth, targetHeight, color);
  }

  /** A rectangle whose edges are moved to whole pixels; at least one pixel wide and high. */
  public void rectangle(float x, float y, float width, float height, float color) {
    float x0 = Math.round(pixelX(x));
    float y0 = Math.round(pixelY(y));
    float x1 = Math.max(x0 + 1, Math.round(pixelX(x + width)));
    float y1 = Math.max(y0 + 1, Math.round(pixelY(y + height)));
    outline.box(x0, y0, x1, y1, color);
  }

  /** A rectangle with round corners, its edges on whole pixels. */
  public void rounded(float x, float y, float width, float height, float radius, float color) {
    float x0 = Math.round(pixelX(x));
    float y0 = Math.round(pixelY(y));
    float x1 = Math.round(pixelX(x + width));
    float y1 = Math.round(pixelY(y + height));
    float r = Math.min(radius * scale, Math.min(x1 - x0, y1 - y0) / 2);
    if (r < 0.5f) {
      rectangle(x, y, width, height, color);
      return;
    }
    outline.begin();
    outline.arc(x1 - r, y0 + r, r, -0.25f);
    outline.arc(x1 - r, y1 - r, r, 0);
    outline.arc(x0 + r, y1 - r, r, 0.25f);
    outline.arc(x0 + r, y0 + r, r, 0.5f);
    outline.fill(color);
  }

  /** The same with a line of the given colour inside of its edge. */
  public void framed(
      float x, float y, float w, float h, float radius, float line, float color, float edge) {
    float inset = Math.max(1, Math.round(line * scale)) / scale;
    rounded(x, y, w, h, radius, edge);
    rounded(x + inset, y + inset, w - 2 * inset, h - 2 * inset, radius - inset, color);
  }

  /** A disc. */
  public void circle(float x, float y, float radius, float color) {
    outline.disc(pixelX(x), pixelY(y), radius * scale, color);
  }

  /** A triangle. */
  public void triangle(float x1, float y1, float x2, float y2, float x3, float y3, float color) {
    outline.begin();
    outline.corner(pixelX(x1), pixelY(y1));
    outline.corner(pixelX(x2), pixelY(y2));
    outline.corner(pixelX(x3), pixelY(y3));
    outline.fill(color);
  }

  /** A straight line of this width, in units. */
  public void segment(float x1, float y1, float x2, float y2, float width, float color) {
    float dx = x2 - x1;
    float dy = y2 - y1;
    float length = (float) Math.sqrt(dx * dx + dy * dy);
    if (length == 0) {
      return;
    }
    float nx = -dy / length * width / 2;
    float ny = dx / length * width / 2;
    outline.begin();
    outline.corner(pixelX(x1 + nx), pixelY(y1 + ny));
    outline.corner(pixelX(x2 + nx), pixelY(y2 + ny));
    outline.corner(pixelX(x2 - nx), pixelY(y2 - ny));
    outline.corner(pixelX(x1 - nx), pixelY(y1 - ny));
    outline.fill(color);
  }

  /**
   * A line of text.
   *
   * @param y the line that the letters stand on
   * @return its width, in units
   */
  public float text(Face face, CharSequence text, float x, float y, float color, Align align) {
    float width = glyphs.width(face, text);
    float shift = align == Align.LEFT ? 0 : align == Align.RIGHT ? width : width / 2;
    triangles.bind(glyphs.texture());
    glyphs.lay(this, face, text, Math.round(pixelX(x) - shift), Math.round(pixelY(y)), color);
    return width / scale;
  }

  /** A line of text that begins at x. */
  public float text(Face face, CharSequence text, float x, float y, float color) {
    return text(face, text, x, y, color, Align.LEFT);
  }

  /** How wide a line of text is, in units. */
  public float width(Face face, CharSequence text) {
    return glyphs.width(face, text) / scale;
  }

  /**
   * Part of a picture of alphas, painted in one colour over what is there.
   *
   * @param x the left edge, in pixels of the window; so are y, width and height
   */
  public void picture(
      Texture picture,
      float x,
      float y,
      float width,
      float height,
      float v0,
      float v1,
      float color) {
    triangles.bind(picture);
    image(x, y, x + width, y + height, 0, v0, 1, v1, color);
    triangles.bind(glyphs.texture());
  }

  /** Keeps all that follows within this rectangle of pixels, until {@link #unclip}. */
  void clip(float x, float y, float width, float height) {
    triangles.flush();
    Gdx.gl.glEnable(GL20.GL_SCISSOR_TEST);
    Gdx.gl.glScissor(
        Math.round(x),
        targetHeight - Math.round(y + height),
        Math.round(width),
        Math.round(height));
  }

  void unclip() {
    triangles.flush();
    Gdx.gl.glDisable(GL20.GL_SCISSOR_TEST);
  }

  /** A square of whole pixels. */
  void square(int x, int y, int side, float color) {
    outline.box(x, y, x + side, y + side, color);
  }

  /** A disc in pixels. */
  void disc(float x, float y, float radius, float color) {
    outline.disc(x, y, radius, color);
  }

  /** An outline to be filled, in pixels; one at a time. */
  Outline outline() {
    outline.begin();
    return outline;
  }

  /** A piece of the bound texture, in pixels. */
  void image(
      float x0, float y0, float x1, float y1, float u0, float v0, float u1, float v1, float color) {
    int first = triangles.room(4, 6);
    triangles.vertex(x0, y0, color, u0, v0);
    triangles.vertex(x1, y0, color, u1, v0);
    triangles.vertex(x1, y1, color, u1, v1);
    triangles.vertex(x0, y1, color, u0, v1);
    triangles.triangle(first, first + 1, first + 2);
    triangles.triangle(first, first + 2, first + 3);
  }

  @Override
  public void close() {
    if (glyphs != null) {
      glyphs.close();
    }
    triangles.close();
  }
}
