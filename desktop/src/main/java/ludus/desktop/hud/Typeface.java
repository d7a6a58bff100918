package ludus.desktop.hud;

import static org.lwjgl.stb.STBTruetype.stbtt_GetCodepointKernAdvance;
import static org.lwjgl.stb.STBTruetype.stbtt_InitFont;
import static org.lwjgl.stb.STBTruetype.stbtt_ScaleForMappingEmToPixels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lwjgl.stb.STBTTFontinfo;
import org.lwjgl.system.MemoryUtil;

/** One weight of the font: its file, and the kerning of the pairs of signs seen so far. */
final class Typeface implements AutoCloseable {
  private static final short UNKNOWN = Short.MIN_VALUE;

  private final ByteBuffer file;
  private final STBTTFontinfo info = STBTTFontinfo.malloc();
  private final String signs;
  private final short[] kerning;

  /**
   * @param resource where the font lies on the class path
   * @param signs what will be written; a sign's place in it is its name here
   */
  Typeface(String resource, String signs) {
    this.signs = signs;
    this.kerning = new short[signs.length() * signs.length()];
    try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(resource)) {
      byte[] bytes = in.readAllBytes();
      file = MemoryUtil.memAlloc(bytes.length).put(bytes).flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!stbtt_InitFont(info, file)) {
      throw new IllegalStateException("no font in " + resource);
    }
    Arrays.fill(kerning, UNKNOWN);
  }

  /** The file's bytes, in native memory. */
  ByteBuffer file() {
    return file;
  }

  /** Pixels a unit of the font, where an em has this many pixels. */
  float unit(float em) {
    return stbtt_ScaleForMappingEmToPixels(info, em);
  }

  /** By how many of the font's units these neighbours move together (below 0) or apart. */
  int kerning(int left, int right) {
    int pair = left * signs.length() + right;
    if (kerning[pair] == UNKNOWN) {
      kerning[pair] =
          (short) stbtt_GetCodepointKernAdvance(info, signs.charAt(left), signs.charAt(right));
    }
    return kerning[pair];
  }

  @Override
  public void close() {
    info.free();
    MemoryUtil.memFree(file);
  }
}
