package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.core.file.SafeFile;
import ludus.core.game.GameProvider;
import ludus.headless.run.EpisodeRecorder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus record GAME}. */
@Command(
    name = "record",
    description = "Keep an episode as a GIF, a picture or an exact replay.",
    footer = {
      "",
      "Examples:",
      "  ludus record cartpole --out cartpole.gif",
      "  ludus record cartpole --policy random --seed 3 --tick 20 --out fall.png",
      "  ludus record cartpole --tick 60 --sheet 2 --out frames.png",
      "  ludus record cartpole --policy expert --out expert.replay"
    })
final class RecordCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GameArgument game;
  @Mixin private JsonOption json;

  @Option(
      names = "--policy",
      paramLabel = "FILE|expert|random",
      description = "who plays (default: the shipped policy, or the expert where none ships)")
  private String policy;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "a name ending in .gif, .png or .replay")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "the episode's seed (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "the longest GIF (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--tick",
      paramLabel = "N",
      defaultValue = "100",
      description = "the tick that a picture shows (default: ${DEFAULT-VALUE})")
  private int tick;

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      defaultValue = "336",
      description = "width and height of GIFs and pictures (default: ${DEFAULT-VALUE})")
  private int size;

  @Option(
      names = "--sheet",
      paramLabel = "SKIP",
      description =
          "make the picture a contact sheet, with the frames that an agent of this frame skip sees")
  private Integer sheet;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    require(seconds >= 1 && seconds <= 600, "--seconds must be from 1 to 600, was " + seconds);
    require(tick >= 0, "--tick must not be negative, was " + tick);
    require(sheet == null || sheet >= 1 && sheet <= 60, "--sheet must be from 1 to 60");
    require(size >= 84 && size <= 4096, "--size must be from 84 to 4096, was " + size);
    String name = out.getFileName().toString();
    String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    try {
      switch (kind) {
        case "gif" -> EpisodeRecorder.gif(provider, policy, seed, seconds, size, out);
        case "png" -> {
          if (sheet == null) {
            EpisodeRecorder.png(provider, policy, seed, tick, size, out);
          } else {
            EpisodeRecorder.sheet(provider, policy, seed, tick, sheet, out);
          }
        }
        case "replay" -> EpisodeRecorder.replay(provider, policy, seed, out);
        default ->
            throw new ParameterException(
                spec.commandLine(), "--out must end in .gif, .png or .replay, was " + out);
      }
      if (json.wanted()) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("file", out.toString());
        made.put("bytes", Files.size(out));
        json.print(made);
      } else {
        System.out.printf("%s (%,d bytes)%n", out, Files.size(out));
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UserException(
          "cannot write %s (%s): make room or choose another --out"
              .formatted(out, SafeFile.reason(e)),
          e);
    }
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
