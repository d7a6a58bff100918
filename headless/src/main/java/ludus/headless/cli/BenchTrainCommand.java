package ludus.headless.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import ludus.core.env.ObservationSpec;
import ludus.core.game.GameProvider;
import ludus.headless.bench.LearnerBenchmark;
import ludus.headless.bench.TrainBenchmark;
import ludus.headless.run.Machine;
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

/** {@code ludus bench train GAME}. */
@Command(
    name = "train",
    description = "Env steps a second of a whole training, and where its time goes.",
    footer = {
      "",
      "Examples:",
      "  ludus bench train pong --algo pqn --network small",
      "  ludus bench train pong --algo dqn --network nature --json",
      "  ludus bench train pong --algo pqn --network nature --set envs=8 --set pqn.rollout=128 \\",
      "      --set pqn.epochs=4 --set pqn.batch_size=256        as PPO is often run",
      "  ludus bench train pong --preset dqn --seconds 3600     memory over an hour",
      "",
      "The real loop without evaluations: act, step, remember, update, write checkpoints. "
          + "Without --preset a standard loop runs, the same for every game: for dqn 4 games, "
          + "one update of 32 for four steps, a hard target and nothing else; for pqn 32 games, "
          + "rollouts of 32, one epoch, updates of 64; ε 0.05. Other algorithms have none: they run a preset.",
      "Speeds count from the end of the warm-up."
    })
final class BenchTrainCommand implements Callable<Integer> {
  /** What the standard loops change in the game's first preset for the algorithm. */
  private static final Map<String, List<String>> LOOPS =
      Map.of(
          "dqn",
          List.of(
              "envs=4",
              "dqn.train_every=4",
              "dqn.updates=1",
              "dqn.batch_size=32",
              "dqn.buffer_size=50000",
              "dqn.warm_up=1000",
              "dqn.double_q=false",
              "dqn.target_every=250",
              "dqn.target_rate=0",
              "dqn.n_steps=1",
              "dqn.quantiles=1",
              "dqn.prioritised=null",
              "dqn.averaging=0",
              "dqn.epsilon=constant 0.05"),
          "pqn",
          List.of(
              "envs=32",
              "pqn.rollout=32",
              "pqn.epochs=1",
              "pqn.batch_size=64",
              "pqn.epsilon=constant 0.05"));

  private static final long NEVER = 1_000_000_000_000_000L;

  @Spec private CommandSpec spec;
  @Mixin private GameArgument game;
  @Mixin private JsonOption json;

  @Option(
      names = "--algo",
      paramLabel = "A",
      description = "the algorithm's standard loop: dqn, pqn (default: the preset's)")
  private String algorithm;

  @Option(
      names = "--preset",
      paramLabel = "P",
      description = "a preset as it is, in place of a standard loop")
  private String preset;

  @Option(
      names = "--network",
      paramLabel = "N",
      description = "nature or small (default: the preset's)")
  private String network;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "another value for a key of the preset, such as envs=8 or dqn.batch_size=64")
  private List<String> changes = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "20",
      description = "how long to measure (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "" + NEVER,
      description = "env steps to measure, if they are sooner taken (default: any number)")
  private long steps;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "5",
      description = "seconds of training before anything counts (default: ${DEFAULT-VALUE})")
  private double warmUp;

  @Override
  public Integer call() {
    GameProvider provider = game.findForOnePlayer();
    TrainingConfig config = config(provider);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("game", config.game());
    report.put("algorithm", config.algorithm());
    report.put("preset", config.preset());
    report.put("network", config.network());
    report.put("envs", config.envs());
    report.putAll(measure(provider, config));
    report.put("config", config);
    report.put("machine", Machine.describe());
    if (json.wanted()) {
      json.print(report);
    } else {
      print(provider, report);
    }
    return 0;
  }

  private TrainingConfig config(GameProvider provider) {
    if (!(seconds > 0 && seconds <= 1e6)) {
      throw usage("--seconds must be above 0, to 1000000, was " + seconds);
    }
    if (steps < 1) {
      throw usage("--steps must be at least 1, was " + steps);
    }
    if (!(warmUp >= 0 && warmUp <= 3600)) {
      throw usage("--warm-up must be from 0 to 3600 seconds, was " + warmUp);
    }
    Presets presets = Presets.of(provider.info());
    String name = preset == null ? first(presets, provider) : preset;
    if (!presets.names().contains(name)) {
      String question = Nearest.question(name, presets.names());
      throw usage(
          "%s has no preset '%s'".formatted(provider.info().name(), name)
              + (question.isEmpty()
                  ? "; there is " + String.join(", ", presets.names())
                  : question));
    }
    String of = presets.resolve(name, 1).algorithm();
    if (algorithm != null && !algorithm.equals(of)) {
      throw usage("preset '%s' is of %s, not of %s".formatted(name, of, algorithm));
    }
    List<String> all = new ArrayList<>();
    if (preset == null) {
      all.addAll(LOOPS.getOrDefault(of, List.of()));
    }
    if (network != null) {
      all.add("network=" + LearnerBenchmark.layers(requireNetwork(network)));
    }
    all.add("evaluation.every=" + NEVER);
    all.addAll(changes);
    try {
      return Overrides.apply(presets.resolve(name, 1).withSteps(NEVER), all);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  /** The first preset from pixels for the algorithm, or the default one. */
  private String first(Presets presets, GameProvider provider) {
    if (algorithm == null) {
      return Presets.DEFAULT;
    }
    List<String> known = List.copyOf(LOOPS.keySet());
    if (!known.contains(algorithm)) {
      String question = Nearest.question(algorithm, known);
      throw usage(
          "there is no standard loop of '%s'".formatted(algorithm)
              + (question.isEmpty() ? "; there is " + String.join(", ", known) : question));
    }
    return presets.names().stream()
        .filter(name -> presets.resolve(name, 1).algorithm().equals(algorithm))
        .filter(
            name ->
                presets.resolve(name, 1).env().spec(provider.info())
                    instanceof ObservationSpec.Pixels)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "%s has no preset of %s from pixels: choose another --algo, or a --preset of %s"
                        .formatted(
                            provider.info().name(),
                            algorithm,
                            String.join(", ", presets.names()))));
  }

  private String requireNetwork(String name) {
    if (!LearnerBenchmark.networks().contains(name)) {
      throw usage(
          "there is no network called %s, choose one of %s"
              .formatted(name, String.join(", ", LearnerBenchmark.networks())));
    }
    return name;
  }

  /** Runs in a folder that is gone afterwards. */
  private Map<String, Object> measure(GameProvider provider, TrainingConfig config) {
    System.err.printf(
        "%s, %s, training for %s s after a warm-up ...%n",
        provider.info().title(), config.algorithm(), seconds);
    TrainBenchmark benchmark = new TrainBenchmark(warmUp, seconds, steps);
    try {
      Path folder = Files.createTempDirectory("ludus-bench-");
      try (RunDirectory directory = RunDirectory.create(folder, config)) {
        new TrainingRun(provider, config, directory, benchmark, benchmark::enough).run(false);
        return benchmark.report();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UserException("cannot make a temporary folder: " + e.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.deleteIfExists(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void print(GameProvider provider, Map<String, Object> report) {
    System.out.printf(
        Locale.ROOT,
        "%s, %s, %s, %d games%n",
        provider.info().title(),
        report.get("algorithm"),
        report.get("network"),
        (Integer) report.get("envs"));
    System.out.printf(
        Locale.ROOT,
        "%,.0f env steps/s (windows %,.0f … %,.0f), %.1f updates/s, over %.1f s%n",
        (Double) report.get("env_steps_per_second"),
        (Double) report.get("slowest_window"),
        (Double) report.get("fastest_window"),
        (Double) report.get("updates_per_second"),
        (Double) report.get("seconds"));
    for (Map.Entry<?, ?> share : ((Map<?, ?>) report.get("shares")).entrySet()) {
      System.out.printf(
          Locale.ROOT, "  %-9s %5.1f %%%n", share.getKey(), 100 * (Double) share.getValue());
    }
    System.out.printf(
        Locale.ROOT,
        "%,.0f heap bytes an update, %.1f %% of the time for their collection%n",
        (Double) report.get("heap_bytes_per_update"),
        100 * (Double) report.get("garbage_collection_share"));
    if (report.get("peak_memory_mb") != null) {
      System.out.printf(
          Locale.ROOT, "process memory at most %,.0f MB%n", (Double) report.get("peak_memory_mb"));
    }
    if (report.get("memory_growth_mb_per_hour") != null) {
      System.out.printf(
          Locale.ROOT,
          "in its second half it grew by %.1f MB an hour%n",
          (Double) report.get("memory_growth_mb_per_hour"));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
