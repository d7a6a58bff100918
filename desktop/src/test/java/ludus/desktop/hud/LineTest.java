package ludus.desktop.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineTest {
  private static String number(double value, int digits) {
    return new Line().add(value, digits).toString();
  }

  @Test
  void numbersAreRoundedAndKeepTheirDigits() {
    assertEquals("2.70", number(2.7, 2));
    assertEquals("0.05", number(0.049, 2));
    assertEquals("1.000", number(0.9999, 3));
    assertEquals("12", number(12.3, 0));
  }

  @Test
  void minusIsAMinusSignAndZeroHasNone() {
    assertEquals("−0.3", number(-0.3, 1));
    assertEquals("0.0", number(-0.04, 1));
    assertEquals("−7", new Line().add(-7L).toString());
  }

  @Test
  void whatIsNoNumberIsADash() {
    assertEquals("–", number(Double.NaN, 2));
    assertEquals("–", new Line().addReturn(Double.NaN).toString());
    assertEquals("∞", number(Double.POSITIVE_INFINITY, 2));
    assertEquals("−∞", number(-1e300, 2));
  }

  @Test
  void returnsAreWholeWhereTheyAre() {
    assertEquals("137", new Line().addReturn(137).toString());
    assertEquals("412.3", new Line().addReturn(412.3).toString());
    assertEquals("−0.25", new Line().addReturn(-0.25).toString());
  }
}
