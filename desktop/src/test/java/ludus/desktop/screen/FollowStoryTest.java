package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Keyboard.Key;
import ludus.headless.run.Presets;
import ludus.headless.run.RunDirectory;
import ludus.headless.run.RunException;
import ludus.headless.run.RunView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowStoryTest {
  private final GameProvider cartPole = GameCatalog.load().find("cartpole");

  @TempDir Path run;

  @Test
  void theNewestPolicyPlaysWhileTheCurveGrows() {
    try (RunDirectory held =
        RunDirectory.create(run, Presets.of(cartPole.info()).resolve("default", 1))) {
      measure("steps,seconds,episodes,return,eval_mean\n1000,1,20,22,31\n");
      Watching side = new Watching(cartPole, null, 1);
      RunFollower follower = new RunFollower(RunView.of(run));
      WatchScreen watch = new WatchScreen(List.of(side), follower, Speed.NORMAL, run);
      new Story(watch)
          .until("the curve", () -> curve(watch).evaluations() == 1)
          .check(() -> assertTrue(!watch.ready(), "nobody plays yet"))
          .deed("a policy", this::policy, watch::ready)
          .until("it plays", () -> watch.session().ticks() > 3)
          .deed(
              "another row, half of the next",
              () -> measure("2000,2,40,50,99\n3000,3,50,6"),
              () -> curve(watch).evaluations() == 2)
          .deed("a newer policy", this::policy, () -> side.pilots() == 2)
          .tap(Key.Q, "quit", () -> false)
          .tell();
      assertEquals(run, held.folder());
    }
  }

  private static CurveCard curve(WatchScreen watch) {
    return ((TrainPanel) watch.view()).curve();
  }

  private void measure(String rows) {
    try {
      Files.writeString(
          run.resolve("metrics.csv"), rows, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void policy() {
    try (InputStream in = getClass().getResourceAsStream("/assets/policies/cartpole.ludus")) {
      Path whole = run.resolve("whole");
      Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
      Files.move(whole, run.resolve("policy.ludus"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFolderWithoutARunIsOneSentence() {
    Exception e = assertThrows(RunException.class, () -> RunView.of(run.resolve("nowhere")));
    assertTrue(e.getMessage().startsWith("there is no run in "), e.getMessage());
  }
}
