package ludus.desktop.hud;

import static org.lwjgl.stb.STBTruetype.stbtt_PackBegin;
import static org.lwjgl.stb.STBTruetype.stbtt_PackEnd;
import static org.lwjgl.stb.STBTruetype.stbtt_PackFontRanges;
import static org.lwjgl.stb.STBTruetype.stbtt_PackSetOversampling;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.lwjgl.stb.STBTTPackContext;
import org.lwjgl.stb.STBTTPackRange;
import org.lwjgl.stb.STBTTPackedchar;
import org.lwjgl.system.MemoryUtil;

/**
 * The font, drawn from its outlines for one scale of the page, so that text is as sharp at 4K as in
 * a small window: all faces in one texture of alphas, whose last rows are white for shapes.
 */
final class Glyphs implements AutoCloseable {
  private static final String SIGNS = signs() + "×÷±·°²³µ¼½⅛–—‘’“”•…←↑→↓−≤≥≈∞↵γελäöüÄÖÜßéèàç";
  private static final String FIGURES = "0123456789 −.%";
  private static final int WHITE_ROWS = 4;
  private static final int QUAD = 8;

  private final float scale;
  private final Texture texture;
  private final Typeface regular = new Typeface("assets/fonts/Inter-Regular.otf", SIGNS);
  private final Typeface heavy = new Typeface("assets/fonts/Inter-SemiBold.otf", SIGNS);
  // By character: its place in SIGNS, or that of the question mark.
  private final short[] place = new short[0x2600];
  // By face and place: the quad about the pen (x0, y0, x1, y1), its texels and the pen's advance.
  private final float[][] quads = new float[Face.values().length][];
  private final float[][] advances = new float[Face.values().length][];

  /**
   * @param scale pixels a unit of the page
   */
  Glyphs(float scale) {
    this.scale = scale;
    Arrays.fill(place, (short) SIGNS.indexOf('?'));
    for (int i = 0; i < SIGNS.length(); i++) {
      place[SIGNS.charAt(i)] = (short) i;
    }
    int side = 512;
    ByteBuffer alphas = pack(side);
    while (alphas == null) {
      side *= 2;
      alphas = pack(side);
    }
    Pixmap pixmap = new Pixmap(side, side, Pixmap.Format.Alpha);
    pixmap.getPixels().put(alphas).flip();
    MemoryUtil.memFree(alphas.clear());
    texture = new Texture(pixmap);
    texture.setFilter(TextureFilter.Linear, TextureFilter.Linear);
    pixmap.dispose();
  }

  private static String signs() {
    StringBuilder ascii = new StringBuilder();
    for (char c = ' '; c <= '~'; c++) {
      ascii.append(c);
    }
    return ascii.toString();
  }

  /** Draws all faces into a square of this side; null where they do not fit. */
  private ByteBuffer pack(int side) {
    ByteBuffer alphas = MemoryUtil.memCalloc(side * side);
    STBTTPackContext context = STBTTPackContext.malloc();
    boolean fits = stbtt_PackBegin(context, alphas, side, side - WHITE_ROWS, 0, 1);
    for (Face face : Face.values()) {
      fits = fits && pack(context, face, side);
    }
    stbtt_PackEnd(context);
    context.free();
    if (!fits) {
      MemoryUtil.memFree(alphas);
      return null;
    }
    for (int i = side * (side - WHITE_ROWS); i < side * side; i++) {
      alphas.put(i, (byte) 255);
    }
    return alphas;
  }

  private boolean pack(STBTTPackContext context, Face face, int side) {
    // Small text is drawn three times as wide, so that letters may stand between pixels.
    boolean small = face.size < 30;
    String wanted = face == Face.COUNT ? FIGURES : SIGNS;
    stbtt_PackSetOversampling(context, small ? 3 : 1, 1);
    STBTTPackedchar.Buffer packed = STBTTPackedchar.calloc(wanted.length());
    STBTTPackRange.Buffer range = STBTTPackRange.calloc(1);
    IntBuffer points = MemoryUtil.memAllocInt(wanted.length());
    wanted.chars().forEach(points::put);
    points.flip();
    range
        .get(0)
        .font_size(-face.size * scale) // negative: the size of an em, not of the tallest letter
        .array_of_unicode_codepoints(points)
        .num_chars(wanted.length())
        .chardata_for_range(packed);
    boolean fits = stbtt_PackFontRanges(context, typeface(face).file(), 0, range);
    if (fits) {
      keep(face, wanted, packed, side);
    }
    MemoryUtil.memFree(points);
    range.free();
    packed.free();
    return fits;
  }

  private void keep(Face face, String wanted, STBTTPackedchar.Buffer packed, int side) {
    float[] quad = new float[SIGNS.length() * QUAD];
    float[] advance = new float[SIGNS.length()];
    for (int k = 0; k < wanted.length(); k++) {
      STBTTPackedchar c = packed.get(k);
      int p = place[wanted.charAt(k)];
      advance[p] = c.xadvance();
      int i = p * QUAD;
      quad[i] = c.xoff();
      quad[i + 1] = c.yoff();
      quad[i + 2] = c.xoff2();
      quad[i + 3] = c.yoff2();
      quad[i + 4] = (float) c.x0() / side;
      quad[i + 5] = (float) c.y0() / side;
      quad[i + 6] = (float) c.x1() / side;
      quad[i + 7] = (float) c.y1() / side;
    }
    quads[face.ordinal()] = quad;
    advances[face.ordinal()] = advance;
  }

  private Typeface typeface(Face face) {
    return face.heavy ? heavy : regular;
  }

  private int place(char c) {
    return c < place.length ? place[c] : place['?'];
  }

  float scale() {
    return scale;
  }

  Texture texture() {
    return texture;
  }

  float whiteU() {
    return 0.5f;
  }

  float whiteV() {
    return 1 - WHITE_ROWS / 2f / texture.getHeight();
  }

  /** Width of a line of text, in pixels. */
  float width(Face face, CharSequence text) {
    return walk(null, face, text, 0, 0, 0);
  }

  /** Lays a line of text, whose letters stand on row y, with the pen beginning at column x. */
  void lay(Brush brush, Face face, CharSequence text, float x, float y, float color) {
    walk(brush, face, text, x, y, color);
  }

  private float walk(Brush brush, Face face, CharSequence text, float x, float y, float color) {
    Typeface typeface = typeface(face);
    float unit = typeface.unit(face.size * scale);
    float[] quad = quads[face.ordinal()];
    float[] advance = advances[face.ordinal()];
    float pen = x;
    int last = -1;
    for (int k = 0, n = text.length(); k < n; k++) {
      int p = place(text.charAt(k));
      if (last >= 0) {
        pen += unit * typeface.kerning(last, p);
      }
      int i = p * QUAD;
      if (brush != null && quad[i + 2] > quad[i]) {
        brush.image(
            pen + quad[i],
            y + quad[i + 1],
            pen + quad[i + 2],
            y + quad[i + 3],
            quad[i + 4],
            quad[i + 5],
            quad[i + 6],
            quad[i + 7],
            color);
      }
      pen += advance[p];
      last = p;
    }
    return pen - x;
  }

  @Override
  public void close() {
    texture.dispose();
    regular.close();
    heavy.close();
  }
}
