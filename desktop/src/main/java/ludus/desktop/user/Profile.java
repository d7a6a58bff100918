package ludus.desktop.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ludus.core.game.GameInfo;

/**
 * What a person has chosen and achieved. What cannot be read or written never stops anybody: it is
 * a complaint, one sentence to be shown. Used by the window's thread alone.
 */
public final class Profile {
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
    BestList known = bestLists.get(game.name());
    if (known != null) { // asked for in every picture
      return known;
    }
    return bestLists.computeIfAbsent(
        game.name(),
        name -> {
          String stem = name.replace('/', '-');
          Path path = folders == null ? null : folders.data().resolve("best/" + stem + ".csv");
          return new BestList(path, game, complaints);
        });
  }

  /** The oldest complaint, which is then forgotten, or null. */
  public String complaint() {
    return complaints.isEmpty() ? null : complaints.remove(0);
  }
}
