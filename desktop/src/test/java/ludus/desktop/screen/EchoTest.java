package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ludus.core.game.GameCatalog;
import ludus.desktop.sound.Tone;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;

class EchoTest {
  private final Echo echo = new Echo();

  @Test
  void whoIsPaidByTheTickHearsNothing() {
    try (Session session = new Session(GameCatalog.load().find("cartpole").create(), null)) {
      while (!session.ended()) {
        session.tick();
        assertNull(echo.tick(session, 0));
      }
    }
  }

  @Test
  void aPointLostIsHeardOnceByEachPlayerInTheirWay() {
    try (Session session = new Session(GameCatalog.load().find("pong/duel").create(), null)) {
      Echo other = new Echo();
      int heard = 0;
      int points = 0;
      while (!session.ended()) {
        session.tick();
        Tone first = echo.tick(session, 0);
        Tone second = other.tick(session, 1);
        if (session.game().reward(0) != 0) {
          points++;
          assertEquals(session.game().reward(0) > 0 ? Tone.GAIN : Tone.LOSS, first);
          assertEquals(session.game().reward(1) > 0 ? Tone.GAIN : Tone.LOSS, second);
        }
        heard += first == null ? 0 : 1;
      }
      assertEquals(points, heard);
    }
  }
}
