package ludus.desktop.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.mdp.SmallWorld;
import ludus.headless.play.Contestant;
import ludus.headless.play.Pilots;
import ludus.headless.run.RunView;

/** Opens the screens that the command line asks for; each call returns when its window closes. */
public final class Screens {
  private Screens() {}

  /**
   * Shows all games.
   *
   * @throws ludus.headless.cli.UserException if there is no display
   */
  public static void home(Window window) {
    window.show(new GalleryScreen(GameCatalog.load()));
  }

  /** The screen that shows a pilot at play, named as {@link Pilots#open} takes it. */
  static Screen watching(GameProvider provider, String policy, long seed, Speed speed) {
    return new WatchScreen(provider, game -> Pilots.open(policy, provider, game), seed, speed);
  }

  /**
   * Shows a pilot at play.
   *
   * @param policy a policy file, "expert", "random" or null, as {@link Pilots#open} takes it
   * @throws ludus.headless.cli.UserException if there is no display or no such policy
   */
  public static void watch(
      GameProvider provider, String policy, long seed, Speed speed, Window window) {
    window.show(watching(provider, policy, seed, speed));
  }

  /**
   * Shows two pilots at play on the same seed, side by side.
   *
   * @throws ludus.headless.cli.UserException if there is no display or no such policy
   */
  public static void compare(
      GameProvider provider, List<String> policies, long seed, Speed speed, Window window) {
    List<Watching> sides = new ArrayList<>();
    for (String policy : policies) {
      sides.add(new Watching(provider, game -> Pilots.open(policy, provider, game), seed));
    }
    window.show(new WatchScreen(sides, null, speed, Path.of("")));
  }

  /**
   * Shows a training, in whatever process: its newest policy plays, its curve grows beside it.
   *
   * @throws ludus.headless.cli.UserException if there is no display
   * @throws ludus.headless.run.RunException if there is no run in the folder
   */
  public static void follow(
      GameProvider provider, Path run, long seed, Speed speed, Window window) {
    RunFollower follower = new RunFollower(RunView.of(run));
    Watching side = new Watching(provider, null, seed);
    window.show(new WatchScreen(List.of(side), follower, speed, Path.of("")));
  }

  /**
   * Shows a table of a small world in the making.
   *
   * @param algorithm that learns or plans it
   * @throws ludus.headless.cli.UserException if there is no display
   * @throws ludus.headless.run.RunException if no preset of the world suits the algorithm
   */
  public static void table(
      SmallWorld world, String algorithm, long seed, Speed speed, Window window) {
    window.show(new TableScreen(world, algorithm, seed, speed));
  }

  /**
   * Lets a person play.
   *
   * @param opponent who plays the second player: a policy file, "expert" or "random", or null for a
   *     person
   * @throws ludus.headless.cli.UserException if there is no display
   */
  public static void play(
      GameProvider provider, String opponent, long seed, Speed speed, Window window) {
    Speed pace = speed.isMax() ? new Speed(16) : speed;
    window.show(new PlayScreen(provider, opponent, seed, pace, Path.of("")));
  }

  /**
   * Lets two sides compete.
   *
   * @param right who stands on the right
   * @param left who stands on the left
   * @throws ludus.headless.cli.UserException if there is no display
   */
  public static void versus(
      GameProvider provider,
      Contestant right,
      Contestant left,
      long seed,
      Speed speed,
      Window window) {
    Speed pace = speed.isMax() ? new Speed(16) : speed;
    window.show(new VersusScreen(provider, right, left, seed, pace));
  }
}
