package ludus.headless.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import ludus.agents.network.Backend;
import ludus.agents.network.Engine;
import ludus.core.game.GameProvider;
import ludus.headless.bench.BenchFrames;
import ludus.headless.bench.LearnerBenchmark;
import ludus.headless.bench.LearnerBenchmark.Line;
import ludus.headless.run.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ludus bench learner}. */
@Command(
    name = "learner",
    description = "Time of an update and of choosing actions, from stacked 84 × 84 frames.",
    footer = {
      "",
      "Examples:",
      "  ludus bench learner",
      "  ludus bench learner --network small --batch 32 --engine auto,dl4j",
      "  ludus bench learner --peers --json",
      "  ludus bench learner --frames noise",
      "",
      "Frames are those of a game, since the engine blas leaves out what is black or "
          + "stands still in them; noise has neither. An update: outputs, gradient of the mean Huber loss, backward, "
          + "clipping, Adam. Engines take turns; the median counts. 'nature': 32@8×8/4, "
          + "64@4×4/2, 64@3×3, 512; 'small': 16@8×8/4, 32@4×4/2, 256. The peer does the same "
          + "with autograd, its own Adam and clip_grad_norm_, in the faster of channels first "
          + "and last, with OPENBLAS_NUM_THREADS=1; its bytes lie in native memory already."
    })
final class BenchLearnerCommand implements Callable<Integer> {
  private static final int[] INFERENCE = {1, 32};

  @Spec private CommandSpec spec;
  @Mixin private JsonOption json;

  @Option(
      names = "--network",
      paramLabel = "N",
      split = ",",
      description = "nature, small (default: both)")
  private List<String> networks;

  @Option(
      names = "--frames",
      paramLabel = "GAME",
      defaultValue = "pong",
      description =
          "the game whose frames are shown, played by chance, or noise (default: ${DEFAULT-VALUE})")
  private String frames;

  @Option(
      names = "--batch",
      paramLabel = "B",
      split = ",",
      defaultValue = "32,64,256",
      description = "batches of an update (default: ${DEFAULT-VALUE})")
  private List<Integer> batches;

  @Option(
      names = "--engine",
      paramLabel = "E",
      split = ",",
      defaultValue = "auto",
      description = "our engines (default: ${DEFAULT-VALUE})")
  private List<String> engines;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "40",
      description = "times taken of each, after a warm-up (default: ${DEFAULT-VALUE})")
  private int repeats;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "5",
      description = "seconds before times are taken (default: ${DEFAULT-VALUE})")
  private double warmUp;

  @Option(
      names = "--peers",
      description = "also libtorch, in a process of its own; the first time this fetches 130 MB")
  private boolean peers;

  @Override
  public Integer call() {
    LearnerBenchmark.Plan plan = plan();
    Backend.load();
    Map<String, Object> report = LearnerBenchmark.run(plan, System.err::println);
    report.put("backend", Backend.load());
    report.put("machine", Machine.describe());
    if (json.wanted()) {
      json.print(report);
    } else {
      print(report);
    }
    return 0;
  }

  private LearnerBenchmark.Plan plan() {
    for (int batch : batches) {
      if (batch < 1 || batch > 4096) {
        throw usage("--batch must be from 1 to 4096, was " + batch);
      }
    }
    if (repeats < 1 || repeats > 100_000) {
      throw usage("--repeats must be from 1 to 100000, was " + repeats);
    }
    if (!(warmUp >= 0 && warmUp <= 600)) {
      throw usage("--warm-up must be from 0 to 600 seconds, was " + warmUp);
    }
    List<String> known = LearnerBenchmark.networks();
    List<String> chosen = networks == null ? known : networks;
    for (String network : chosen) {
      if (!known.contains(network)) {
        throw usage(
            "there is no network called %s, choose one of %s"
                .formatted(network, String.join(", ", known)));
      }
    }
    List<Engine> contenders = new ArrayList<>();
    for (String engine : new LinkedHashSet<>(engines)) {
      try {
        contenders.add(Engine.of(engine));
      } catch (IllegalArgumentException e) {
        throw usage(e.getMessage());
      }
      if (contenders.contains(Engine.JAVA)) {
        throw usage("the engine java computes dense layers only, and these are convolutions");
      }
    }
    return new LearnerBenchmark.Plan(
        game(),
        List.copyOf(new LinkedHashSet<>(chosen)),
        batches.stream().mapToInt(Integer::intValue).distinct().toArray(),
        INFERENCE,
        contenders,
        repeats,
        warmUp,
        peers ? home() : null);
  }

  /** Whose frames are shown; null for noise. */
  private GameProvider game() {
    if (frames.equals(BenchFrames.NOISE)) {
      return null;
    }
    GameProvider game = GameArgument.find(frames, spec, BenchFrames.NOISE);
    if (game.info().players() != 1) {
      throw usage("--frames wants a game for one player, and %s is for two".formatted(frames));
    }
    return game;
  }

  private Path home() {
    String home = System.getProperty("ludus.home");
    if (home == null) {
      throw new UserException("--peers needs the launcher: begin it by ./ludus bench learner");
    }
    return Path.of(home);
  }

  private static void print(Map<String, Object> report) {
    System.out.printf(
        "%-8s %-6s %6s  %-16s %10s %20s %11s %9s %12s %s%n",
        "network",
        "task",
        "batch",
        "engine",
        "median ms",
        "range ms",
        "a second",
        "GFLOP/s",
        "heap bytes",
        "times peer");
    for (Object entry : (Iterable<?>) report.get("results")) {
      Line line = (Line) entry;
      System.out.printf(
          Locale.ROOT,
          "%-8s %-6s %6d  %-16s %10.2f %9.2f … %8.2f %11.1f %9.1f %12s %s%n",
          line.network(),
          line.task(),
          line.batch(),
          line.contender(),
          line.medianMs(),
          line.minMs(),
          line.maxMs(),
          line.perSecond(),
          line.gflopPerSecond(),
          line.heapBytes() == null ? "" : "%,.0f".formatted(line.heapBytes()),
          line.timesPeer() == null ? "" : "%.2f".formatted(line.timesPeer()));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
