package ludus.desktop.hud;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.utils.BufferUtils;
import java.nio.ByteBuffer;

/** A picture of one byte a pixel that is sent anew to the graphics card whenever it changes. */
final class AlphaPicture implements AutoCloseable {
  private final int width;
  private final int height;
  private final Texture texture;
  private final ByteBuffer buffer;

  /**
   * @param smooth whether it is blurred, not enlarged in squares, where it is drawn larger
   */
  AlphaPicture(int width, int height, boolean smooth) {
    this.width = width;
    this.height = height;
    Pixmap pixmap = new Pixmap(width, height, Pixmap.Format.Alpha);
    texture = new Texture(pixmap);
    TextureFilter filter = smooth ? TextureFilter.Linear : TextureFilter.Nearest;
    texture.setFilter(filter, filter);
    pixmap.dispose();
    buffer = BufferUtils.newByteBuffer(width * height);
  }

  Texture texture() {
    return texture;
  }

  /** Shows these bytes from now on, row after row. */
  void show(byte[] bytes) {
    buffer.clear();
    buffer.put(bytes, 0, width * height).flip();
    texture.bind(0);
    Gdx.gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, 1);
    Gdx.gl.glTexSubImage2D(
        GL20.GL_TEXTURE_2D, 0, 0, 0, width, height, GL20.GL_ALPHA, GL20.GL_UNSIGNED_BYTE, buffer);
  }

  @Override
  public void close() {
    texture.dispose();
  }
}
