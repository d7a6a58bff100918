package ludus.desktop.user;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a person's own files lie, by the system's convention: the XDG base directories on Linux and
 * the like, {@code %APPDATA%} on Windows, {@code ~/Library/Application Support} on macOS.
 *
 * @param config for settings
 * @param data for what is achieved: best lists
 */
public record Folders(Path config, Path data) {
  private static final String NAME = "ludus";

  /** Those of this person on this machine. */
  public static Folders ofThisPerson() {
    return of(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /** Those of a system of this name with these environment variables. */
  static Folders of(String system, Map<String, String> environment, Path home) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path roaming = absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"));
      return new Folders(roaming.resolve("Ludus"), roaming.resolve("Ludus"));
    }
    if (os.startsWith("mac")) {
      Path support = home.resolve("Library/Application Support/Ludus");
      return new Folders(support, support);
    }
    return new Folders(
        absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve(NAME),
        absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share")).resolve(NAME));
  }

  /** The convention has relative paths ignored. */
  private static Path absolute(String path, Path otherwise) {
    return path == null || path.isBlank() || !Path.of(path).isAbsolute()
        ? otherwise
        : Path.of(path);
  }
}
