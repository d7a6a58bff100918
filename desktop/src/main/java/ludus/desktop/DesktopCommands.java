package ludus.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Onlooker;
import ludus.headless.cli.CommandPlugin;

/** The window's commands. */
public final class DesktopCommands implements CommandPlugin {
  @Override
  public List<Object> commands() {
    return List.of(new HomeCommand(), new WatchCommand(), new PlayCommand(), new VersusCommand());
  }

  @Override
  public Process follow(GameProvider game, Path run) throws IOException {
    return Onlooker.start(game.info().name(), run);
  }
}
