package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.desktop.screen.Keyboard.Key;
import ludus.desktop.screen.PlayScreen.Phase;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;

class PlayStoryTest {
  private final GameProvider cartPole = GameCatalog.load().find("cartpole");
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
}
