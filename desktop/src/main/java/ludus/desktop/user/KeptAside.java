package ludus.desktop.user;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a copy of a damaged file, so that nothing that somebody may want back is lost. */
final class KeptAside {
  private static final int MOST = 100;

  private KeptAside() {}

  /** Copies to the first free one of {@code NAME.damaged-1}, {@code NAME.damaged-2} … */
  static void copy(Path file) throws IOException {
    for (int i = 1; i < MOST; i++) {
      try {
        Files.copy(file, file.resolveSibling(file.getFileName() + ".damaged-" + i));
        return;
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
    throw new IOException("there are too many damaged copies of " + file.getFileName());
  }
}
