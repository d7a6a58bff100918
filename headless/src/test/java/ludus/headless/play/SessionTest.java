package ludus.headless.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.env.Observations;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final GameCatalog GAMES = GameCatalog.load();

  @Test
  void aPilotSeesInASessionJustWhatItSeesInAnEnv() {
    for (String name : new String[] {"cartpole", "pong", "breakout"}) {
      GameProvider provider = GAMES.find(name);
      EnvOptions options = EnvOptions.PIXELS.withFrameSkip(4);
      int actions = provider.info().actions().size();
      try (Session session = new Session(provider.create(), Pilot.random(actions, options));
          GameEnv env = new GameEnv(provider.create(), options)) {
        session.reset(5);
        env.reset(5);
        Observations expected = new Observations(env.observation(), 1);
        for (int step = 0; step < 60 && !session.ended(); step++) {
          env.observe(expected, 0);
          assertArrayEquals(expected.bytes(), session.observation().bytes(), name);
          env.step(session.wish());
          for (int tick = 0; tick < 4 && !session.ended(); tick++) {
            session.tick();
          }
          assertEquals(env.terminated(), session.ended() && !session.truncated());
        }
      }
    }
  }

  @Test
  void thePolicyThatShipsWithPongPlaysEitherSide() {
    GameProvider duel = GAMES.find("pong/duel");
    Game right = duel.create();
    try (Session session =
        new Session(
            right, Pilots.open(null, duel, right, 0), Pilot.random(3, EnvOptions.FEATURES))) {
      assertTrue(wins(session, 0) > 0, "on the first side");
    }
    Game left = duel.create();
    try (Session session =
        new Session(left, Pilot.random(3, EnvOptions.FEATURES), Pilots.open(null, duel, left, 1))) {
      assertTrue(wins(session, 1) > 0, "on the second side");
    }
  }

  /** What this player wins a match by. */
  private static float wins(Session session, int player) {
    session.reset(3);
    while (!session.ended()) {
      session.tick();
    }
    return session.episodeReturn(player);
  }

  @Test
  void aGameOfOnePlayerTakesNoOpponent() {
    Pilot pilot = Pilot.random(2, EnvOptions.FEATURES);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Session(GAMES.find("cartpole").create(), null, pilot));
  }

  @Test
  void aPersonTakesTheControlsAndGivesThemBack() {
    GameProvider provider = GAMES.find("cartpole");
    Game game = provider.create();
    try (Session session = new Session(game, Pilots.open("expert", provider, game))) {
      session.reset(1);
      session.tick();
      session.manual(true);
      session.personAction(1);
      for (int i = 0; i < 5; i++) {
        session.tick();
        assertEquals(1, session.action());
      }
      session.manual(false);
      int wish = session.wish();
      session.tick();
      assertEquals(wish, session.action());
    }
  }
}
