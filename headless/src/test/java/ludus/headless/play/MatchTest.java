package ludus.headless.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchTest {
  private static final GameCatalog GAMES = GameCatalog.load();
  private static final Contestant EXPERT = Contestant.machine("expert", Level.BEST);
  private static final Contestant CHANCE = Contestant.machine("random", Level.BEST);

  private static void playOut(Match match) {
    while (!match.ended()) {
      for (int side = 0; side < Match.SIDES; side++) {
        if (!match.ended(side) && !(match.shared() && side == 1)) {
          match.tick(side);
        }
      }
    }
  }

  @Test
  void pongIsPlayedAtOneTableToElevenPoints() {
    GameProvider duel = Match.game(GAMES.find("pong"));
    assertEquals("pong/duel", duel.info().name());
    try (Match match = Match.of(duel, CHANCE, EXPERT)) {
      match.reset(4);
      playOut(match);
      assertTrue(match.shared());
      assertEquals(11, match.score(1));
      assertTrue(match.score(0) < 11);
      assertEquals(1, match.leader());
    }
  }

  @Test
  void aGameForOneIsARaceOnTheSameSeed() {
    GameProvider breakout = Match.game(GAMES.find("breakout"));
    try (Match match = Match.of(breakout, EXPERT, CHANCE)) {
      match.reset(4);
      assertEquals(match.table(0).seed(), match.table(1).seed());
      for (int side = 0; side < Match.SIDES; side++) {
        for (int tick = 0; tick < 500 && !match.ended(side); tick++) {
          match.tick(side);
        }
      }
      assertFalse(match.shared());
      assertEquals(0, match.leader());
      assertEquals(match.table(0).episodeReturn(), match.score(0));
    }
  }

  @Test
  void equalsThatPlayTheSameSeedEndInADraw() {
    GameProvider cartPole = GAMES.find("cartpole");
    try (Match match = Match.of(cartPole, EXPERT, EXPERT)) {
      match.reset(9);
      playOut(match);
      assertEquals(-1, match.leader());
    }
  }

  @Test
  void aPersonOnTheLeftOfOneTableSteersTheSecondPlayer() {
    GameProvider duel = GAMES.find("pong/duel");
    try (Match match = Match.of(duel, EXPERT, Contestant.PERSON)) {
      match.act(1, 2);
      match.tick(0);
      assertEquals(2, match.table(1).action(1));
    }
  }

  @Test
  void theLowerTheLevelTheWorseItPlaysAndTheSameSeedGivesTheSameMatch() {
    assertTrue(lastsFor(Level.EARLY) < lastsFor(Level.MIDDLE));
    assertTrue(lastsFor(Level.MIDDLE) < lastsFor(Level.BEST));
    assertEquals(lastsFor(Level.EARLY), lastsFor(Level.EARLY));
  }

  /** How long the expert of this level balances the pole over ten episodes. */
  private static float lastsFor(Level level) {
    float sum = 0;
    GameProvider cartPole = GAMES.find("cartpole");
    try (Match match = Match.of(cartPole, Contestant.machine("expert", level), CHANCE)) {
      for (int seed = 1; seed <= 10; seed++) {
        match.reset(seed);
        while (!match.ended(0)) {
          match.tick(0);
        }
        sum += match.score(0);
      }
    }
    return sum;
  }

  @Test
  void aLevelIsTheRunsOwnEarlierPolicyWhereItWasKept(@TempDir Path runs) throws IOException {
    GameProvider pong = GAMES.find("pong");
    Path run = Files.createDirectories(runs.resolve("pong-default-1/policies")).getParent();
    Files.writeString(run.resolve("policy.ludus"), "the best");
    Files.writeString(run.resolve("policies/early.ludus"), "damaged on purpose");
    List<String> offered =
        Contestant.all(pong.info(), runs).stream().map(Contestant::label).toList();
    assertEquals("a person", offered.get(0));
    assertTrue(offered.contains("pong-default-1"), offered::toString);
    assertTrue(offered.contains("pong-default-1, early"), offered::toString);
    assertTrue(offered.contains("trained policy, middle (35 % chance)"), offered::toString);
    String best = run.resolve("policy.ludus").toString();
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Match.of(pong, Contestant.machine(best, Level.EARLY), EXPERT));
    assertTrue(e.getMessage().contains("early.ludus"), e.getMessage());
  }

  @Test
  void aWeakenedMachineSaysSo() {
    GameProvider cartPole = GAMES.find("cartpole");
    try (Match match =
        Match.of(cartPole, Contestant.machine("expert", Level.EARLY), Contestant.PERSON)) {
      assertEquals("expert, 70 % by chance", match.table(0).pilot().name());
    }
  }
}
