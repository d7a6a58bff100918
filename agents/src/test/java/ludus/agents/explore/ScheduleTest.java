package ludus.agents.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void aLineFallsFromItsBeginningToItsEndAndStaysThere() {
    Schedule line = new Schedule.Linear(1, 0.1f, 1000);
    assertEquals(1, line.at(0));
    assertEquals(0.55f, line.at(500), 1e-6);
    assertEquals(0.1f, line.at(1000));
    assertEquals(0.1f, line.at(1_000_000_000_000L));
    assertEquals(0.1f, new Schedule.Linear(1, 0.1f, 0).at(0));
  }

  @Test
  void anExponentialHalvesItsDistance() {
    Schedule fall = new Schedule.Exponential(1, 0.2f, 100);
    assertEquals(1, fall.at(0));
    assertEquals(0.6f, fall.at(100), 1e-6);
    assertEquals(0.4f, fall.at(200), 1e-6);
  }

  @Test
  void aConstantIsConstant() {
    assertEquals(0.3f, new Schedule.Constant(0.3f).at(12345));
  }
}
