package ludus.desktop.hud;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Mesh;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.VertexAttribute;
import com.badlogic.gdx.graphics.VertexAttributes.Usage;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.math.Matrix4;

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

  private static final int FLOATS = 5;
  private static final int VERTICES = 8192;
  private static final int INDICES = 6 * VERTICES;
  private static final int CORNERS = 132;

  private static final String VERTEX_SHADER =
      """
      attribute vec2 a_position;
      attribute vec4 a_color;
      attribute vec2 a_texCoord0;
      uniform mat4 u_page;
      varying vec4 v_color;
      varying vec2 v_texture;
      void main() {
        // libGDX packs alpha into seven bits, with 254 for opaque.
        v_color = vec4(a_color.rgb, a_color.a * (255.0 / 254.0));
        v_texture = a_texCoord0;
        gl_Position = u_page * vec4(a_position, 0.0, 1.0);
      }
      """;
  private static final String FRAGMENT_SHADER =
      """
      #ifdef GL_ES
      precision mediump float;
      #endif
      varying vec4 v_color;
      varying vec2 v_texture;
      uniform sampler2D u_texture;
      void main() {
        gl_FragColor = vec4(v_color.rgb, v_color.a * texture2D(u_texture, v_texture).a);
      }
      """;

  private final ShaderProgram shader = new ShaderProgram(VERTEX_SHADER, FRAGMENT_SHADER);
  private final Mesh mesh =
      new Mesh(
          false,
          VERTICES,
          INDICES,
          new VertexAttribute(Usage.Position, 2, ShaderProgram.POSITION_ATTRIBUTE),
          new VertexAttribute(Usage.ColorPacked, 4, ShaderProgram.COLOR_ATTRIBUTE),
          new VertexAttribute(Usage.TextureCoordinates, 2, ShaderProgram.TEXCOORD_ATTRIBUTE + "0"));
  private final Matrix4 projection = new Matrix4();
  private final float[] vertices = new float[VERTICES * FLOATS];
  private final short[] indices = new short[INDICES];
  private final float[] outline = new float[2 * CORNERS];
  private int vertexCount;
  private int indexCount;
  private int corners;

  private Glyphs glyphs;
  private Texture bound;
  private int targetWidth;
  private int targetHeight;
  private float scale;
  private float left;
  private float top;

  public Brush() {
    if (!shader.isCompiled()) {
      throw new IllegalStateException("the shader does not compile: " + shader.getLog());
    }
  }

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
    projection.setToOrtho(0, width, height, 0, 0, 1);
    Gdx.gl.glEnable(GL20.GL_BLEND);
    Gdx.gl.glBlendFunc(GL20.GL_SRC_ALPHA, GL20.GL_ONE_MINUS_SRC_ALPHA);
    bound = glyphs.texture();
    clear(ground);
  }

  /** Shows what is not shown yet. */
  public void end() {
    flush();
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

  /**
   * Forgets all that was painted (within {@link #clip}, if it is set) for one opaque colour. Where
   * the graphics card is the processor, this is many times quicker than a rectangle.
   */
  void clear(float color) {
    flush();
    int bits = Float.floatToRawIntBits(color);
    Gdx.gl.glClearColor(
        (bits & 0xFF) / 255f, (bits >> 8 & 0xFF) / 255f, (bits >> 16 & 0xFF) / 255f, 1);
    Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
  }

  /** Paints over the whole window, page and margins. */
  public void flood(float color) {
    startOutline();
    corner(0, 0);
    corner(targetWidth, 0);
    corner(targetWidth, targetHeight);
    corner(0, targetHeight);
    fill(color);
  }

  /** A rectangle whose edges are moved to whole pixels; at least one pixel wide and high. */
  public void rectangle(float x, float y, float width, float height, float color) {
    float x0 = Math.round(pixelX(x));
    float y0 = Math.round(pixelY(y));
    float x1 = Math.max(x0 + 1, Math.round(pixelX(x + width)));
    float y1 = Math.max(y0 + 1, Math.round(pixelY(y + height)));
    startOutline();
    corner(x0, y0);
    corner(x1, y0);
    corner(x1, y1);
    corner(x0, y1);
    fill(color);
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
    startOutline();
    arc(x1 - r, y0 + r, r, -0.25f);
    arc(x1 - r, y1 - r, r, 0);
    arc(x0 + r, y1 - r, r, 0.25f);
    arc(x0 + r, y0 + r, r, 0.5f);
    fill(color);
  }

  /** The same with a line of the given colour inside of its edge. */
  public void framed(
      float x, float y, float w, float h, float radius, float line, float color, float edge) {
    float inset = Math.max(1, Math.round(line * scale)) / scale;
    rounded(x, y, w, h, radius, edge);
    rounded(x + inset, y + inset, w - 2 * inset, h - 2 * inset, radius - inset, color);
  }

  private void arc(float x, float y, float radius, float turn) {
    int steps = Math.max(3, Math.min(24, segments(radius) / 4));
    for (int i = 0; i <= steps; i++) {
      double angle = 2 * Math.PI * (turn + 0.25 * i / steps);
      corner(x + radius * (float) Math.cos(angle), y + radius * (float) Math.sin(angle));
    }
  }

  /** A disc. */
  public void circle(float x, float y, float radius, float color) {
    disc(pixelX(x), pixelY(y), radius * scale, color);
  }

  /** A triangle. */
  public void triangle(float x1, float y1, float x2, float y2, float x3, float y3, float color) {
    startOutline();
    corner(pixelX(x1), pixelY(y1));
    corner(pixelX(x2), pixelY(y2));
    corner(pixelX(x3), pixelY(y3));
    fill(color);
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
    bind(glyphs.texture());
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
    bind(picture);
    image(x, y, x + width, y + height, 0, v0, 1, v1, color);
    bind(glyphs.texture());
  }

  /** Keeps all that follows within this rectangle of pixels, until {@link #unclip}. */
  void clip(float x, float y, float width, float height) {
    flush();
    Gdx.gl.glEnable(GL20.GL_SCISSOR_TEST);
    Gdx.gl.glScissor(
        Math.round(x),
        targetHeight - Math.round(y + height),
        Math.round(width),
        Math.round(height));
  }

  void unclip() {
    flush();
    Gdx.gl.glDisable(GL20.GL_SCISSOR_TEST);
  }

  /** A square of whole pixels. */
  void square(int x, int y, int side, float color) {
    startOutline();
    corner(x, y);
    corner(x + side, y);
    corner(x + side, y + side);
    corner(x, y + side);
    fill(color);
  }

  /** A disc in pixels. */
  void disc(float x, float y, float radius, float color) {
    int n = segments(radius);
    // A polygon as large as the disc: its corners lie a little outside of the circle.
    float r = radius * (float) Math.sqrt(2 * Math.PI / n / Math.sin(2 * Math.PI / n));
    startOutline();
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

  /** Begins a convex outline in pixels. */
  void startOutline() {
    corners = 0;
  }

  /** Adds a corner to the outline; one that repeats the last is left out. */
  void corner(float x, float y) {
    int i = 2 * corners;
    if (corners > 0 && near(outline[i - 2], x) && near(outline[i - 1], y)) {
      return;
    }
    outline[i] = x;
    outline[i + 1] = y;
    corners++;
  }

  private static boolean near(float a, float b) {
    return Math.abs(a - b) < 1e-3f;
  }

  /** Fills the outline. */
  void fill(float color) {
    int n = corners;
    if (n > 1 && near(outline[0], outline[2 * n - 2]) && near(outline[1], outline[2 * n - 1])) {
      n--;
    }
    if (n < 3) {
      return;
    }
    float area = 0;
    for (int i = 0, j = n - 1; i < n; j = i++) {
      area += outline[2 * j] * outline[2 * i + 1] - outline[2 * i] * outline[2 * j + 1];
    }
    if (area == 0) {
      return;
    }
    float side = area > 0 ? 0.5f : -0.5f;
    room(2 * n, 3 * (n - 2) + 6 * n);
    float clear = Ink.withAlpha(color, 0);
    int first = vertexCount;
    for (int i = 0; i < n; i++) {
      feather(i, n, side, color, clear);
    }
    for (int i = 2; i < n; i++) {
      triangle(first, first + 2 * (i - 1), first + 2 * i);
    }
    for (int i = 0, j = n - 1; i < n; j = i++) {
      triangle(first + 2 * j, first + 2 * j + 1, first + 2 * i);
      triangle(first + 2 * i, first + 2 * j + 1, first + 2 * i + 1);
    }
  }

  /**
   * Two vertices for a corner: half a pixel inside in full colour, half a pixel outside in none.
   */
  private void feather(int i, int n, float side, float color, float clear) {
    int before = 2 * (i == 0 ? n - 1 : i - 1);
    int after = 2 * (i == n - 1 ? 0 : i + 1);
    float x = outline[2 * i];
    float y = outline[2 * i + 1];
    float ax = x - outline[before];
    float ay = y - outline[before + 1];
    float bx = outline[after] - x;
    float by = outline[after + 1] - y;
    float a = (float) Math.sqrt(ax * ax + ay * ay);
    float b = (float) Math.sqrt(bx * bx + by * by);
    // The edges' outward normals, and the mitre that lies at distance 1 from both edges.
    float nx = ay / a + by / b;
    float ny = -ax / a - bx / b;
    float stretch = Math.max(0.25f, (nx * nx + ny * ny) / 2);
    float mx = nx / stretch * side;
    float my = ny / stretch * side;
    vertex(x - mx, y - my, color, glyphs.whiteU(), glyphs.whiteV());
    vertex(x + mx, y + my, clear, glyphs.whiteU(), glyphs.whiteV());
  }

  /** A piece of the bound texture, in pixels. */
  void image(
      float x0, float y0, float x1, float y1, float u0, float v0, float u1, float v1, float color) {
    room(4, 6);
    int first = vertexCount;
    vertex(x0, y0, color, u0, v0);
    vertex(x1, y0, color, u1, v0);
    vertex(x1, y1, color, u1, v1);
    vertex(x0, y1, color, u0, v1);
    triangle(first, first + 1, first + 2);
    triangle(first, first + 2, first + 3);
  }

  private void vertex(float x, float y, float color, float u, float v) {
    int i = FLOATS * vertexCount++;
    vertices[i] = x;
    vertices[i + 1] = y;
    vertices[i + 2] = color;
    vertices[i + 3] = u;
    vertices[i + 4] = v;
  }

  private void triangle(int a, int b, int c) {
    indices[indexCount++] = (short) a;
    indices[indexCount++] = (short) b;
    indices[indexCount++] = (short) c;
  }

  private void room(int moreVertices, int moreIndices) {
    if (vertexCount + moreVertices > VERTICES || indexCount + moreIndices > INDICES) {
      flush();
    }
  }

  private void bind(Texture texture) {
    if (texture != bound) {
      flush();
      bound = texture;
    }
  }

  private void flush() {
    if (indexCount == 0) {
      return;
    }
    bound.bind(0);
    shader.bind();
    shader.setUniformMatrix("u_page", projection);
    shader.setUniformi("u_texture", 0);
    mesh.setVertices(vertices, 0, vertexCount * FLOATS);
    mesh.setIndices(indices, 0, indexCount);
    mesh.render(shader, GL20.GL_TRIANGLES, 0, indexCount);
    vertexCount = 0;
    indexCount = 0;
  }

  @Override
  public void close() {
    if (glyphs != null) {
      glyphs.close();
    }
    mesh.dispose();
    shader.dispose();
  }
}
