package ludus.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.agents.PhaseClock.Phase;
import org.junit.jupiter.api.Test;

class PhaseClockTest {

  @Test
  void allTimeBetweenTheRestartAndTheLastLapIsBookedOnce() {
    PhaseClock clock = new PhaseClock();
    long before = System.nanoTime();
    clock.restart();
    long begun = System.nanoTime();
    for (Phase phase : Phase.values()) {
      clock.lap(phase);
    }
    long ended = System.nanoTime();
    clock.lap(Phase.ACTING);
    double booked = clock.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    assertTrue(booked <= (System.nanoTime() - before) / 1e9 + 1e-9, "no more than has passed");
    assertTrue(booked >= (ended - begun) / 1e9 - 1e-9, "no less than has passed");
  }

  @Test
  void timeIsBookedOnWhatItWasSpentOnAndARestartForgetsIt() {
    PhaseClock clock = new PhaseClock();
    long until = System.nanoTime() + 1_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    clock.lap(Phase.STEPPING);
    assertTrue(clock.seconds().get(Phase.STEPPING) >= 1e-6);
    assertEquals(0, clock.seconds().get(Phase.UPDATING));
    clock.restart();
    assertEquals(0, clock.seconds().get(Phase.STEPPING));
  }
}
