package ludus.headless.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.agents.policy.Policy.Meaning;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.env.Observations;
import ludus.core.game.Game;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.core.replay.Replay;
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
  void stickyActionsAreThoseOfAnEnv() {
    GameProvider provider = GAMES.find("breakout");
    EnvOptions options = EnvOptions.FEATURES.withFrameSkip(3).withStickyActions(0.25f);
    int actions = provider.info().actions().size();
    float[] expected = new float[provider.info().features().size()];
    float[] found = new float[expected.length];
    try (Session session = new Session(provider.create(), Pilot.random(actions, options));
        GameEnv env = new GameEnv(provider.create(), options)) {
      session.reset(5);
      env.reset(5);
      for (int step = 0; step < 200 && !session.ended(); step++) {
        env.step(session.wish());
        for (int tick = 0; tick < 3 && !session.ended(); tick++) {
          session.tick();
        }
        env.simulation().features(0, expected);
        session.game().features(0, found);
        assertArrayEquals(expected, found);
      }
    }
  }

  @Test
  void anEpisodeComesOutTheSameAgainAfterGoingBackInIt() {
    for (Taking taking : Taking.values()) {
      GameProvider provider = GAMES.find("pong");
      EnvOptions options = EnvOptions.PIXELS.withFrameSkip(4).withStickyActions(0.25f);
      try (Session session = new Session(provider.create(), Pilot.random(3, options))) {
        session.taking(taking);
        session.reset(11);
        while (session.ticks() < 301) {
          session.tick();
        }
        Replay once = session.replay();
        byte[] seen = session.observation().bytes().clone();
        int wish = session.wish();
        float reached = session.episodeReturn();
        session.rewind(202); // in the middle of a step
        assertEquals(202, session.ticks());
        while (session.ticks() < 301) {
          session.tick();
        }
        assertArrayEquals(once.actions(), session.replay().actions(), taking.toString());
        assertArrayEquals(once.checksums(), session.replay().checksums());
        assertArrayEquals(seen, session.observation().bytes());
        assertEquals(wish, session.wish());
        assertEquals(reached, session.episodeReturn());
      }
    }
  }

  @Test
  void softmaxFollowsProbabilitiesAndEpsilonStraysNowAndThen() {
    Rng rng = new Rng(0);
    float[] probabilities = {0.2f, 0.7f, 0.1f};
    int[] taken = new int[3];
    int strayed = 0;
    for (int tick = 0; tick < 10_000; tick++) {
      taken[Taking.SOFTMAX.take(1, probabilities, Meaning.PROBABILITIES, 3, 4, tick, rng)]++;
      strayed += Taking.EPSILON.take(1, null, Meaning.ACTION_VALUES, 3, 4, tick, rng) == 1 ? 0 : 1;
      assertEquals(1, Taking.GREEDY.take(1, probabilities, Meaning.PROBABILITIES, 3, 4, 0, rng));
    }
    assertEquals(0.2, taken[0] / 1e4, 0.02);
    assertEquals(0.7, taken[1] / 1e4, 0.02);
    assertEquals(0.05 * 2 / 3, strayed / 1e4, 0.01);
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
