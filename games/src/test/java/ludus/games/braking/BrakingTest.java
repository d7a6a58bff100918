package ludus.games.braking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import ludus.core.draw.PixelCanvas;
import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import ludus.games.braking.Scenario.Conflict;
import org.junit.jupiter.api.Test;

class BrakingTest extends GameConformance {
  private static final int[] FORWARD = {Pedals.FORWARD};
  private static final int[] COAST = {Pedals.COAST};
  private static final int[] HARD = {Pedals.BRAKE_HARD};

  private final Braking game = new Braking(Variant.PLAIN);

  @Override
  protected GameProvider provider() {
    return new BrakingProvider();
  }

  private void begin(Conflict conflict, Road road, double speed, double distance) {
    begin(game, conflict, road, speed, distance);
  }

  private static void begin(
      Braking game, Conflict conflict, Road road, double speed, double distance) {
    Scenario s = game.scenario();
    s.conflict = conflict;
    s.road = road;
    s.speed = speed;
    s.distance = distance;
    s.begins = 1;
    s.pause = 0;
    s.side = 1;
    game.begin();
  }

  /** Ticks with one action to the end and returns what it earned. */
  private double play(int[] action) {
    double sum = 0;
    for (int t = 0; t < game.info().tickLimit() && !game.terminated(); t++) {
      game.tick(action);
      sum += game.reward(0);
    }
    return sum;
  }

  private float[] figures() {
    float[] figures = new float[4];
    game.figures(figures);
    return figures;
  }

  private float[] features() {
    float[] features = new float[game.info().features().size()];
    game.features(0, features);
    return features;
  }

  @Test
  void anEmptyRoadIsPassedAtFullSpeedForTenLessTheTime() {
    begin(Conflict.EMPTY, Road.DRY, 20, 80);
    double earned = play(FORWARD);
    assertEquals(Drive.End.PASSED, game.drive().end());
    // 80 m, the width of a vehicle and the own length, 1.9 + 4.4 m, at 20 m/s.
    assertEquals(86.3 / 20, game.drive().time(), 0.01);
    assertEquals(10 - 86.3 / 20, earned, 0.01);
    assertArrayEquals(new float[] {0, Float.NaN, Float.NaN, 0}, figures(), 1e-3f);
  }

  @Test
  void coastingOnAnEmptyRoadLosesTime() {
    begin(Conflict.EMPTY, Road.DRY, 20, 80);
    play(COAST);
    assertEquals(0.27, figures()[3], 0.05); // about 0.57 m/s² over 4.3 s: 5.3 m at 20 m/s
  }

  @Test
  void drivingIntoAStandingVehicleCostsTwentyAndTheImpactSpeed() {
    begin(Conflict.STANDS, Road.WET, 15, 60);
    double earned = play(FORWARD);
    assertEquals(Drive.End.COLLIDED, game.drive().end());
    assertEquals(4, game.drive().time(), 0.01);
    // The course is 60 m, the vehicle's 4.6 m, and the own 4.4 m.
    assertEquals(10 * 60 / 69.0 - 4 - 20 - 15, earned, 0.05);
    assertArrayEquals(new float[] {1, 15, Float.NaN, Float.NaN}, figures(), 0.02f);
  }

  @Test
  void aSlowerCollisionCostsLess() {
    begin(Conflict.STANDS, Road.DRY, 20, 20);
    double fast = play(FORWARD);
    begin(Conflict.STANDS, Road.DRY, 20, 20);
    double slow = play(HARD);
    assertEquals(Drive.End.COLLIDED, game.drive().end());
    assertTrue(figures()[1] < 7, "impact at " + figures()[1]);
    assertTrue(slow > fast + 10);
  }

  @Test
  void standingSafeBeforeAVehicleThatStaysEndsTheDrive() {
    begin(Conflict.STANDS, Road.DRY, 15, 20);
    play(HARD);
    assertEquals(Drive.End.STOOD, game.drive().end());
    double gap = 20 - StoppingDistance.of(Road.DRY, 15);
    assertEquals(gap, figures()[2], 0.1);
    assertEquals(0, figures()[0]);
    // It stood for a second, which is not lost time; the latest braking point was a little later.
    assertEquals((gap - 1) / 15, game.drive().arrival() - arrivalOfTheLatest(), 0.6);
  }

  private double arrivalOfTheLatest() {
    return new LatestBraking(game.scenario()).arrival(game.drive().car().travelled());
  }

  @Test
  void standingFarFromItOrWhereNobodyIsDoesNotEndTheDrive() {
    begin(Conflict.STANDS, Road.DRY, 15, 60);
    play(HARD);
    assertEquals(Drive.End.UNDER_WAY, game.drive().end());
    begin(Conflict.EMPTY, Road.DRY, 15, 20);
    play(HARD);
    assertEquals(Drive.End.UNDER_WAY, game.drive().end());
  }

  @Test
  void whoStandsAboutLosesTimeAlthoughTheDriveDoesNotEnd() {
    begin(Conflict.STANDS, Road.DRY, 15, 60);
    play(HARD);
    // It stands far from the vehicle, where the other driver still goes at full speed.
    double place = StoppingDistance.of(Road.DRY, 15);
    assertEquals(game.drive().time() - place / 15, figures()[3], 0.2);
    assertTrue(figures()[3] > 20, "lost " + figures()[3]);
    assertTrue(Float.isNaN(figures()[2]), "it has not stopped before the vehicle");
  }

  @Test
  void whoWaitsForACrossingVehicleDrivesOnAfterwards() {
    begin(Conflict.CROSSES, Road.DRY, 15, 30);
    game.scenario().begins = 0;
    game.scenario().pause = 2;
    game.begin();
    while (game.drive().time() < 3) {
      game.tick(HARD);
    }
    assertTrue(game.drive().other().blocks());
    while (game.drive().other().present()) {
      assertEquals(Drive.End.UNDER_WAY, game.drive().end());
      game.tick(HARD);
    }
    play(FORWARD);
    assertEquals(Drive.End.PASSED, game.drive().end());
    assertTrue(Float.isNaN(figures()[2]), "it need not have stopped for good");
  }

  @Test
  void aVehicleFromEitherSideReachesTheLaneAndStays() {
    for (int side : new int[] {-1, 1}) {
      begin(Conflict.PULLS_OUT, Road.DRY, 15, 160);
      game.scenario().side = side;
      game.begin();
      assertTrue(features()[10] * side > 5);
      while (game.drive().time() < 0.95) {
        game.tick(COAST);
      }
      assertEquals(0, features()[11], 1e-6);
      while (game.drive().time() < 5) {
        game.tick(COAST);
        assertTrue(features()[11] * side <= 0, "it backs");
      }
      assertEquals(0, features()[10], 0.02);
      assertTrue(game.drive().other().blocks());
    }
  }

  @Test
  void aStandingVehicleTurnsOffWhenItsPauseIsOver() {
    begin(Conflict.TURNS_OFF, Road.DRY, 15, 160);
    game.scenario().pause = 2;
    game.begin();
    while (game.drive().time() < 1.99) {
      assertTrue(game.drive().other().blocks());
      game.tick(COAST);
    }
    while (game.drive().time() < 4) {
      game.tick(COAST);
    }
    assertTrue(!game.drive().other().blocks());
  }

  @Test
  void brakingHardIsLessComfortableThanBrakingSoftly() {
    begin(Conflict.EMPTY, Road.DRY, 20, 100);
    while (game.drive().car().speed() > 0) {
      game.tick(HARD);
    }
    double hard = game.drive().discomfort();
    begin(Conflict.EMPTY, Road.DRY, 20, 100);
    while (game.drive().car().speed() > 0) {
      game.tick(new int[] {Pedals.BRAKE});
    }
    double soft = game.drive().discomfort();
    // Coming to stand from a deceleration a, felt with a delay of 0.2 s, alone is
    // up to a² / 0.4: 300 for 11 m/s², 40 for 4 m/s².
    assertTrue(hard > 200 && hard < 400, "hard " + hard);
    assertTrue(soft > 25 && soft < 80, "soft " + soft);
  }

  @Test
  void theRateOfDecisionsDoesNotChangeThePhysics() {
    Braking slow = new Braking(Variant.others().get("10hz"));
    Braking fast = new Braking(Variant.others().get("50hz"));
    for (Braking each : new Braking[] {slow, fast, game}) {
      begin(each, Conflict.PULLS_OUT, Road.ICE, 12, 90);
      int perSecond = each.info().ticksPerSecond();
      for (int t = 0; t < 4 * perSecond; t++) {
        int action = t < perSecond ? Pedals.FORWARD : t < 2 * perSecond ? Pedals.BRAKE : 3;
        each.tick(new int[] {action});
      }
    }
    float[] expected = features();
    float[] features = new float[expected.length];
    slow.features(0, features);
    assertArrayEquals(expected, features);
    fast.features(0, features);
    assertArrayEquals(expected, features);
    assertEquals(game.drive().discomfort(), fast.drive().discomfort());
  }

  @Test
  void thePedalsEndsAndMiddleAreForwardHardBrakingAndCoast() {
    Braking pedal = new Braking(Variant.others().get("pedal"));
    assertEquals("0.00", pedal.info().actions().get(50));
    assertEquals("-1.00", pedal.info().actions().get(0));
    int[][] pairs = {{100, Pedals.FORWARD}, {50, Pedals.COAST}};
    for (int[] pair : pairs) {
      begin(pedal, Conflict.EMPTY, Road.WET, 20, 90);
      begin(Conflict.EMPTY, Road.WET, 20, 90);
      for (int t = 0; t < 60; t++) {
        pedal.tick(new int[] {pair[0]});
        game.tick(new int[] {pair[1]});
        assertEquals(game.reward(0), pedal.reward(0));
      }
    }
    begin(pedal, Conflict.EMPTY, Road.WET, 20, 90);
    for (int t = 0; t < 5; t++) {
      pedal.tick(new int[] {0});
    }
    assertEquals(1, pedal.drive().pedals().line());
  }

  @Test
  void theFeaturesDoNotTellTheGripBeforeSomebodyBrakes() {
    begin(Conflict.PULLS_OUT, Road.DRY, 13, 90);
    float[] dry = features();
    begin(Conflict.PULLS_OUT, Road.ICE, 13, 90);
    assertArrayEquals(dry, features());
  }

  @Test
  void oneFrameTellsTheRoad() {
    PixelCanvas canvas = new PixelCanvas();
    int[] grey = new int[3];
    for (Road road : Road.values()) {
      begin(Conflict.EMPTY, road, 13, 90);
      game.draw(canvas, 0);
      for (int y = 30; y < 60; y++) {
        for (int x = 42; x < 50; x++) {
          grey[road.ordinal()] += canvas.pixels()[y * 84 + x] & 0xFF;
        }
      }
    }
    assertTrue(grey[2] > grey[0] + 240 * 25, "ice is paler than a dry road");
    assertTrue(grey[0] > grey[1] + 240 * 15, "a wet road is darker");
  }

  @Test
  void theLampLightsInTheFrameWhenAntiLockWorks() {
    PixelCanvas canvas = new PixelCanvas();
    begin(Conflict.EMPTY, Road.ICE, 13, 90);
    game.draw(canvas, 0);
    int dark = canvas.pixels()[3 * 84 + 76] & 0xFF;
    for (int t = 0; t < 10; t++) {
      game.tick(new int[] {Pedals.BRAKE});
    }
    game.draw(canvas, 0);
    assertEquals(1, features()[9]);
    assertEquals(0, dark);
    assertEquals(255, canvas.pixels()[3 * 84 + 76] & 0xFF);
  }

  @Test
  void aTickOfMovementShowsInTheFrameAtAnyDistance() {
    PixelCanvas canvas = new PixelCanvas();
    for (double distance : new double[] {5, 30, 80, 160}) {
      begin(Conflict.STANDS, Road.DRY, 20, distance);
      game.draw(canvas, 0);
      byte[] before = canvas.pixels().clone();
      game.tick(FORWARD);
      game.draw(canvas, 0);
      int most = 0;
      // A column through the vehicle, above the own car.
      for (int y = 0; y < 68; y++) {
        int i = y * 84 + 46;
        most = Math.max(most, Math.abs((before[i] & 0xFF) - (canvas.pixels()[i] & 0xFF)));
      }
      assertTrue(most > 15, "at " + distance + " m it changes by " + most);
    }
  }

  @Test
  void evaluationScenariosAreOthers() {
    Braking unseen = new Braking(Variant.others().get("test"));
    Set<Double> seen = new HashSet<>();
    for (int seed = 0; seed < 3000; seed++) {
      game.reset(seed);
      seen.add(game.scenario().distance);
      unseen.reset(seed);
      assertNotEquals(game.scenario().distance, unseen.scenario().distance);
    }
    for (int seed = 0; seed < 3000; seed++) {
      unseen.reset(seed);
      assertTrue(!seen.contains(unseen.scenario().distance));
    }
  }

  @Test
  void aVariantThatDoesNotExistIsAnError() {
    assertThrows(IllegalArgumentException.class, () -> provider().variant("snow"));
    assertThrows(IllegalArgumentException.class, () -> provider().variant("test").variant("pedal"));
  }
}
