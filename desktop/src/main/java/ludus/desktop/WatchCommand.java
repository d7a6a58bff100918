package ludus.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import ludus.core.game.GameProvider;
import ludus.core.mdp.SmallWorld;
import ludus.desktop.screen.Screens;
import ludus.headless.cli.GameArgument;
import ludus.headless.run.RunView;
import ludus.headless.table.TableStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus watch GAME}. */
@Command(
    name = "watch",
    description = "Watch an agent play in a window, and see what it sees and what it thinks.",
    footer = {
      "",
      "Examples:",
      "  ludus watch cartpole",
      "  ludus watch cartpole --policy runs/cartpole/policy.ludus --speed 1/2",
      "  ludus watch cartpole --policy random --seed 7",
      "  ludus watch pong --policy expert --policy runs/pong/policy.ludus",
      "                                       side by side on the same seed",
      "  ludus watch pong --run runs/pong-default-1",
      "                                       a training, while it goes on",
      "  ludus watch cliff --table sarsa      a table in the making",
      "",
      "In the window, F1 lists every key."
    })
final class WatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GameArgument game;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "a policy file, 'expert' or 'random' (default: the policy that ships with the game, else"
              + " the expert); given twice, both play side by side")
  private List<String> policies = new ArrayList<>();

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "follow the training in this folder: its newest policy plays beside its curve")
  private Path run;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "seed of the first episode; the next has the next (default 1)")
  private long seed;

  @Option(
      names = "--table",
      paramLabel = "A",
      arity = "0..1",
      fallbackValue = "q-learning",
      description = "look at a small world's table while this algorithm makes it (q-learning)")
  private String table;

  @Mixin private WindowOptions options;

  @Override
  public Integer call() {
    GameProvider provider = game.find();
    if (policies.size() > 2) {
      throw usage("--policy may be given twice at most, was given " + policies.size() + " times");
    }
    if (table != null) {
      table(provider);
    } else if (run != null) {
      follow(provider);
    } else if (policies.size() == 2) {
      Screens.compare(provider, policies, seed, options.speed, options.window());
    } else {
      String policy = policies.isEmpty() ? null : policies.get(0);
      Screens.watch(provider, policy, seed, options.speed, options.window());
    }
    return 0;
  }

  private void table(GameProvider provider) {
    if (!(provider instanceof SmallWorld world)) {
      throw usage(
          "%s has no table: choose a small world such as cliff".formatted(provider.info().name()));
    }
    List<String> known = TableStudy.algorithms(world);
    if (!known.contains(table)) {
      throw usage("--table must be one of %s, was '%s'".formatted(String.join(", ", known), table));
    }
    Screens.table(world, table, seed, options.speed, options.window());
  }

  private void follow(GameProvider provider) {
    if (!policies.isEmpty()) {
      throw usage("--run lets the run's newest policy play: leave --policy away");
    }
    String played = RunView.of(run).config().game();
    if (!played.equals(provider.info().name())) {
      throw usage(
          "the run in %s is of %s, not of %s".formatted(run, played, provider.info().name()));
    }
    Screens.follow(provider, run, seed, options.speed, options.window());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
