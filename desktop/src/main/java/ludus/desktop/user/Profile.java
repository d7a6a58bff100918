package ludus.desktop.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ludus.core.game.GameInfo;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;

/**
 * What a person has chosen, achieved and kept. What cannot be read or written never stops anybody:
 * it is a complaint, one sentence to be shown. Used by the window's thread alone.
 */
public final class Profile {
  private static final int MOST_REPLAYS = 100_000;

  private final Folders folders; // null where nothing is kept
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, BestList> bestLists = new HashMap<>();
  private final SettingsFile file;
  private Settings settings = Settings.USUAL;

  private Profile(Folders folders) {
    this.folders = folders;
    file =
        folders == null
            ? null
            : new SettingsFile(folders.config().resolve("settings.conf"), complaints);
    if (file != null) {
      settings = file.read();
    }
  }

  /** What lies in these folders; they are made when something is kept. */
  public static Profile in(Folders folders) {
    return new Profile(folders);
  }

  /** A profile that begins with the usual settings and leaves nothing behind. */
  public static Profile unkept() {
    return new Profile(null);
  }

  public Settings settings() {
    return settings;
  }

  /** Changes the settings and keeps them. */
  public void settings(Settings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      if (file != null) {
        file.write(changed);
      }
    }
  }

  /** Where the settings are kept, for people. */
  public String place() {
    return folders == null ? "memory only" : file.path().toString();
  }

  /** The best list of a game. */
  public BestList best(GameInfo game) {
    return bestLists.computeIfAbsent(
        game.name(),
        name -> {
          String stem = name.replace('/', '-');
          Path path = folders == null ? null : folders.data().resolve("best/" + stem + ".csv");
          return new BestList(path, game, complaints);
        });
  }

  /**
   * Keeps an episode as a new file.
   *
   * @return where it is
   * @throws IOException if it cannot be written
   */
  public Path keep(Replay replay) throws IOException {
    Path root = folders == null ? Files.createTempDirectory("ludus") : folders.data();
    Path folder = root.resolve("replays").resolve(replay.game().replace('/', '-'));
    Files.createDirectories(folder);
    for (int i = 1; i < MOST_REPLAYS; i++) {
      Path path = folder.resolve("%s-%d.replay".formatted(LocalDate.now(), i));
      if (!Files.exists(path)) {
        ReplayFile.write(replay, path);
        return path;
      }
    }
    throw new IOException("there are too many replays of today in " + folder);
  }

  /** The oldest complaint, which is then forgotten, or null. */
  public String complaint() {
    return complaints.isEmpty() ? null : complaints.remove(0);
  }
}
