package ludus.headless.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import ludus.agents.Learner;
import ludus.agents.PhaseClock;
import ludus.agents.PhaseClock.Phase;
import ludus.agents.network.Network;
import ludus.core.env.VectorEnv;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * One training from its first step, or from its last checkpoint, to its end: steps the envs, lets
 * the learner learn, evaluates, keeps policies, writes metrics and checkpoints.
 *
 * <p>What is learned depends on the config alone, never on the clock: checkpoints and snapshots of
 * the newest policy come by time, but neither writing one nor resuming from it changes anything.
 */
public final class TrainingRun {
  private static final long EVALUATION_STREAM = 0xE7A1;
  private static final double SECONDS_BETWEEN_REPORTS = 0.2;
  private static final int ROWS_PER_EVALUATION = 5;

  /** Is told how the run goes. */
  public interface Listener {
    /** Called a few times a second. */
    void progress(Status status);

    /** An evaluation has been made. */
    void evaluated(Status status, Scores scores, boolean kept);

    /** Something that the owner should know. */
    void notice(String sentence);
  }

  /**
   * How a run stands.
   *
   * @param steps steps taken
   * @param budget steps that the run may take
   * @param updates steps of the optimiser
   * @param episodes episodes finished
   * @param recentReturn mean return of the last episodes of training; not a number before the first
   * @param metrics what the learner measured last
   * @param stepsPerSecond speed since this process began
   * @param seconds seconds of training over all resumes
   * @param phases seconds since this process began to train, by what they were spent on
   */
  public record Status(
      long steps,
      long budget,
      long updates,
      long episodes,
      double recentReturn,
      Map<String, Double> metrics,
      double stepsPerSecond,
      double seconds,
      Map<Phase, Double> phases) {}

  /**
   * What a run came to.
   *
   * @param steps steps taken
   * @param episodes episodes finished
   * @param seconds seconds of training and evaluation over all resumes
   * @param bestMean the kept policy's mean return in its evaluation
   * @param bestSteps steps at that evaluation
   * @param reachedSteps steps at the first evaluation that reached the mark, or null
   * @param reachedSeconds seconds at that evaluation, or null
   * @param finished whether the run ended by itself; otherwise it was interrupted
   */
  public record Result(
      long steps,
      long episodes,
      double seconds,
      Double bestMean,
      long bestSteps,
      Long reachedSteps,
      Double reachedSeconds,
      boolean finished) {}

  private final GameProvider provider;
  private final TrainingConfig config;
  private final RunDirectory directory;
  private final Listener listener;
  private final BooleanSupplier interrupted;
  private final RecentReturns recent = new RecentReturns(20);

  private VectorEnv envs;
  private Learner learner;
  private History history;
  private RunLog log;
  private Evaluation evaluation;
  private PolicyShelf shelf;
  private Map<String, Double> learnerMetrics;

  // Progress, as it is kept in checkpoints.
  private long episodes;
  private double secondsBefore;
  private Standing standing;

  private long startNanos;
  private long startSteps;

  /**
   * @param interrupted asked at every step; when true, the run writes a checkpoint and ends
   */
  public TrainingRun(
      GameProvider provider,
      TrainingConfig config,
      RunDirectory directory,
      Listener listener,
      BooleanSupplier interrupted) {
    this.provider = provider;
    this.config = config;
    this.directory = directory;
    this.listener = listener;
    this.interrupted = interrupted;
  }

  /**
   * Runs to the end.
   *
   * @param resume whether to go on from the newest whole checkpoint
   * @throws RunException if the folder cannot be written or no checkpoint can be read
   */
  public Result run(boolean resume) {
    int stepping =
        Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), config.envs() / 8));
    startNanos = System.nanoTime();
    standing = Standing.first(config);
    shelf = new PolicyShelf(provider, config, directory.files());
    evaluation =
        new Evaluation(
            provider, config.evaluation().episodes(), Rng.derive(config.seed(), EVALUATION_STREAM));
    try (VectorEnv vector =
            new VectorEnv(
                provider, config.env(), config.envs(), Rng.derive(config.seed(), 1), stepping);
        Learner made = Learners.create(config, provider)) {
      envs = vector;
      learner = made;
      history = new History(config.envs(), learner.recallSteps());
      learnerMetrics = learner.metrics(); // before a resume brings its sums back
      Demonstrations demonstrations =
          Demonstrations.in(directory.files().demonstrations(), provider);
      demonstrations.show(learner, provider, config.env());
      // A run that was killed before its first checkpoint has nothing to go back to but its start.
      boolean fresh = !resume || directory.listCheckpoints().isEmpty();
      try (RunLog opened = fresh ? begin() : restore()) {
        log = opened;
        startSteps = learner.steps();
        if (fresh) {
          checkpoint();
        }
        loop();
      }
      return result();
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(directory.folder(), e);
    }
  }

  private void loop() throws IOException {
    int[] actions = new int[config.envs()];
    long rowEvery = Math.max(1, config.evaluation().every() / ROWS_PER_EVALUATION);
    Interval checkpoints = new Interval(seconds(), 2, 60);
    Interval snapshots = new Interval(seconds(), 3, 60);
    double reportAt = 0;
    PhaseClock clock = learner.clock();
    clock.restart();
    while (!standing.done() && !interrupted.getAsBoolean()) {
      long before = learner.steps();
      learner.act(envs, actions);
      envs.step(actions);
      clock.lap(Phase.STEPPING);
      learner.learn(envs, actions);
      history.add(envs, actions);
      countEpisodes();
      long steps = learner.steps();
      if (standing.due(config, steps)) {
        evaluate();
        snapshots.done(seconds(), seconds());
      } else if (steps / rowEvery > before / rowEvery) {
        learnerMetrics = learner.metrics();
        log.add(row());
      }
      double now = seconds();
      if (now >= reportAt) {
        reportAt = now + SECONDS_BETWEEN_REPORTS;
        listener.progress(status());
      }
      if (checkpoints.due(now) || standing.done()) {
        checkpoint();
        checkpoints.done(now, seconds());
      } else if (snapshots.due(now)) {
        shelf.snapshot(learner.policyNetwork(), steps);
        snapshots.done(now, seconds());
      }
      clock.lap(Phase.OTHER);
    }
    if (!standing.done()) {
      checkpoint();
    }
    listener.progress(status());
  }

  private void countEpisodes() {
    for (int i = 0; i < config.envs(); i++) {
      if (envs.ended(i)) {
        episodes++;
        recent.add(envs.returns()[i], envs.lengths()[i]);
      }
    }
  }

  private void evaluate() throws IOException {
    long steps = learner.steps();
    Network network = learner.policyNetwork();
    Scores scores = evaluation.greedy(network, config.env());
    boolean kept = standing.keeps(scores.mean());
    standing = standing.after(config, steps, seconds(), scores.mean(), scores.ci95());
    shelf.evaluated(network, steps, scores, kept);
    learnerMetrics = learner.metrics();
    Map<String, Double> row = row();
    row.put("eval_mean", scores.mean());
    row.put("eval_std", scores.std());
    row.put("eval_min", scores.min());
    row.put("eval_max", scores.max());
    log.add(row);
    listener.evaluated(status(), scores, kept);
  }

  private Map<String, Double> row() {
    Map<String, Double> row = new LinkedHashMap<>(learnerMetrics);
    row.put("steps", (double) learner.steps());
    row.put("seconds", seconds());
    row.put("episodes", (double) episodes);
    row.put("return", recent.meanReturn());
    row.put("length", recent.meanLength());
    return row;
  }

  private Status status() {
    double running = (System.nanoTime() - startNanos) / 1e9;
    return new Status(
        learner.steps(),
        config.steps(),
        learner.updates(),
        episodes,
        recent.meanReturn(),
        learnerMetrics,
        (learner.steps() - startSteps) / Math.max(1e-3, running),
        seconds(),
        learner.clock().seconds());
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
  }

  private Result result() {
    return new Result(
        learner.steps(),
        episodes,
        seconds(),
        standing.bestMean(),
        standing.bestSteps(),
        standing.reachedSteps(),
        standing.reachedSeconds(),
        standing.done());
  }

  private void checkpoint() throws IOException {
    Progress progress =
        new Progress(
            episodes, seconds(), standing, log.bytes(), recent.returns(), recent.lengths());
    Checkpoint.write(directory.files().checkpoint(learner.steps()), learner, history, progress);
    directory.prune();
  }

  private RunLog begin() throws IOException {
    envs.reset();
    learner.begin(envs);
    return RunLog.create(directory.files(), learnerMetrics.keySet());
  }

  /** Goes back to the newest whole checkpoint. */
  private RunLog restore() throws IOException {
    for (Path path : directory.listCheckpoints()) {
      Checkpoint.Loaded loaded;
      try {
        loaded = Checkpoint.read(path);
      } catch (IOException | IllegalArgumentException e) {
        listener.notice(
            "checkpoint %s is damaged and left out: %s"
                .formatted(path.getFileName(), e.getMessage()));
        continue;
      }
      loaded.apply(learner, envs, history);
      Progress progress = loaded.state().progress();
      episodes = progress.episodes();
      secondsBefore = progress.seconds();
      standing = progress.standing().resumed(config, learner.steps());
      recent.restore(progress.recentReturns(), progress.recentLengths());
      shelf.restore(learner.steps());
      learnerMetrics = new LinkedHashMap<>(learnerMetrics);
      learnerMetrics.replaceAll((name, value) -> Double.NaN); // those of step 0 are not of now
      return RunLog.resume(
          directory.files(), learnerMetrics.keySet(), learner.steps(), progress.metricsBytes());
    }
    throw new RunException(
        "no checkpoint in %s can be read: begin anew with another --out"
            .formatted(directory.folder()));
  }
}
