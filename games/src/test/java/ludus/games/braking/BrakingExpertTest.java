package ludus.games.braking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import ludus.core.game.Expert;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;
import ludus.games.braking.Scenario.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrakingExpertTest {
  private static GameProvider provider(String variant) {
    BrakingProvider plain = new BrakingProvider();
    return variant.isEmpty() ? plain : plain.variant(variant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pedal", "10hz", "20hz", "50hz", "test"})
  void theExpertNeverCollidesAlwaysArrivesAndLosesLittleTime(String variant) {
    GameProvider provider = provider(variant);
    Braking game = (Braking) provider.create();
    Expert expert = provider.expert(game, 0);
    float[] figures = new float[4];
    double earned = 0;
    double lost = 0;
    int episodes = 300;
    for (int seed = 0; seed < episodes; seed++) {
      game.reset(seed);
      int ticks = 0;
      while (!game.terminated() && ticks++ < game.info().tickLimit()) {
        game.tick(new int[] {expert.act()});
        earned += game.reward(0);
      }
      game.figures(figures);
      assertTrue(game.terminated(), "seed " + seed + " does not end");
      assertEquals(0, figures[0], "seed " + seed + " ends in a collision");
      lost += figures[3];
    }
    assertTrue(earned / episodes > 1.5, "mean return " + earned / episodes);
    assertTrue(lost / episodes < 1.2, "mean time lost " + lost / episodes);
  }

  @Test
  void chanceCollidesOftenOrStandsAbout() {
    Braking game = new Braking(Variant.PLAIN);
    Rng rng = new Rng(1);
    double earned = 0;
    for (int seed = 0; seed < 200; seed++) {
      game.reset(seed);
      for (int t = 0; t < game.info().tickLimit() && !game.terminated(); t++) {
        game.tick(new int[] {rng.nextInt(4)});
        earned += game.reward(0);
      }
    }
    assertTrue(earned / 200 < 0, "mean return " + earned / 200);
  }

  @Test
  void aDriverWhoKeepsGoingUntilTheConflictBeginsAndThenReactsWithinASecondNeverCollides() {
    Scenario scenario = new Scenario();
    Drive drive = new Drive(scenario);
    Rng rng = new Rng(2);
    for (int i = 0; i < 1000; i++) {
      scenario.draw(rng);
      drive.begin();
      while (drive.end() == Drive.End.UNDER_WAY && drive.time() < 20) {
        boolean brakes = drive.time() > scenario.begins + 0.95;
        drive.pedals().act(brakes ? Pedals.BRAKE_HARD : Pedals.FORWARD);
        drive.step();
      }
      assertTrue(drive.end() != Drive.End.COLLIDED, scenario.conflict + " on " + scenario.road);
    }
  }

  @Test
  void whoNeverBrakesCollidesWithMostOfThoseWhoStay() {
    Scenario scenario = new Scenario();
    Drive drive = new Drive(scenario);
    Rng rng = new Rng(3);
    Map<Conflict, Integer> drives = new EnumMap<>(Conflict.class);
    Map<Conflict, Integer> collisions = new EnumMap<>(Conflict.class);
    for (int i = 0; i < 1000; i++) {
      scenario.draw(rng);
      drive.begin();
      while (drive.end() == Drive.End.UNDER_WAY) {
        drive.pedals().act(Pedals.FORWARD);
        drive.step();
      }
      drives.merge(scenario.conflict, 1, Integer::sum);
      collisions.merge(scenario.conflict, drive.end() == Drive.End.COLLIDED ? 1 : 0, Integer::sum);
    }
    assertEquals(Conflict.values().length, drives.size(), "some conflict never comes up");
    assertEquals(drives.get(Conflict.STANDS), collisions.get(Conflict.STANDS));
    assertEquals(drives.get(Conflict.PULLS_OUT), collisions.get(Conflict.PULLS_OUT));
    assertEquals(0, collisions.get(Conflict.EMPTY) + collisions.get(Conflict.WAITS));
    // Of those who clear the lane again, some are gone in time and some are not.
    for (Conflict clears : new Conflict[] {Conflict.CROSSES, Conflict.TURNS_OFF}) {
      double share = collisions.get(clears) / (double) drives.get(clears);
      assertTrue(share > 0.2 && share < 0.9, clears + ": " + share);
    }
  }
}
