package ludus.headless.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import ludus.core.env.EnvOptions;
import ludus.core.env.VectorEnv;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * How many env steps a second a game makes here, with random actions and every observation written
 * to its batch: features and stacked pixels, on one thread and on all cores.
 *
 * <p>Method: vector envs of {@value #ENVS} games, one for each thread, all stepping at the same
 * time; after a warm-up, rounds of a fixed time; the median round is reported, with the slowest and
 * the fastest. Episodes end and begin as they come, so resets are included.
 */
public final class EnvBenchmark {
  private static final int ENVS = 32;
  private static final int STEPS_BETWEEN_LOOKS = 32;

  private final GameProvider provider;
  private final double seconds;
  private final int rounds;

  /**
   * @param seconds length of one round
   * @param rounds how many are measured, after one to warm up
   */
  public EnvBenchmark(GameProvider provider, double seconds, int rounds) {
    this.provider = provider;
    this.seconds = seconds;
    this.rounds = rounds;
  }

  /**
   * One line of the result.
   *
   * @param observation features or pixels
   * @param frameSkip ticks a step
   * @param threads how many stepped at the same time
   * @param stepsPerSecond of all threads together, median of the rounds
   * @param slowest the slowest round
   * @param fastest the fastest round
   * @param bytesPerStep bytes allocated a step, of all threads together
   */
  public record Line(
      String observation,
      int frameSkip,
      int threads,
      double stepsPerSecond,
      double slowest,
      double fastest,
      double bytesPerStep) {}

  /** Measures features and pixels, on one thread and on all cores. */
  public Map<String, Object> run() {
    List<Line> lines = new ArrayList<>();
    int cores = Runtime.getRuntime().availableProcessors();
    int[] threads = cores > 1 ? new int[] {1, cores} : new int[] {1};
    for (EnvOptions options : List.of(EnvOptions.FEATURES, EnvOptions.PIXELS)) {
      for (int t : threads) {
        lines.add(measure(options, t));
      }
    }
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("game", provider.info().name());
    report.put("envs_a_thread", ENVS);
    report.put("round_seconds", seconds);
    report.put("rounds", rounds);
    report.put("results", lines);
    return report;
  }

  private Line measure(EnvOptions options, int threads) {
    Stepper[] steppers = new Stepper[threads];
    // Each thread makes its own games: objects made side by side share cache lines, and two threads
    // that write to one line wait for each other.
    onThreads(threads, i -> steppers[i] = new Stepper(options, i));
    double[] speeds = new double[rounds];
    double bytes = 0;
    try {
      round(steppers); // the compiler's turn
      for (int r = 0; r < rounds; r++) {
        speeds[r] = round(steppers);
        bytes = Arrays.stream(steppers).mapToDouble(s -> s.bytesPerStep).average().orElse(0);
      }
    } finally {
      for (Stepper stepper : steppers) {
        stepper.envs.close();
      }
    }
    Spread spread = Spread.of(speeds);
    return new Line(
        options.observation().name().toLowerCase(Locale.ROOT),
        options.frameSkip(),
        threads,
        spread.median(),
        spread.least(),
        spread.most(),
        bytes);
  }

  /** One round of all threads at once; the sum of their speeds. */
  private double round(Stepper[] steppers) {
    onThreads(steppers.length, i -> steppers[i].step(seconds));
    return Arrays.stream(steppers).mapToDouble(s -> s.stepsPerSecond).sum();
  }

  /** Runs the work once on each of this many threads, beginning together, and waits for all. */
  private static void onThreads(int count, IntConsumer work) {
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      int number = i;
      threads[i] =
          new Thread(
              () -> {
                try {
                  start.await();
                  work.accept(number);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      threads[i].start();
    }
    start.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One thread's games. */
  private final class Stepper {
    private final VectorEnv envs;
    private final Rng rng;
    private final int[] actions = new int[ENVS];
    private final int choices;
    private double stepsPerSecond;
    private double bytesPerStep;

    Stepper(EnvOptions options, int number) {
      envs = new VectorEnv(provider, options, ENVS, number, 1);
      envs.reset();
      rng = new Rng(number);
      choices = provider.info().actions().size();
    }

    void step(double seconds) {
      long bytes = HeapMeter.ownBytes();
      long start = System.nanoTime();
      long end = start + (long) (seconds * 1e9);
      long steps = 0;
      long now = start;
      while (now < end) {
        for (int n = 0; n < STEPS_BETWEEN_LOOKS; n++) {
          for (int i = 0; i < ENVS; i++) {
            actions[i] = rng.nextInt(choices);
          }
          envs.step(actions);
        }
        steps += (long) STEPS_BETWEEN_LOOKS * ENVS;
        now = System.nanoTime();
      }
      stepsPerSecond = steps * 1e9 / (now - start);
      bytesPerStep = (double) (HeapMeter.ownBytes() - bytes) / steps;
    }
  }
}
