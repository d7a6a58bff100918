package ludus.desktop;

import java.util.concurrent.Callable;
import ludus.desktop.screen.Screens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ludus home}. */
@Command(
    name = "home",
    description = "All games in a window: watch, play, challenge, compare.",
    footer = {
      "",
      "Examples:",
      "  ludus home",
      "  ludus                      the same, on a desktop",
      "",
      "In the window, F1 lists every key."
    })
final class HomeCommand implements Callable<Integer> {
  @Mixin private WindowOptions options;

  @Override
  public Integer call() {
    Screens.home(options.window());
    return 0;
  }
}
