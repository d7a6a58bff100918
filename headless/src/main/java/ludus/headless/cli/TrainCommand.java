package ludus.headless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import ludus.core.game.GameProvider;
import ludus.headless.run.Demonstrations;
import ludus.headless.run.FinalReport;
import ludus.headless.run.Learners;
import ludus.headless.run.Overrides;
import ludus.headless.run.Presets;
import ludus.headless.run.RunDirectory;
import ludus.headless.run.TrainingConfig;
import ludus.headless.run.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus train GAME}. */
@Command(
    name = "train",
    description = "Train an agent; ends with an evaluated policy.",
    footer = {
      "",
      "Examples:",
      "  ludus train cartpole                    the default preset",
      "  ludus train cartpole --preset pixels    from what a person sees",
      "  ludus train gridworld --algo sarsa      with a table, in a second",
      "  ludus train cartpole --seed 3 --json    one JSON object at the end",
      "  ludus train cartpole --resume runs/cartpole-default-1",
      "  ludus train pong --window               watch it learn",
      "  ludus train pong --preset features --set dqn.n_steps=3",
      "  ludus train pong --preset features --demos a.replay b.replay",
      "",
      "A run may be interrupted at any moment, even killed, and resumed."
    })
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GameArgument game;
  @Mixin private JsonOption json;

  @Option(
      names = "--algo",
      paramLabel = "A",
      description =
          "the algorithm (default: the preset's; without --preset the first that suits it)")
  private String algorithm;

  @Option(names = "--preset", paramLabel = "P", description = "hyper-parameters (default: default)")
  private String preset;

  @Option(names = "--steps", paramLabel = "N", description = "env steps (default: the preset's)")
  private Long steps;

  @Option(names = "--seed", paramLabel = "S", description = "seed of everything (default: 1)")
  private Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the run's folder (default: runs/GAME-PRESET-SEED)")
  private Path out;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "a hyper-parameter, as in config.yaml; may be given again for others")
  private List<String> settings = List.of();

  @Option(
      names = "--demos",
      paramLabel = "FILE",
      arity = "1..*",
      description = "recorded episodes (.replay) to start the replay buffer from")
  private List<Path> demonstrations = List.of();

  @Option(names = "--resume", paramLabel = "DIR", description = "go on with the run in this folder")
  private Path resume;

  @Option(
      names = "--window",
      description = "open a window in which the newest policy plays while the curve grows")
  private boolean window;

  @Override
  public Integer call() {
    GameProvider provider = game.findForOnePlayer();
    if (steps != null && (steps < 1 || steps > 100_000_000_000L)) {
      throw usage("--steps must be from 1 to 100000000000, was " + steps);
    }
    return resume == null ? begin(provider) : goOn(provider);
  }

  private int begin(GameProvider provider) {
    Presets presets = Presets.of(provider.info());
    if (presets.names().isEmpty()) {
      throw new UserException(
          "%s has no presets yet, so there is nothing to train from"
              .formatted(provider.info().name()));
    }
    String name = preset == null ? presetFor(presets) : preset;
    if (!presets.names().contains(name)) {
      String question = Nearest.question(name, presets.names());
      throw usage(
          "%s has no preset '%s'".formatted(provider.info().name(), name)
              + (question.isEmpty()
                  ? "; there is " + String.join(", ", presets.names())
                  : question));
    }
    if (algorithm != null && !presets.algorithms(name).contains(algorithm)) {
      throw unknownAlgorithm("preset '" + name + "'", presets.algorithms(name));
    }
    TrainingConfig config = presets.resolve(name, algorithm, seed == null ? 1 : seed);
    if (steps != null) {
      config = config.withSteps(steps);
    }
    try {
      config = Overrides.apply(config, settings);
      Learners.network(config, provider.info()); // before a folder is made for it
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
    Demonstrations shown = Demonstrations.read(demonstrations, provider);
    boolean own = presets.algorithms(name).get(0).equals(config.algorithm());
    Path folder = out == null ? unused(config, own ? name : config.algorithm()) : out;
    try (RunDirectory directory = RunDirectory.create(folder, config, shown)) {
      return train(provider, config, directory, false);
    }
  }

  /** The first preset that suits the algorithm asked for. */
  private String presetFor(Presets presets) {
    Set<String> known = new LinkedHashSet<>();
    for (String name : presets.names()) {
      if (algorithm == null || presets.algorithms(name).contains(algorithm)) {
        return name;
      }
      known.addAll(presets.algorithms(name));
    }
    throw unknownAlgorithm("the presets", known);
  }

  private ParameterException unknownAlgorithm(String who, Collection<String> known) {
    String question = Nearest.question(algorithm, known);
    return usage(
        "%s of this game cannot be used with algorithm '%s'".formatted(who, algorithm)
            + (question.isEmpty() ? "; there is " + String.join(", ", known) : question));
  }

  private int goOn(GameProvider provider) {
    if (preset != null
        || algorithm != null
        || seed != null
        || out != null
        || !settings.isEmpty()
        || !demonstrations.isEmpty()) {
      throw usage(
          "--resume goes on with the run's own settings; only --steps may be given beside it");
    }
    try (RunDirectory directory = RunDirectory.resume(resume)) {
      TrainingConfig config = directory.files().readConfig();
      if (!config.game().equals(provider.info().name())) {
        throw usage(
            "the run in %s is of %s, not of %s"
                .formatted(resume, config.game(), provider.info().name()));
      }
      if (config.gameVersion() != provider.info().version()) {
        throw new UserException(
            "the run in %s is of version %d of %s, this is version %d: train anew"
                .formatted(resume, config.gameVersion(), config.game(), provider.info().version()));
      }
      return train(provider, steps == null ? config : config.withSteps(steps), directory, true);
    }
  }

  /** The first free folder of the usual name. */
  private static Path unused(TrainingConfig config, String how) {
    String name = "%s-%s-%d".formatted(config.game().replace('/', '-'), how, config.seed());
    Path folder = Path.of("runs", name);
    for (int i = 2; Files.exists(folder); i++) {
      folder = Path.of("runs", name + "-" + i);
    }
    return folder;
  }

  private int train(
      GameProvider provider, TrainingConfig config, RunDirectory directory, boolean resumed) {
    AtomicBoolean interrupt = new AtomicBoolean();
    Thread main = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              interrupt.set(true);
              try {
                main.join(10_000); // until the last checkpoint is written
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    ProgressLine line = new ProgressLine(System.err);
    line.say(
        "%s, preset %s, %s, seed %d, %,d steps at most, in %s"
            .formatted(
                provider.info().title(),
                config.preset(),
                config.algorithm(),
                config.seed(),
                config.steps(),
                directory.folder()));
    if (window) {
      open(provider, directory, line);
    }
    TrainingRun.Result result =
        new TrainingRun(provider, config, directory, line, interrupt::get).run(resumed);
    line.end();
    if (!result.finished()) {
      line.say(
          "Interrupted; go on with: ludus train %s --resume %s"
              .formatted(config.game(), directory.folder()));
      return 1;
    }
    Map<String, Object> summary =
        new FinalReport(provider, config, directory).write(result, line::notice);
    if (json.wanted()) {
      json.print(summary);
    } else {
      print(summary, config, directory);
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    return 0;
  }

  /** A window that cannot be opened is no reason not to train. */
  private static void open(GameProvider provider, RunDirectory directory, ProgressLine line) {
    try {
      for (CommandPlugin plugin : CommandPlugin.all()) {
        if (plugin.follow(provider, directory.folder()) != null) {
          return;
        }
      }
      line.say("There is no window in this installation; training goes on without.");
    } catch (IOException e) {
      line.say("No window can be opened (%s); training goes on.".formatted(e.getMessage()));
    }
  }

  private static void print(
      Map<String, Object> summary, TrainingConfig config, RunDirectory directory) {
    Map<?, ?> scores = (Map<?, ?>) summary.get("evaluation");
    System.out.printf(
        "%nDone: %,d steps in %.1f s. The best policy was found at step %,d.%n",
        (Long) summary.get("steps"),
        (Double) summary.get("train_seconds"),
        (Long) summary.get("best_steps"));
    System.out.printf(
        "Over %d fresh episodes it returns %.1f ± %.1f (chance %.1f, expert %.1f; normalised %.0f).%n",
        (Integer) scores.get("episodes"),
        (Double) scores.get("mean"),
        (Double) scores.get("ci95"),
        (Double) scores.get("random"),
        (Double) scores.get("expert"),
        (Double) scores.get("normalised"));
    Map<String, Path> made = new LinkedHashMap<>();
    made.put("policy", directory.files().policy());
    made.put("curve", directory.files().curve());
    made.put("episode", directory.files().episode());
    made.forEach((what, path) -> System.out.printf("  %-8s %s%n", what, path));
    System.out.printf(
        "Watch it: ./ludus watch %s --policy %s%n", config.game(), directory.files().policy());
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
