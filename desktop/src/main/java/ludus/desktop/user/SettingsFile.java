package ludus.desktop.user;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import ludus.core.file.SafeFile;

/**
 * The file that {@link Settings} are kept in: one {@code name = value} a line, {@code #} before a
 * remark. What cannot be read is told once, the usual value stands in for it, and before the file
 * is written again a copy of the damaged one is put beside it.
 */
final class SettingsFile {
  private static final String REMARK = "# How Ludus shows itself; its settings screen writes this.";

  private final Path path;
  private final List<String> complaints;
  private boolean damaged;

  /**
   * @param complaints receives a sentence about everything that cannot be read or written
   */
  SettingsFile(Path path, List<String> complaints) {
    this.path = path;
    this.complaints = complaints;
  }

  Path path() {
    return path;
  }

  /** What the file says, and the usual for all else. */
  Settings read() {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      for (String line : new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n")) {
        int sign = line.indexOf('=');
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (sign < 0) {
          complain("it has a line that is no setting");
          continue;
        }
        values.put(line.substring(0, sign).trim(), line.substring(sign + 1).trim());
      }
    } catch (NoSuchFileException e) {
      return Settings.USUAL;
    } catch (IOException e) {
      complain(SafeFile.reason(e));
      return Settings.USUAL;
    }
    Settings usual = Settings.USUAL;
    Function<String, WindowSize> size = word -> WindowSize.valueOf(word.toUpperCase(Locale.ROOT));
    Settings read = usual;
    read = read.withSize(value(values, "window", size, usual.size()));
    int width = value(values, "width", Integer::valueOf, usual.width());
    int height = value(values, "height", Integer::valueOf, usual.height());
    read = checked(read, s -> s.withLeft(width, height));
    read = read.withFullScreen(value(values, "full-screen", SettingsFile::yes, usual.fullScreen()));
    read = read.withSound(value(values, "sound", SettingsFile::yes, usual.sound()));
    int volume = value(values, "volume", Integer::valueOf, usual.volume());
    read = checked(read, s -> s.withVolume(volume));
    return read.withLiving(value(values, "living-gallery", SettingsFile::yes, usual.living()));
  }

  private <T> T value(
      Map<String, String> values, String name, Function<String, T> reader, T usual) {
    String word = values.get(name);
    if (word == null) {
      return usual;
    }
    try {
      return reader.apply(word);
    } catch (IllegalArgumentException e) {
      complain("%s cannot be '%s'".formatted(name, brief(word)));
      return usual;
    }
  }

  private Settings checked(Settings settings, Function<Settings, Settings> change) {
    try {
      return change.apply(settings);
    } catch (IllegalArgumentException e) {
      complain(e.getMessage());
      return settings;
    }
  }

  private static boolean yes(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on", "yes", "true" -> true;
      case "off", "no", "false" -> false;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String brief(String word) {
    return word.length() > 20 ? word.substring(0, 20) + "…" : word;
  }

  private void complain(String what) {
    if (!damaged) {
      damaged = true;
      complaints.add(
          "%s is damaged: %s; the usual setting stands in for it"
              .formatted(path.getFileName(), what));
    }
  }

  /** Writes the whole file, or leaves the old one and says why. */
  void write(Settings settings) {
    String text =
        String.join(
            "\n",
            REMARK,
            "window = " + settings.size().name().toLowerCase(Locale.ROOT),
            "width = " + settings.width(),
            "height = " + settings.height(),
            "full-screen = " + (settings.fullScreen() ? "on" : "off"),
            "sound = " + (settings.sound() ? "on" : "off"),
            "volume = " + settings.volume(),
            "living-gallery = " + (settings.living() ? "on" : "off"),
            "");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (damaged) {
        KeptAside.copy(path);
        damaged = false;
      }
      SafeFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      complaints.add("The settings cannot be kept: " + SafeFile.reason(e));
    }
  }
}
