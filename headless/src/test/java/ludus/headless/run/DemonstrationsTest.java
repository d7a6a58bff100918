package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.env.Observations;
import ludus.core.env.ReplayedEpisode;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationsTest {
  private static final GameProvider PONG = GameCatalog.load().find("pong");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"pong", "cartpole", "robot"})
  void aRecordedEpisodeIsSeenJustAsTheAgentThatPlayedItSawIt(String name) {
    GameProvider provider = GameCatalog.load().find(name);
    for (EnvOptions options :
        List.of(EnvOptions.PIXELS.withFrameSkip(3), EnvOptions.FEATURES.withFrameSkip(4))) {
      Rng rng = new Rng(8);
      ReplayRecorder recorder = new ReplayRecorder(provider.create());
      try (GameEnv env = new GameEnv(recorder, options)) {
        env.reset(77);
        int steps = 0;
        int[] actions = new int[120];
        while (steps < 120 && !env.terminated() && !env.truncated()) {
          actions[steps] = rng.nextInt(provider.info().actions().size());
          env.step(actions[steps++]);
        }
        Replay replay = recorder.replay();
        Observations expected = new Observations(env.observation(), 1);
        Observations actual = new Observations(env.observation(), 1);
        try (GameEnv again = new GameEnv(provider.create(), options);
            ReplayedEpisode shown = new ReplayedEpisode(replay, provider.create(), options)) {
          assertEquals(steps, shown.steps());
          again.reset(77);
          for (int t = 0; t < steps; t++) {
            again.observe(expected, 0);
            shown.observe(actual, 0);
            assertArrayEquals(expected.bytes(), actual.bytes());
            assertArrayEquals(expected.floats(), actual.floats());
            again.step(actions[t]);
            // The last step may be of fewer ticks, in which the action is the same all the same.
            assertEquals(actions[t], shown.next());
            assertEquals(again.reward(), shown.reward());
            assertEquals(again.terminated(), shown.terminated());
          }
          assertFalse(shown.hasNext());
        }
      }
    }
  }

  @Test
  void whoeverChangedTheActionWithinAStepDidWhatHeldForMostOfIt() {
    ReplayRecorder recorder = new ReplayRecorder(PONG.create());
    recorder.reset(1);
    for (int action : new int[] {0, 1, 1, 1, 2, 2, 2, 0, 1, 1, 2, 2, 0}) {
      recorder.tick(new int[] {action});
    }
    try (ReplayedEpisode shown =
        new ReplayedEpisode(
            recorder.replay(), PONG.create(), EnvOptions.FEATURES.withFrameSkip(4))) {
      assertEquals(4, shown.steps());
      assertEquals(1, shown.next());
      assertEquals(2, shown.next());
      assertEquals(2, shown.next(), "of equals the later one");
      assertEquals(0, shown.next(), "a step that was cut short");
      assertFalse(shown.hasNext());
      assertFalse(shown.terminated());
    }
    recorder.close();
  }

  @Test
  void aFileThatCannotBeLearnedFromIsRefusedByItsName() throws IOException {
    Path foreign = folder.resolve("foreign.replay");
    EpisodeRecorder.replay(GameCatalog.load().find("cartpole"), "random", 1, foreign);
    Path damaged = folder.resolve("damaged.replay");
    Files.write(damaged, new byte[40]);
    Path changed = folder.resolve("changed.replay");
    EpisodeRecorder.replay(PONG, "random", 1, changed);
    Replay replay = ReplayFile.read(changed);
    for (int tick = 200; tick < 260; tick++) {
      replay.actions()[tick] = (byte) (2 - replay.actions()[tick] / 2); // 2 becomes 1, else 2
    }
    ReplayFile.write(replay, changed);
    for (Path file : List.of(foreign, damaged, changed, folder.resolve("missing.replay"))) {
      RunException e =
          assertThrows(RunException.class, () -> Demonstrations.read(List.of(file), PONG));
      assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
  }

  @Test
  void anAlgorithmThatCannotUseThemSaysSo() throws IOException {
    Path file = folder.resolve("a.replay");
    EpisodeRecorder.replay(PONG, "random", 1, file);
    Demonstrations one = Demonstrations.read(List.of(file), PONG);
    TrainingConfig config = Presets.of(PONG.info()).resolve("default", 1).withSteps(1);
    try (RunDirectory directory = RunDirectory.create(folder.resolve("run"), config, one)) {
      TrainingRun run = new TrainingRun(PONG, config, directory, null, () -> true);
      RunException e = assertThrows(RunException.class, () -> run.run(false));
      assertTrue(e.getMessage().contains("choose a preset of dqn"), e.getMessage());
    }
  }
}
