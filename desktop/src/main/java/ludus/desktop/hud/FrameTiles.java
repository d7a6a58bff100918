package ludus.desktop.hud;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.desktop.hud.Brush.Align;

/**
 * The stacked frames just as the agent gets them, oldest first: every pixel of a frame is a whole
 * number of pixels of the window, so that nothing is blurred or doubled.
 */
public final class FrameTiles implements AutoCloseable {
  private static final int SIDE = Pixels.SIDE;
  private static final float GAP = 12;
  private static final float LABEL = 22;

  private final int frames;
  private final Texture texture;
  private final ByteBuffer bytes;
  private final String[] labels;

  /**
   * @param frameSkip how many ticks lie between two frames
   */
  public FrameTiles(Pixels pixels, int frameSkip) {
    frames = pixels.frames();
    // An observation is a picture already: its frames one below the other.
    Pixmap pixmap = new Pixmap(SIDE, SIDE * frames, Pixmap.Format.Alpha);
    texture = new Texture(pixmap);
    texture.setFilter(TextureFilter.Nearest, TextureFilter.Nearest);
    pixmap.dispose();
    bytes = BufferUtils.newByteBuffer(pixels.size());
    labels = new String[frames];
    for (int i = 0; i < frames; i++) {
      int ago = (frames - 1 - i) * frameSkip;
      labels[i] = ago == 0 ? "now" : "−" + ago + (ago == 1 ? " tick" : " ticks");
    }
  }

  /** Takes an observation to show from now on. */
  public void show(byte[] observation) {
    bytes.clear();
    bytes.put(observation, 0, SIDE * SIDE * frames).flip();
    texture.bind(0);
    Gdx.gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, 1);
    Gdx.gl.glTexSubImage2D(
        GL20.GL_TEXTURE_2D,
        0,
        0,
        0,
        SIDE,
        SIDE * frames,
        GL20.GL_ALPHA,
        GL20.GL_UNSIGNED_BYTE,
        bytes);
  }

  /** How high the tiles are in all, in units, when they are given this width. */
  public float height(float width) {
    return cell(width) + LABEL;
  }

  private float cell(float width) {
    return (width - (frames - 1) * GAP) / frames;
  }

  /** How many pixels of the window a pixel of a frame takes. */
  int enlargement(Brush brush, float width) {
    return Math.max(1, (int) (cell(width) * brush.scale() + 0.5f) / SIDE);
  }

  /** Column of the window where a frame begins. */
  int pixelX(Brush brush, float x, float width, int frame) {
    float cell = cell(width);
    float slack = cell * brush.scale() - SIDE * enlargement(brush, width);
    return Math.round(brush.pixelX(x + frame * (cell + GAP)) + Math.max(0, slack) / 2);
  }

  /** Row of the window, from the top, where the frames begin. */
  int pixelY(Brush brush, float y, float width) {
    float slack = cell(width) * brush.scale() - SIDE * enlargement(brush, width);
    return Math.round(brush.pixelY(y) + Math.max(0, slack) / 2);
  }

  /** Draws all frames in a row of this width. */
  public void draw(Brush brush, float x, float y, float width) {
    float cell = cell(width);
    int side = SIDE * enlargement(brush, width);
    for (int i = 0; i < frames; i++) {
      float left = x + i * (cell + GAP);
      boolean newest = i == frames - 1;
      brush.framed(
          left - 3, y - 3, cell + 6, cell + 6, 4, 1, Ink.WELL, newest ? Ink.AGENT : Ink.LINE);
      int px = pixelX(brush, x, width, i);
      int py = pixelY(brush, y, width);
      brush.startOutline();
      brush.corner(px, py);
      brush.corner(px + side, py);
      brush.corner(px + side, py + side);
      brush.corner(px, py + side);
      brush.fill(Ink.BLACK);
      brush.picture(
          texture, px, py, side, side, (float) i / frames, (i + 1f) / frames, Ink.FRAME_WHITE);
      brush.text(
          Face.SMALL,
          labels[i],
          left + cell / 2,
          y + cell + LABEL - 2,
          newest ? Ink.TEXT : Ink.MUTED,
          Align.CENTER);
    }
  }

  @Override
  public void close() {
    texture.dispose();
  }
}
