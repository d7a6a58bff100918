package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import ludus.agents.network.Weights;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever parts of DQN are on, a run that was interrupted learns what an unbroken one does. */
class DqnPartsResumeTest {
  private static final GameProvider CARTPOLE = GameCatalog.load().find("cartpole");
  private static final String PRIORITISED =
      "dqn.prioritised={alpha: 0.6, beta: linear 0.4 to 1 over 6000, floor: 1.0e-6}";

  @TempDir Path folder;

  static Stream<List<String>> settings() {
    // Three hundred slots a lane: the rings go round before the end.
    String small = "dqn.buffer_size=2400";
    return Stream.of(
        List.of(small, "dqn.n_steps=3", "dqn.averaging=0.99"),
        List.of(small, PRIORITISED),
        List.of(small, "dqn.epsilon=null", "dqn.temperature=linear 1 to 0.1 over 3000"),
        List.of(small, "dqn.quantiles=4", "network=[dense 32, dueling]"),
        List.of(small, "dqn.epsilon=0", "network=[noisy 32, dueling 16]"),
        List.of(small, PRIORITISED, "dqn.n_steps=3", "dqn.target_rate=0", "dqn.target_every=100"),
        List.of("demonstrations", small, PRIORITISED, imitation()));
  }

  private static String imitation() {
    return "dqn.demonstrations={pretraining: 50, margin: 0.1, weight: 0.1, bonus: 0.01}";
  }

  private static BooleanSupplier countdown(int turns) {
    int[] left = {turns};
    return () -> left[0]-- <= 0;
  }

  private static boolean run(RunDirectory directory, boolean resume, int turns) {
    return new TrainingRun(
            CARTPOLE, directory.files().readConfig(), directory, new Silence(), countdown(turns))
        .run(resume)
        .finished();
  }

  private static Map<String, Weights> last(RunDirectory directory) throws IOException {
    return Checkpoint.read(directory.listCheckpoints().get(0)).weights();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void interruptedAndResumedItLearnsWhatARunThatNeverStoppedLearns(List<String> settings)
      throws IOException {
    Demonstrations demonstrations = Demonstrations.NONE;
    List<String> changes = settings;
    if (settings.get(0).equals("demonstrations")) {
      Path file = folder.resolve("expert.replay");
      EpisodeRecorder.replay(CARTPOLE, "expert", 5, file);
      demonstrations = Demonstrations.read(List.of(file), CARTPOLE);
      changes = settings.subList(1, settings.size());
    }
    TrainingConfig config =
        Overrides.apply(
            Presets.of(CARTPOLE.info()).resolve("default", 11).withSteps(3200), changes);
    Map<String, Weights> expected;
    try (RunDirectory straight =
        RunDirectory.create(folder.resolve("straight"), config, demonstrations)) {
      assertTrue(run(straight, false, Integer.MAX_VALUE));
      expected = last(straight);
    }
    Path broken = folder.resolve("broken");
    try (RunDirectory begun = RunDirectory.create(broken, config, demonstrations)) {
      assertFalse(run(begun, false, 140));
    }
    for (int turns : new int[] {1, 33, 120}) {
      try (RunDirectory resumed = RunDirectory.resume(broken)) {
        assertFalse(run(resumed, true, turns));
      }
    }
    try (RunDirectory resumed = RunDirectory.resume(broken)) {
      assertTrue(run(resumed, true, Integer.MAX_VALUE));
      Map<String, Weights> actual = last(resumed);
      assertEquals(expected.keySet(), actual.keySet());
      for (String part : expected.keySet()) {
        for (String name : expected.get(part).tensors().keySet()) {
          assertArrayEquals(
              expected.get(part).values(name), actual.get(part).values(name), part + " " + name);
        }
      }
    }
  }

  /** Nobody listens. */
  private static final class Silence implements TrainingRun.Listener {
    @Override
    public void progress(TrainingRun.Status status) {}

    @Override
    public void evaluated(TrainingRun.Status status, Scores scores, boolean kept) {}

    @Override
    public void notice(String sentence) {
      throw new AssertionError(sentence);
    }
  }
}
