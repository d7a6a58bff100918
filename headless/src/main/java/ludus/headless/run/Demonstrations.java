package ludus.headless.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ludus.agents.Learner;
import ludus.core.env.EnvOptions;
import ludus.core.env.ReplayedEpisode;
import ludus.core.game.Game;
import ludus.core.game.GameProvider;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayException;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;

/**
 * Recorded episodes that a run starts from. They are kept in the run's folder, so that a resume
 * needs nothing else.
 *
 * @param replays at least one tick each
 */
public record Demonstrations(List<Replay> replays) {
  /** None. */
  public static final Demonstrations NONE = new Demonstrations(List.of());

  private static final String SUFFIX = ".replay";

  /**
   * Reads replays and simulates them, to see whether they are what they say.
   *
   * @throws RunException if one cannot be read, is of another game or does not repeat
   */
  public static Demonstrations read(List<Path> files, GameProvider provider) {
    List<Replay> replays = new ArrayList<>();
    for (Path file : files) {
      try (Game game = provider.create()) {
        Replay replay = ReplayFile.read(file);
        if (replay.players() != 1 || replay.ticks() == 0) {
          throw new ReplayException("it is not an episode of one player");
        }
        new ReplayPlayer(replay, game).verifyAll();
        replays.add(replay);
      } catch (ReplayException e) {
        throw new RunException("%s cannot be learned from: %s".formatted(file, e.getMessage()), e);
      } catch (IOException e) {
        throw new RunException("cannot read the replay " + file, e);
      }
    }
    return new Demonstrations(List.copyOf(replays));
  }

  /** Those in a folder, in the order of their names; none where there is no such folder. */
  static Demonstrations in(Path folder, GameProvider provider) throws IOException {
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    try (var files = Files.list(folder)) {
      return read(
          files.filter(f -> f.getFileName().toString().endsWith(SUFFIX)).sorted().toList(),
          provider);
    }
  }

  /** Writes them into a folder. */
  void write(Path folder) throws IOException {
    if (!replays.isEmpty()) {
      Files.createDirectories(folder);
    }
    for (int i = 0; i < replays.size(); i++) {
      ReplayFile.write(replays.get(i), folder.resolve("%04d%s".formatted(i + 1, SUFFIX)));
    }
  }

  /**
   * Shows them to a learner, as an env of these options would have.
   *
   * @throws RunException if its algorithm cannot learn from them
   */
  void show(Learner learner, GameProvider provider, EnvOptions options) {
    if (replays.isEmpty()) {
      return;
    }
    List<ReplayedEpisode> episodes = new ArrayList<>();
    try {
      for (Replay replay : replays) {
        episodes.add(new ReplayedEpisode(replay, provider.create(), options));
      }
      learner.demonstrate(episodes);
    } catch (IllegalArgumentException e) {
      throw new RunException(e.getMessage(), e);
    } finally {
      episodes.forEach(ReplayedEpisode::close);
    }
  }
}
