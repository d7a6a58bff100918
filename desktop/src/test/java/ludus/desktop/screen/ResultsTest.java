package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.core.game.GameCatalog;
import ludus.desktop.hud.Line;
import ludus.desktop.hud.ResultCard.Row;
import ludus.headless.play.Session;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static Session untouched(String game) {
    Session session = new Session(GameCatalog.load().find(game).create(), null);
    session.reset(3);
    while (!session.ended()) {
      session.tick();
    }
    return session;
  }

  private static String headline(Session session) {
    Line line = new Line();
    Results.headline(line, session);
    return line.toString();
  }

  private static String length(Session session) {
    Line line = new Line();
    Results.length(line, session);
    return line.toString();
  }

  @Test
  void whoIsPaidByTheTickHasLasted() {
    try (Session session = untouched("cartpole")) {
      assertTrue(headline(session).matches("You lasted \\d+\\.\\d s"), headline(session));
      assertEquals(session.ticks() + " ticks", length(session));
      assertEquals(List.of(), Results.rows(session));
    }
  }

  @Test
  void elseTheReturnCountsAndTheGamesOwnFiguresAreListed() {
    try (Session session = untouched("pong")) {
      assertTrue(headline(session).startsWith("Return −"), headline(session));
      assertTrue(length(session).matches("in \\d+\\.\\d s"), length(session));
      assertTrue(Results.rows(session).contains(new Row("points lost", "11")));
    }
  }

  @Test
  void sharesArePercentAndWhatIsOrIsNotIsToldSo() {
    try (Session session = untouched("breakout")) {
      assertTrue(Results.rows(session).contains(new Row("first wall cleared", "0 %")));
    }
    try (Session session = untouched("braking")) {
      Row collision = Results.rows(session).get(0);
      assertEquals("collision", collision.name());
      assertTrue(List.of("yes", "no").contains(collision.value()), collision.value());
    }
  }

  @Test
  void ofTwoPlayersOneWins() {
    try (Session session = untouched("pong/duel")) {
      int winner = session.episodeReturn(0) > session.episodeReturn(1) ? 1 : 2;
      assertEquals("Player " + winner + " wins", headline(session));
      assertEquals("return of player 1", Results.rows(session).get(0).name());
      assertEquals("return of player 2", Results.rows(session).get(1).name());
    }
  }
}
