package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsakesTest {
  private final GameProvider cartPole = GameCatalog.load().find("cartpole");

  @TempDir Path folder;

  @Test
  void aRaceIsKeptAsBothSidesReplays() throws Exception {
    Keepsakes keepsakes = new Keepsakes(cartPole, folder);
    keepsakes.race(played(2), played(5));
    String news = keepsakes.news();
    while (news == null) {
      Thread.onSpinWait();
      news = keepsakes.news();
    }
    assertEquals("Saved ludus-cartpole-1.left.replay, and the right side's beside it", news);
    assertEquals(2, read("ludus-cartpole-1.right.replay").ticks());
    assertEquals(5, read("ludus-cartpole-1.left.replay").ticks());
  }

  private Replay read(String name) throws Exception {
    return ReplayFile.read(folder.resolve(name));
  }

  /** An episode of so many ticks. */
  private Replay played(int ticks) {
    try (Session session = new Session(cartPole.create(), null)) {
      session.reset(7);
      for (int i = 0; i < ticks; i++) {
        session.tick();
      }
      return session.replay();
    }
  }
}
