package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayException;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ludus replay FILE}. */
@Command(
    name = "replay",
    description = "Tell what is in a replay, and simulate it again exactly.",
    footer = {
      "",
      "Examples:",
      "  ludus record cartpole --out a.replay",
      "  ludus replay a.replay",
      "  ludus replay a.replay --verify     exit code 1 unless every checksum matches"
    })
final class ReplayCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "FILE", description = "a .replay file")
  private Path file;

  @Option(names = "--verify", description = "simulate it and compare pictures and features")
  private boolean verify;

  @Override
  public Integer call() {
    Replay replay = read();
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("game", replay.game());
    report.put("version", replay.version());
    report.put("seed", replay.seed());
    report.put("players", replay.players());
    report.put("ticks", replay.ticks());
    if (verify) {
      simulate(replay, report);
    }
    if (json.wanted()) {
      json.print(report);
    } else {
      report.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
    }
    return 0;
  }

  private Replay read() {
    if (!Files.exists(file)) {
      throw new UserException("there is no replay file " + file);
    }
    try {
      return ReplayFile.read(file);
    } catch (ReplayException e) {
      throw new UserException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UserException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void simulate(Replay replay, Map<String, Object> report) {
    GameCatalog catalog = GameCatalog.load();
    if (!catalog.names().contains(replay.game())) {
      throw new UserException("this replay is of %s, which is not here".formatted(replay.game()));
    }
    GameProvider provider = catalog.find(replay.game());
    try (Game game = provider.create()) {
      ReplayPlayer player = new ReplayPlayer(replay, game);
      double sum = 0;
      while (player.hasNext()) {
        player.next();
        sum += game.reward(0);
      }
      report.put("return", sum);
      report.put("terminated", game.terminated());
      report.put("verified", true);
    } catch (ReplayException e) {
      throw new UserException("the replay does not repeat: " + e.getMessage(), e);
    }
  }
}
