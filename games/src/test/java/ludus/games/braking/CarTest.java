package ludus.games.braking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarTest {
  private static Car driving(Road road, double speed, boolean antiLock) {
    Car car = new Car(antiLock);
    car.place(road, speed);
    return car;
  }

  private static void steps(Car car, int milliseconds, double line) {
    for (int i = 0; i < milliseconds; i++) {
      car.step(0, 0, line);
    }
  }

  @Test
  void engineRollingAndAirSlowACoastingCar() {
    Car car = driving(Road.DRY, 20, true);
    steps(car, 2000, 0);
    // At v: engine 250 + 16 v, rolling 1500 × 9.81 × 0.012 = 176.6, air 0.396 v², all in N, over
    // the mass of the car and of the turning wheels, 1500 + 4 × 1.2 / 0.3² = 1553 kg.
    double v = car.speed();
    assertEquals(18.94, v, 0.02);
    assertEquals(-(250 + 16 * v + 176.6 + 0.396 * v * v) / 1553, car.acceleration(), 0.002);
  }

  @ParameterizedTest
  @EnumSource
  void anOpenThrottleHoldsTheCruisingSpeed(Road road) {
    Car car = driving(road, 12, true);
    for (int i = 0; i < 20_000; i++) {
      car.step(1, 12, 0);
      assertEquals(12, car.speed(), 0.05);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOpenThrottleAcceleratesUpToTheCruisingSpeedAndNotBeyond(Road road) {
    Car car = driving(road, 5, true);
    double most = 0;
    for (int i = 0; i < 20_000; i++) {
      car.step(1, 12, 0);
      most = Math.max(most, car.speed());
      assertTrue(car.front().slip() > -0.1, "the wheels spin at " + car.front().slip());
    }
    assertEquals(12, car.speed(), 0.1);
    assertTrue(most < 12.05);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAntiLockFullPressureLocksTheWheelsAndTheCarGoesFarther(Road road) {
    Car locked = driving(road, 12, false);
    steps(locked, 800, 1);
    assertEquals(1, locked.front().slip());
    assertEquals(1, locked.rear().slip());
    assertEquals(0, locked.front().rimSpeed());
    assertEquals(-road.grip(1) * Car.GRAVITY, locked.acceleration(), 0.25);
    assertFalse(locked.antiLockActive());
    steps(locked, 20_000, 1);

    Car modulated = driving(road, 12, true);
    steps(modulated, 20_000, 1);
    assertEquals(0, modulated.speed());
    assertTrue(locked.travelled() > 1.15 * modulated.travelled());
  }

  @ParameterizedTest
  @EnumSource
  void antiLockKeepsTheWheelsTurningNearTheBestGrip(Road road) {
    Car car = driving(road, 12, true);
    steps(car, 200, 1);
    double speed = car.speed();
    int milliseconds = 0;
    boolean lit = true;
    while (car.speed() > 2) {
      steps(car, 1, 1);
      milliseconds++;
      lit &= car.antiLockActive();
      assertTrue(car.front().slip() < 0.6, "slip " + car.front().slip());
    }
    double mean = (speed - car.speed()) / milliseconds * 1000;
    assertTrue(mean > 0.88 * road.peak() * Car.GRAVITY, "mean deceleration " + mean);
    assertTrue(lit, "the lamp goes out");
  }

  @Test
  void antiLockPulsatesAndShowsItsLampOnIceOnly() {
    for (Road road : Road.values()) {
      Car car = driving(road, 12, true);
      steps(car, 300, Pedals.BASE);
      double least = 1;
      double most = 0;
      for (int i = 0; i < 500; i++) {
        steps(car, 1, Pedals.BASE);
        least = Math.min(least, car.front().pressure());
        most = Math.max(most, car.front().pressure());
      }
      assertEquals(road == Road.ICE, car.antiLockActive());
      assertEquals(road == Road.ICE, most - least > 0.02, "pulse " + (most - least));
    }
  }

  @Test
  void brakingMovesLoadToTheFrontSoThatItsBrakesHoldMore() {
    Car car = driving(Road.DRY, 25, false);
    steps(car, 1200, 0.8);
    // 1.35 × 0.8 = 1.08 of the weight: within the front's grip, 1.2 × 0.75, not within the rear's.
    assertTrue(car.front().slip() < 0.2);
    assertEquals(1, car.rear().slip());
  }

  @ParameterizedTest
  @EnumSource
  void aBrakedCarComesToStandAndStaysThere(Road road) {
    Car car = driving(road, 9, true);
    steps(car, 15_000, 0.3);
    double place = car.travelled();
    assertEquals(0, car.speed());
    steps(car, 1000, 0.3);
    steps(car, 1000, 0);
    assertEquals(place, car.travelled());
    assertEquals(0, car.acceleration());
  }

  @Test
  void stoppingTakesEightTimesAsFarOnIceAsOnADryRoad() {
    // From 20 m/s in the road's best deceleration: v² / 2 μ g = 17, 19.2 and 118.5 m, and what is
    // lost while the pressure rises and by the modulation.
    assertEquals(17 + 4.3, StoppingDistance.of(Road.DRY, 20), 0.5);
    assertEquals(19.2 + 3.9, StoppingDistance.of(Road.WET, 20), 0.5);
    assertEquals(118.5, StoppingDistance.of(Road.ICE, 20), 2);
    for (Road road : Road.values()) {
      for (double v = 0; v < 29; v += 0.3) {
        assertTrue(StoppingDistance.of(road, v) < StoppingDistance.of(road, v + 0.3));
      }
    }
  }
}
