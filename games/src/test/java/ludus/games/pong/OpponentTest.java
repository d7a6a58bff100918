package ludus.games.pong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToIntFunction;
import ludus.core.env.EnvOptions;
import ludus.core.env.GameEnv;
import ludus.core.game.Expert;
import ludus.core.random.Rng;
import ludus.games.pong.Opponent.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpponentTest {
  private static final int MATCHES = 40;

  @ParameterizedTest
  @EnumSource
  void itIsNeverFasterThanItsStrengthAllows(Strength strength) {
    try (Pong game = new Pong(new PongProvider().info(), new Opponent(strength))) {
      Rng rng = new Rng(1);
      game.reset(1);
      float before = game.court().paddle(1);
      float fastest = 0;
      while (!game.terminated()) {
        game.tick(new int[] {rng.nextInt(3)});
        fastest = Math.max(fastest, Math.abs(game.court().paddle(1) - before));
        before = game.court().paddle(1);
      }
      assertEquals(strength.speed, fastest, 1e-5f);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itSeesABallOnlyAfterItsReactionTime(Strength strength) {
    Court court = new Court();
    Opponent opponent = new Opponent(strength);
    court.reset(1);
    opponent.reset(1, court);
    court.place(30, 30, -1, 0, 0);
    for (int tick = 0; tick < strength.reaction; tick++) {
      opponent.move(court);
      assertEquals(0, court.paddle(1), "at tick " + tick);
    }
    opponent.move(court);
    assertEquals(strength.speed, court.paddle(1));
  }

  @Test
  void onlyTheStrongOneForeseesABounce() {
    for (Strength strength : Strength.values()) {
      Court court = new Court();
      Opponent opponent = new Opponent(strength);
      court.reset(1);
      opponent.reset(1, court);
      // Below the middle and going down; after the bounce, it arrives at −38: far above it.
      for (int tick = 0; tick < 30; tick++) {
        court.place(30, 20, -1, 1.46875f, 0);
        opponent.move(court);
      }
      assertEquals(strength == Strength.STRONG, court.paddle(1) < 0, strength.name());
    }
  }

  @Test
  void aTrackerBeatsTheMiddleOpponentAndChanceLosesToIt() {
    assertTrue(mean("", 4, g -> track(g)) > 9.5);
    assertTrue(mean("", 4, chance()) < -7.5);
  }

  @Test
  void theThreeStrengthsAreThree() {
    double weak = mean("weak", 4, chance());
    double middle = mean("", 4, chance());
    double strong = mean("strong", 4, chance());
    assertTrue(weak > middle + 1.5, weak + " and " + middle);
    assertTrue(middle > strong + 1.5, middle + " and " + strong);
    assertTrue(mean("strong", 4, g -> track(g)) < 4, "to follow the ball is not enough");
  }

  @Test
  void theExpertBeatsThemAllAtAnyFrameSkip() {
    for (String variant : new String[] {"weak", "", "strong"}) {
      for (int skip : new int[] {1, 2, 4, 5}) {
        double mean = mean(variant, skip, null);
        assertTrue(mean > 10.5, "pong/%s at skip %d: %f".formatted(variant, skip, mean));
      }
    }
  }

  private static int track(Pong game) {
    float way = game.court().ballY() - game.court().paddle(0);
    return Math.abs(way) <= 3.2f ? Pong.STAY : way < 0 ? Pong.UP : Pong.DOWN;
  }

  private static ToIntFunction<Pong> chance() {
    Rng rng = new Rng(2);
    return game -> rng.nextInt(3);
  }

  /** Mean return of a player, or of the expert where it is null. */
  private static double mean(String variant, int skip, ToIntFunction<Pong> player) {
    double sum = 0;
    try (Pong game = PongTest.game(variant);
        GameEnv env = new GameEnv(game, EnvOptions.FEATURES.withFrameSkip(skip))) {
      Expert expert = new PongExpert(game, 0);
      for (int match = 0; match < MATCHES; match++) {
        env.reset(match);
        while (!env.terminated() && !env.truncated()) {
          env.step(player == null ? expert.act() : player.applyAsInt(game));
          sum += env.reward();
        }
      }
    }
    return sum / MATCHES;
  }
}
