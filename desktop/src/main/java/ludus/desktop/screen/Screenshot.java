package ludus.desktop.screen;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps the window's picture as a PNG. */
final class Screenshot {
  private static final int MOST = 10_000;

  private Screenshot() {}

  /** Writes to this file, replacing what is there. */
  static void write(Path file) throws IOException {
    Files.write(file, png());
  }

  /**
   * Writes to the first free one of {@code stem-1.png}, {@code stem-2.png} …
   *
   * @return the file's name
   */
  static Path writeNew(Path folder, String stem) throws IOException {
    byte[] png = png();
    for (int i = 1; i < MOST; i++) {
      Path file = folder.resolve(stem + "-" + i + ".png");
      try {
        Files.write(file, png, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return file;
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
    throw new IOException("there are too many screenshots already");
  }

  private static byte[] png() throws IOException {
    Pixmap picture =
        Pixmap.createFromFrameBuffer(
            0, 0, Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
    // Blending leaves some of the frame buffer's alphas under 1; a picture of a window has none.
    ByteBuffer pixels = picture.getPixels();
    for (int i = 3; i < pixels.limit(); i += 4) {
      pixels.put(i, (byte) 255);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    PixmapIO.PNG encoder = new PixmapIO.PNG();
    try {
      encoder.setFlipY(true);
      encoder.write(out, picture);
    } finally {
      encoder.dispose();
      picture.dispose();
    }
    return out.toByteArray();
  }
}
