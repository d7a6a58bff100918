package ludus.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
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
    double booked = Arrays.stream(Phase.values()).mapToDouble(clock::seconds).sum();
    assertTrue(booked <= (System.nanoTime() - before) / 1e9 + 1e-9, "no more than has passed");
    assertTrue(booked >= (ended - begun) / 1e9 - 1e-9, "no less than has passed");
  }

  @Test
  void sharesAddUpToOneAndARestartForgetsThem() {
    PhaseClock clock = new PhaseClock();
    long until = System.nanoTime() + 1_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    clock.lap(Phase.STEPPING);
    clock.lap(Phase.UPDATING);
    assertEquals(1, Arrays.stream(Phase.values()).mapToDouble(clock::share).sum(), 1e-9);
    assertTrue(clock.share(Phase.STEPPING) > 0);
    clock.restart();
    assertEquals(0, clock.share(Phase.STEPPING));
  }
}
