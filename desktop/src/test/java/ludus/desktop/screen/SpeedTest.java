package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
  @Test
  void theLadderGoesFromAnEighthToAsFastAsPossibleAndBack() {
    StringBuilder up = new StringBuilder();
    Speed speed = Speed.parse("1/8");
    for (int i = 0; i < 9; i++) {
      up.append(speed).append(' ');
      speed = speed.faster();
    }
    assertEquals("1/8× 1/4× 1/2× 1× 2× 4× 8× 16× max ", up.toString());
    assertEquals(Speed.MAX, speed);
    for (int i = 0; i < 20; i++) {
      speed = speed.slower();
    }
    assertEquals("1/8×", speed.toString());
  }

  @ParameterizedTest
  @CsvSource({"1,1×", "0.5,1/2×", "3,3×", "1/4,1/4×", "2x,2×", "0.75,0.75×", "max,max", "MAX,max"})
  void aSpeedIsReadAsPeopleWriteIt(String text, String shown) {
    assertEquals(shown, Speed.parse(text).toString());
  }

  @Test
  void aSpeedBetweenTwoRungsGoesToTheNext() {
    assertEquals("4×", Speed.parse("3").faster().toString());
    assertEquals("2×", Speed.parse("3").slower().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "17", "1e9", "1/0", "0/0", "NaN", "Infinity", "fast", "", "x"})
  void nonsenseIsRefusedAndNamed(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Speed.parse(text));
    assertTrue(e.getMessage().contains("'" + text + "'"), e.getMessage());
  }
}
