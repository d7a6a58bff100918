package ludus.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ludus.desktop.screen.Speed;
import ludus.desktop.screen.Window;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** The options that every command with a window has. */
final class WindowOptions {
  private static final Pattern SIZE = Pattern.compile("(\\d{3,5})[x×](\\d{3,5})");

  private static final int MOST_SECONDS = 3600;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      converter = SpeedConverter.class,
      description = "times the game's own pace: 1/8 to 16, or max (default 1)")
  Speed speed;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "size of the window, for example 1600x1000 (default: what suits the screen)")
  private String size;

  @Option(names = "--screenshot", paramLabel = "FILE", hidden = true)
  private Path screenshot;

  @Option(names = "--after", paramLabel = "SECONDS", defaultValue = "2", hidden = true)
  private float after;

  /** Reads a {@link Speed}. */
  static final class SpeedConverter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String value) {
      try {
        return Speed.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /**
   * The window asked for.
   *
   * @throws ParameterException if the size makes no sense
   */
  Window window() {
    if (!(after >= 0 && after <= MOST_SECONDS)) {
      throw new ParameterException(
          command.commandLine(), "--after must be 0 to " + MOST_SECONDS + " seconds, was " + after);
    }
    if (screenshot != null) {
      Path folder = screenshot.toAbsolutePath().getParent();
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(command.commandLine(), "there is no folder " + folder);
      }
    }
    if (size == null) {
      return new Window(0, 0, screenshot, after);
    }
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new ParameterException(
          command.commandLine(), "--size must be like 1600x1000, was '" + size + "'");
    }
    return new Window(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), screenshot, after);
  }
}
