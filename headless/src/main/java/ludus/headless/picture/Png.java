package ludus.headless.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import ludus.core.file.SafeFile;

/** Writes pictures as PNG files. */
final class Png {
  private Png() {}

  /**
   * Writes the whole file or nothing.
   *
   * @throws IOException if the folder cannot be written or the disk is full
   */
  static void save(BufferedImage image, Path path) throws IOException {
    ImageIO.setUseCache(false); // no second temporary file, in a folder that we do not know
    SafeFile.write(
        path,
        out -> {
          if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java runtime cannot write PNG files");
          }
        });
  }
}
