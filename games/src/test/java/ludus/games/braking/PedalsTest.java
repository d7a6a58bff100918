package ludus.games.braking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PedalsTest {
  private final Pedals pedals = new Pedals();

  private double after(int milliseconds, int action) {
    for (int i = 0; i < milliseconds; i++) {
      pedals.act(action);
    }
    return pedals.line();
  }

  private double at(int milliseconds, double place) {
    for (int i = 0; i < milliseconds; i++) {
      pedals.pedal(place);
    }
    return pedals.line();
  }

  @Test
  void brakeGoesToTheBasePressureAndStaysThere() {
    assertEquals(0.2, after(50, Pedals.BRAKE), 1e-9);
    assertEquals(0.3, after(50, Pedals.BRAKE), 1e-9);
    assertEquals(0.3, after(1000, Pedals.BRAKE), 1e-9);
  }

  @Test
  void brakeHardGoesOnToFullPressure() {
    assertEquals(0.3, after(75, Pedals.BRAKE_HARD), 1e-9);
    assertEquals(0.9, after(500, Pedals.BRAKE_HARD), 1e-9);
    assertEquals(1, after(500, Pedals.BRAKE_HARD), 1e-9);
  }

  @Test
  void brakeHoldsWhatBrakeHardHasBuiltUp() {
    after(575, Pedals.BRAKE_HARD);
    assertEquals(0.9, after(300, Pedals.BRAKE), 1e-9);
  }

  @Test
  void coastAndForwardReleaseThePressure() {
    after(575, Pedals.BRAKE_HARD);
    assertEquals(0.5, after(100, Pedals.COAST), 1e-9);
    assertEquals(0.1, after(100, Pedals.FORWARD), 1e-9);
    assertEquals(0, pedals.throttle(), "no throttle against the brakes");
    assertEquals(0, after(50, Pedals.FORWARD), 1e-9);
    assertEquals(1, pedals.throttle());
    after(1, Pedals.COAST);
    assertEquals(0, pedals.throttle());
  }

  @Test
  void thePedalMovesThePressureToItsPlace() {
    assertEquals(0.4, at(100, -0.6), 1e-9);
    assertEquals(0.6, at(100, -0.6), 1e-9);
    assertEquals(0.25, at(1000, -0.25), 1e-9);
    assertEquals(0, at(1000, 0), 1e-9);
    at(1, 0.4);
    assertEquals(0.4, pedals.throttle(), 1e-9);
  }
}
