package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import ludus.core.game.GameProvider;

/**
 * Commands that another module adds to the command line, found by {@link ServiceLoader}: the
 * window's, so that this module needs no window.
 */
public interface CommandPlugin {
  /** New instances of classes that are picocli commands; making them starts nothing. */
  List<Object> commands();

  /**
   * Opens a window that follows a run from now on: in a process of its own, so that a training pays
   * as little as can be for being watched, and goes on when the window closes.
   *
   * @param run the run's folder, in which its config lies already
   * @return the process, or null where this plugin has no window
   * @throws IOException if no process can be started
   */
  default Process follow(GameProvider game, Path run) throws IOException {
    return null;
  }

  /** The plugins that are there. */
  static List<CommandPlugin> all() {
    return ServiceLoader.load(CommandPlugin.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
