package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import ludus.agents.policy.PolicyFile;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of algorithms with tables and of planners. */
class TabularRunTest {
  private static final GameProvider CLIFF = GameCatalog.load().find("cliff");

  @TempDir Path folder;

  private final TrainingRun.Listener listener =
      new TrainingRun.Listener() {
        @Override
        public void progress(TrainingRun.Status status) {}

        @Override
        public void evaluated(TrainingRun.Status status, Scores scores, boolean kept) {}

        @Override
        public void notice(String sentence) {}
      };

  private TrainingRun.Result run(Path path, TrainingConfig config, boolean resume, int turns) {
    int[] left = {turns};
    try (RunDirectory directory =
        resume ? RunDirectory.resume(path) : RunDirectory.create(path, config)) {
      return new TrainingRun(CLIFF, config, directory, listener, () -> left[0]-- <= 0).run(resume);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "q-learning, tabular", "n-step-sarsa, tabular", "sarsa-lambda, tabular",
    "monte-carlo, tabular", "dyna-q, tabular", "value-iteration, planning"
  })
  void interruptedAndResumedItLearnsWhatARunThatNeverStoppedLearns(String algorithm, String preset)
      throws IOException {
    long steps = preset.equals("planning") ? 60 : 3000;
    TrainingConfig config = Presets.of(CLIFF.info()).resolve(preset, algorithm, 4).withSteps(steps);
    Path straight = folder.resolve("straight");
    Path broken = folder.resolve("broken");
    assertTrue(run(straight, config, false, Integer.MAX_VALUE).finished());
    assertFalse(run(broken, config, false, (int) steps / 3).finished());
    assertFalse(run(broken, config, true, 7).finished());
    assertTrue(run(broken, config, true, Integer.MAX_VALUE).finished());
    assertArrayEquals(
        PolicyFile.read(straight.resolve("policy.ludus")).weights().values("output.weight"),
        PolicyFile.read(broken.resolve("policy.ludus")).weights().values("output.weight"));
  }

  @Test
  void everyAlgorithmOfAKindTakesItsPreset() {
    Presets presets = Presets.of(CLIFF.info());
    for (String name : presets.names()) {
      for (String algorithm : presets.algorithms(name)) {
        TrainingConfig config = presets.resolve(name, algorithm, 1);
        assertEquals(algorithm, config.algorithm());
        Learners.create(config, CLIFF).close();
      }
    }
    assertEquals(8, presets.algorithms("tabular").size());
  }
}
