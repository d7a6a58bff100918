package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.desktop.screen.Keyboard.Key;
import ludus.desktop.screen.PlayScreen.Phase;
import ludus.desktop.user.Best;
import ludus.desktop.user.Folders;
import ludus.desktop.user.Profile;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayStoryTest {
  private final GameProvider cartPole = GameCatalog.load().find("cartpole");
  private static final Speed FAST = new Speed(4);
  private int mark;

  @Test
  void aPersonPlaysPausesLosesAndPlaysAgain() {
    PlayScreen play = new PlayScreen(cartPole, 5, Speed.NORMAL);
    Session session = play.session();
    new Story(play)
        .until("the start card", () -> play.phase() == Phase.CARD)
        .tap(Key.ENTER, "three, two, one", () -> play.phase() == Phase.COUNTDOWN)
        .check(() -> assertEquals(0, session.ticks()))
        .until("play", () -> play.phase() == Phase.RUNNING && session.ticks() > 0)
        .tap(Key.SPACE, "pause", () -> play.phase() == Phase.PAUSED)
        .check(() -> mark = session.ticks())
        .tap(Key.MINUS, "slow motion", () -> play.pace().factor() == 0.5f)
        .check(() -> assertEquals(mark, session.ticks()))
        .tap(Key.SPACE, "go on", () -> play.phase() == Phase.RUNNING)
        .hold(Key.RIGHT, "push to the right", () -> session.action() == 1)
        .until("the pole falls", () -> play.phase() == Phase.RESULT)
        .release(Key.RIGHT, "let go", () -> true)
        .check(() -> assertTrue(play.record()))
        .check(() -> assertEquals(session.episodeReturn(), play.sitting().best()))
        .tap(Key.ENTER, "play again", () -> play.phase() == Phase.COUNTDOWN)
        .check(() -> assertEquals(6, session.seed()))
        .until("play", () -> play.phase() == Phase.RUNNING)
        .tap(Key.R, "the same start again", () -> play.phase() == Phase.COUNTDOWN)
        .check(() -> assertEquals(6, session.seed()))
        .tap(Key.ESCAPE, "quit", () -> false)
        .tell();
  }

  @Test
  void aPersonPlaysWithAGamepad() {
    FakePad pad = new FakePad();
    PlayScreen play =
        new PlayScreen(cartPole, 5, new Speed(1 / 8.0)); // the pole stands long enough
    Session session = play.session();
    new Story(play)
        .with(pad)
        .until("the gamepad is noticed", () -> play.pads() == 1)
        .deed("A begins", () -> pad.down(FakePad.A), () -> play.phase() == Phase.COUNTDOWN)
        .deed("let go", () -> pad.up(FakePad.A), () -> play.phase() == Phase.RUNNING)
        .deed("the stick", () -> pad.stick(1, 0), () -> session.action() == 1)
        .deed("the cross", () -> hold(pad, FakePad.DPAD_LEFT), () -> session.action() == 0)
        .deed("Start", () -> hold(pad, FakePad.START), () -> play.phase() == Phase.PAUSED)
        .deed("B quits", () -> pad.down(FakePad.B), () -> false)
        .tell();
  }

  private static void hold(FakePad pad, int button) {
    pad.stick(0, 0);
    pad.down(button);
  }

  @Test
  void theBestListIsKeptAndTheEpisodeToo(@TempDir Path home) throws IOException {
    Folders folders = new Folders(home.resolve("config"), home.resolve("data"));
    PlayScreen play = new PlayScreen(cartPole, null, 5, FAST, home);
    Session session = play.session();
    Story story = new Story(play, Profile.in(folders));
    story
        .tap(Key.ENTER, "three, two, one", () -> play.phase() == Phase.COUNTDOWN)
        .until("the pole falls", () -> play.phase() == Phase.RESULT)
        .check(() -> assertEquals(1, play.place()))
        .tap(Key.F8, "keep it", () -> story.noteShown() != null)
        .check(() -> assertTrue(story.noteShown().startsWith("Saved ludus-cartpole-1.replay")))
        .tap(Key.Q, "quit", () -> false)
        .tell();
    Best best = Profile.in(folders).best(cartPole.info()).places().get(0);
    assertEquals(session.episodeReturn(), best.result());
    assertEquals(5, best.seed());
    Replay replay = ReplayFile.read(home.resolve("ludus-cartpole-1.replay"));
    assertEquals(best.ticks(), replay.ticks());
  }

  @Test
  void slowMotionDoesNotCount() {
    PlayScreen play = new PlayScreen(cartPole, 5, new Speed(0.5));
    new Story(play)
        .tap(Key.ENTER, "three, two, one", () -> play.phase() == Phase.COUNTDOWN)
        .until("the pole falls", () -> play.phase() == Phase.RESULT)
        .check(() -> assertEquals(0, play.place()))
        .check(() -> assertTrue(play.best().places().isEmpty()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }
}
