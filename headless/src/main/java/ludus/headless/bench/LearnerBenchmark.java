package ludus.headless.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ludus.agents.network.Backend;
import ludus.agents.network.Engine;
import ludus.core.env.Observations;
import ludus.core.game.GameProvider;
import ludus.headless.bench.LearnerTask.Kind;

/**
 * How long networks take to learn from a batch and to choose actions, engine beside engine.
 *
 * <p>Method: for each task every contender warms up, then all take turns in short rounds until each
 * has as many times as wanted, so that whatever else the machine does meets all of them alike; the
 * first time of a round does not count. The median counts; the fastest and the slowest are told.
 */
public final class LearnerBenchmark {
  private static final int WARM_UP_TIMES = 2;
  private static final int TIMES_A_ROUND = 5;
  private static final double SETTLE_MS = 20;

  private final GameProvider game;
  private final List<LearnerTask> tasks;
  private final List<Contender> contenders;
  private final int repeats;
  private final double warmUp;

  private LearnerBenchmark(
      GameProvider game,
      List<LearnerTask> tasks,
      List<Contender> contenders,
      int repeats,
      double warmUp) {
    this.game = game;
    this.tasks = tasks;
    this.contenders = contenders;
    this.repeats = repeats;
    this.warmUp = warmUp;
  }

  /**
   * What to measure.
   *
   * @param game whose frames they are shown, or null for noise
   * @param networks names out of {@link #networks}
   * @param training batches of updates
   * @param inference batches of inference
   * @param engines our engines
   * @param repeats how many times are taken of each
   * @param warmUp seconds that each engine runs before its times count
   * @param peers the folder that the launcher lies in, to run libtorch from; null to run alone
   */
  public record Plan(
      GameProvider game,
      List<String> networks,
      int[] training,
      int[] inference,
      List<Engine> engines,
      int repeats,
      double warmUp,
      Path peers) {}

  /**
   * One line of the result.
   *
   * @param network nature or small
   * @param task train or infer
   * @param batch observations at once
   * @param contender whose time it is
   * @param settings what computed it, and how set up
   * @param medianMs median time of one batch, in ms
   * @param minMs the fastest
   * @param maxMs the slowest
   * @param perSecond batches a second, by the median
   * @param gflopPerSecond 10⁹ floating-point operations a second, by the median and counting only
   *     what the mathematics asks for
   * @param heapBytes bytes allocated on Java's heap for a batch; null where it is not known
   * @param timesPeer how many times as many batches a second as the peer; null without one, and for
   *     the peer
   */
  public record Line(
      String network,
      String task,
      int batch,
      String contender,
      String settings,
      double medianMs,
      double minMs,
      double maxMs,
      double perSecond,
      double gflopPerSecond,
      Double heapBytes,
      Double timesPeer) {}

  /** The names of the networks that can be measured. */
  public static List<String> networks() {
    return List.copyOf(LearnerTask.NETWORKS.keySet());
  }

  /** The hidden layers of the network of this name, as presets write them. */
  public static List<String> layers(String network) {
    return LearnerTask.NETWORKS.get(network).stream().map(Object::toString).toList();
  }

  /**
   * Measures all.
   *
   * @param progress is told what is measured next
   */
  public static Map<String, Object> run(Plan plan, Consumer<String> progress) {
    List<LearnerTask> tasks = new ArrayList<>();
    for (String network : plan.networks()) {
      for (int batch : plan.training()) {
        tasks.add(new LearnerTask(network, Kind.TRAIN, batch));
      }
      for (int batch : plan.inference()) {
        tasks.add(new LearnerTask(network, Kind.INFER, batch));
      }
    }
    List<Contender> contenders = new ArrayList<>();
    try {
      plan.engines().forEach(engine -> contenders.add(new EngineContender(engine)));
      if (plan.peers() != null) {
        contenders.add(new PeerContender(plan.peers(), Backend.load().threads()));
      }
      return new LearnerBenchmark(plan.game(), tasks, contenders, plan.repeats(), plan.warmUp())
          .run(progress);
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private Map<String, Object> run(Consumer<String> progress) {
    List<Line> lines = new ArrayList<>();
    for (LearnerTask task : tasks) {
      progress.accept(
          "%s network, %s, batch %d".formatted(task.network(), kind(task), task.batch()));
      lines.addAll(measure(task));
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("frames", game == null ? BenchFrames.NOISE : game.info().name());
    report.put("repeats", repeats);
    report.put("warm_up_seconds", warmUp);
    report.put("actions", LearnerTask.ACTIONS);
    report.put("contenders", contenders.stream().map(Contender::name).toList());
    report.put("results", lines);
    return report;
  }

  private static String kind(LearnerTask task) {
    return task.kind() == Kind.TRAIN ? "train" : "infer";
  }

  private List<Line> measure(LearnerTask task) {
    double[][] millis = new double[contenders.size()][repeats];
    long[] bytes = new long[contenders.size()];
    Observations frames = new Observations(task.spec().input(), task.batch());
    BenchFrames.fill(game, frames);
    for (Contender contender : contenders) {
      contender.begin(task, frames);
      work(contender, WARM_UP_TIMES, warmUp * 1e3);
    }
    for (int from = 0; from < repeats; from += TIMES_A_ROUND) {
      double[] round = new double[Math.min(TIMES_A_ROUND, repeats - from)];
      for (int c = 0; c < contenders.size(); c++) {
        work(contenders.get(c), 1, SETTLE_MS); // while the other's threads go to sleep
        bytes[c] += contenders.get(c).measure(round);
        System.arraycopy(round, 0, millis[c], from, round.length);
      }
    }
    Spread[] spreads = Arrays.stream(millis).map(Spread::of).toArray(Spread[]::new);
    int last = contenders.size() - 1;
    Spread peer = contenders.get(last) instanceof PeerContender ? spreads[last] : null;
    List<Line> lines = new ArrayList<>();
    for (int c = 0; c <= last; c++) {
      Spread beside = c < last ? peer : null;
      lines.add(line(task, contenders.get(c), spreads[c], bytes[c], beside));
    }
    return lines;
  }

  private Line line(LearnerTask task, Contender contender, Spread ms, long bytes, Spread peer) {
    return new Line(
        task.network(),
        kind(task),
        task.batch(),
        contender.name(),
        contender.description(),
        ms.median(),
        ms.least(),
        ms.most(),
        1e3 / ms.median(),
        task.operations() / ms.median() / 1e6,
        bytes < 0 ? null : (double) bytes / repeats,
        peer == null ? null : peer.median() / ms.median());
  }

  /** Work that does not count: so often at least, and so long. */
  private static void work(Contender contender, int times, double millis) {
    double[] once = new double[1];
    double spent = 0;
    for (int i = 0; i < times || spent < millis; i++) {
      contender.measure(once);
      spent += once[0];
    }
  }
}
