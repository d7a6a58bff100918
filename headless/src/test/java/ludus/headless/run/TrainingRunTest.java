package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import ludus.agents.network.Weights;
import ludus.agents.policy.PolicyFile;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingRunTest {
  private static final GameProvider CARTPOLE = GameCatalog.load().find("cartpole");

  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();

  private final TrainingRun.Listener listener =
      new TrainingRun.Listener() {
        @Override
        public void progress(TrainingRun.Status status) {}

        @Override
        public void evaluated(TrainingRun.Status status, Scores scores, boolean kept) {}

        @Override
        public void notice(String sentence) {
          notices.add(sentence);
        }
      };

  private static TrainingConfig config(String preset, long steps) {
    return Presets.of(CARTPOLE.info()).resolve(preset, 11).withSteps(steps);
  }

  private TrainingRun.Result begin(Path run, TrainingConfig config, int stopAfter) {
    try (RunDirectory directory = RunDirectory.create(run, config)) {
      return new TrainingRun(CARTPOLE, config, directory, listener, countdown(stopAfter))
          .run(false);
    }
  }

  private TrainingRun.Result resume(Path run, int stopAfter) {
    try (RunDirectory directory = RunDirectory.resume(run)) {
      return new TrainingRun(
              CARTPOLE, directory.files().readConfig(), directory, listener, countdown(stopAfter))
          .run(true);
    }
  }

  /** Interrupts a run at this many turns of its loop. */
  private static BooleanSupplier countdown(int turns) {
    int[] left = {turns};
    return () -> left[0]-- <= 0;
  }

  private static Map<String, Weights> weights(Path run) throws IOException {
    try (RunDirectory directory = RunDirectory.resume(run)) {
      return Checkpoint.read(directory.listCheckpoints().get(0)).weights();
    }
  }

  private static void assertSameRun(Path expected, Path actual) throws IOException {
    Map<String, Weights> a = weights(expected);
    Map<String, Weights> b = weights(actual);
    assertEquals(a.keySet(), b.keySet());
    for (String part : a.keySet()) {
      for (String name : a.get(part).tensors().keySet()) {
        assertArrayEquals(a.get(part).values(name), b.get(part).values(name), part + " " + name);
      }
    }
    assertEquals(learned(expected), learned(actual));
    List<Path> policies = policies(expected);
    assertEquals(policies, policies(actual));
    for (Path policy : policies) {
      PolicyFile one = PolicyFile.read(expected.resolve(policy));
      PolicyFile other = PolicyFile.read(actual.resolve(policy));
      assertEquals(one.card().scores(), other.card().scores(), policy.toString());
      assertArrayEquals(
          one.weights().values("output.weight"), other.weights().values("output.weight"));
    }
  }

  /** The policies that a run keeps, relative to its folder; the newest depends on the clock. */
  private static List<Path> policies(Path run) throws IOException {
    try (Stream<Path> listed = Files.list(new RunFiles(run).policies())) {
      return Stream.concat(Stream.of(new RunFiles(run).policy()), listed)
          .map(run::relativize)
          .sorted()
          .toList();
    }
  }

  /** The metrics without the clock. */
  private static List<Map<String, Double>> learned(Path run) throws IOException {
    List<Map<String, Double>> rows = MetricsFile.read(run.resolve("metrics.csv"));
    rows.forEach(row -> row.remove("seconds"));
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "pqn"})
  void interruptedAndResumedAgainAndAgainItLearnsWhatARunThatNeverStoppedLearns(String preset)
      throws IOException {
    assertSameHoweverOftenInterrupted(config(preset, preset.equals("pqn") ? 22_000 : 6000));
  }

  @Test
  void interruptedAndResumedItLearnsTheSameWhereLearningGoesOnBesideActing() throws IOException {
    String text = ConfigText.of(config("pqn", 22_000)).replace("overlap: false", "overlap: true");
    TrainingConfig config = Yaml.yaml().readValue(text, TrainingConfig.class);
    assertTrue(config.pqn().overlap());
    assertSameHoweverOftenInterrupted(config);
  }

  private void assertSameHoweverOftenInterrupted(TrainingConfig config) throws IOException {
    Path straight = folder.resolve("straight");
    Path broken = folder.resolve("broken");
    assertTrue(begin(straight, config, Integer.MAX_VALUE).finished());
    TrainingRun.Result result = begin(broken, config, 1);
    for (int stop : new int[] {0, 3, 120, 41, 200, 90, 1, 125}) {
      assertFalse(result.finished());
      result = resume(broken, stop);
    }
    assertTrue(resume(broken, Integer.MAX_VALUE).finished());
    assertSameRun(straight, broken);
    assertEquals(List.of(), notices);
  }

  @Test
  void metricsWrittenAfterTheLastCheckpointAreWrittenAgainAndNotTwice() throws IOException {
    TrainingConfig config = config("default", 4000);
    Path straight = folder.resolve("straight");
    Path killed = folder.resolve("killed");
    begin(straight, config, Integer.MAX_VALUE);
    begin(killed, config, 250);
    // As after a kill: rows that the checkpoint does not know, the last one cut short.
    Files.writeString(
        killed.resolve("metrics.csv"), "2000,1.0,7\n2100,1.", StandardOpenOption.APPEND);
    resume(killed, Integer.MAX_VALUE);
    assertEquals(learned(straight), learned(killed));
  }

  @Test
  void whoLooksFindsTheNewestPolicyAndTheRowsWhileTheRunGoesOn() throws IOException {
    RunFiles files = new RunFiles(folder.resolve("run"));
    List<Long> seen = new ArrayList<>();
    TrainingRun.Listener watcher =
        new TrainingRun.Listener() {
          @Override
          public void progress(TrainingRun.Status status) {}

          @Override
          public void evaluated(TrainingRun.Status status, Scores scores, boolean kept) {
            PolicyFile newest = PolicyFile.read(files.newest());
            assertEquals(scores.mean(), newest.card().scores().get("mean"));
            assertEquals(
                status.steps(), ((Number) newest.card().provenance().get("steps")).longValue());
            Map<String, Double> row = files.rows().get(files.rows().size() - 1);
            assertEquals(status.steps(), row.get("steps"));
            seen.add(status.steps());
          }

          @Override
          public void notice(String sentence) {}
        };
    TrainingConfig config = config("default", 7000);
    try (RunDirectory directory = RunDirectory.create(files.folder(), config)) {
      new TrainingRun(CARTPOLE, config, directory, watcher, () -> false).run(false);
    }
    assertEquals(3, seen.size());
  }

  @Test
  void aRowThatIsStillBeingWrittenIsNotRead() throws IOException {
    Path metrics = folder.resolve("metrics.csv");
    Files.writeString(metrics, "steps,return\n100,1.5\n200,1.");
    assertEquals(List.of(Map.of("steps", 100.0, "return", 1.5)), MetricsFile.read(metrics));
    Files.writeString(metrics, "steps,ret");
    assertEquals(List.of(), MetricsFile.read(metrics));
  }

  @Test
  void aDamagedCheckpointIsLeftOutAndTheOneBeforeItTaken() throws IOException {
    TrainingConfig config = config("default", 4000);
    Path straight = folder.resolve("straight");
    Path damaged = folder.resolve("damaged");
    begin(straight, config, Integer.MAX_VALUE);
    begin(damaged, config, 100);
    resume(damaged, 100);
    Path newest;
    try (RunDirectory directory = RunDirectory.resume(damaged)) {
      assertEquals(2, directory.listCheckpoints().size());
      newest = directory.listCheckpoints().get(0);
    }
    byte[] whole = Files.readAllBytes(newest);
    for (byte[] bad :
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            new byte[0],
            "not a checkpoint".getBytes("UTF-8"))) {
      Files.write(newest, bad);
      notices.clear();
      resume(damaged, 0);
      assertEquals(1, notices.size());
      assertTrue(notices.get(0).contains("damaged"), notices.get(0));
    }
    resume(damaged, Integer.MAX_VALUE);
    assertSameRun(straight, damaged);
  }

  @Test
  void withoutAWholeCheckpointItSaysSo() throws IOException {
    TrainingConfig config = config("default", 4000);
    Path run = folder.resolve("run");
    begin(run, config, 0);
    try (RunDirectory directory = RunDirectory.resume(run)) {
      for (Path checkpoint : directory.listCheckpoints()) {
        Files.write(checkpoint, new byte[10]);
      }
    }
    RunException e = assertThrows(RunException.class, () -> resume(run, 0));
    assertTrue(e.getMessage().contains("no checkpoint"), e.getMessage());
    assertThrows(RunException.class, () -> resume(folder.resolve("nowhere"), 0));
  }

  @Test
  void killedBeforeItsFirstCheckpointItBeginsAgain() {
    Path run = folder.resolve("run");
    RunDirectory.create(run, config("default", 2504)).close();
    assertTrue(resume(run, Integer.MAX_VALUE).finished());
  }

  @Test
  void aFinishedRunGoesOnWhenItIsGivenMoreSteps() throws IOException {
    Path longer = folder.resolve("longer");
    Path straight = folder.resolve("straight");
    begin(straight, config("default", 5000), Integer.MAX_VALUE);
    begin(longer, config("default", 2504), Integer.MAX_VALUE);
    try (RunDirectory directory = RunDirectory.resume(longer)) {
      TrainingConfig more = directory.files().readConfig().withSteps(5000);
      new TrainingRun(CARTPOLE, more, directory, listener, () -> false).run(true);
    }
    assertSameRun(straight, longer);
  }

  @Test
  void oneFolderHoldsOneRunAndOneTrainingAtATime() {
    TrainingConfig config = config("default", 2000);
    Path run = folder.resolve("run");
    try (RunDirectory first = RunDirectory.create(run, config)) {
      assertTrue(Files.exists(first.files().config()));
      RunException e = assertThrows(RunException.class, () -> RunDirectory.resume(run));
      assertTrue(e.getMessage().contains("another training"), e.getMessage());
    }
    RunException e = assertThrows(RunException.class, () -> RunDirectory.create(run, config));
    assertTrue(e.getMessage().contains("already holds a run"), e.getMessage());
  }

  @Test
  void theConfigInTheFolderIsTheConfigThatRan() {
    for (String preset : Presets.of(CARTPOLE.info()).names()) {
      TrainingConfig config = config(preset, 2000);
      try (RunDirectory directory = RunDirectory.create(folder.resolve(preset), config)) {
        assertEquals(config, directory.files().readConfig());
      }
    }
  }

  @Test
  void everyHyperParameterHasItsUnitBesideIt() {
    for (String line : ConfigText.of(config("default", 1)).lines().toList()) {
      String key = line.strip().split(":")[0];
      boolean number = line.matches(" *[a-z_]+: -?[0-9.E-]+( .*)?");
      if (number && !key.equals("game_version")) {
        assertTrue(line.contains("#"), "no unit: " + line);
      }
    }
  }

  @Test
  void aBufferThatCannotFitSaysSoBeforeTheTrainingStarts() {
    TrainingConfig config = config("pixels", 1000);
    String text = ConfigText.of(config).replaceAll("buffer_size: \\d+", "buffer_size: 2000000000");
    RunException e =
        assertThrows(
            RunException.class,
            () -> Learners.create(Yaml.yaml().readValue(text, TrainingConfig.class), CARTPOLE));
    assertTrue(e.getMessage().contains("MB"), e.getMessage());
  }

  @Test
  void noisyLayersAreRefusedWhereNobodyWouldDrawTheirNoise() {
    TrainingConfig config =
        Overrides.apply(config("pqn", 1000), List.of("network=[noisy 64, noisy 64]"));
    RunException e = assertThrows(RunException.class, () -> Learners.create(config, CARTPOLE));
    assertEquals(
        "only dqn explores by noisy layers: for pqn write 'dense' in their place", e.getMessage());
  }
}
