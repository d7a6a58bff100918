package ludus.desktop;

import java.util.List;
import ludus.headless.cli.CommandPlugin;

/** The window's commands. */
public final class DesktopCommands implements CommandPlugin {
  @Override
  public List<Object> commands() {
    return List.of(new HomeCommand(), new WatchCommand(), new PlayCommand(), new VersusCommand());
  }
}
