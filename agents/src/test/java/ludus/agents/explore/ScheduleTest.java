package ludus.agents.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @Test
  void aLineGoesFromItsBeginningToItsEndAndStaysThere() {
    Schedule line = new Schedule.Linear(1, 0.1f, 1000);
    assertEquals(1, line.at(0));
    assertEquals(0.55f, line.at(500), 1e-6);
    assertEquals(0.1f, line.at(1000));
    assertEquals(0.1f, line.at(1_000_000));
    assertEquals(0.1f, new Schedule.Linear(1, 0.1f, 0).at(0));
  }

  @Test
  void anExponentialHalvesItsDistance() {
    Schedule fall = new Schedule.Exponential(1, 0.2f, 100);
    assertEquals(1, fall.at(0), 1e-6);
    assertEquals(0.6f, fall.at(100), 1e-6);
    assertEquals(0.4f, fall.at(200), 1e-6);
  }

  @Test
  void aConstantStays() {
    assertEquals(0.3f, new Schedule.Constant(0.3f).at(12345));
  }

  @Test
  void aSinusoidGoesDownAndUpAgainAndItsCrestsSink() {
    Schedule wave = new Schedule.Sinusoidal(1, 0, 100, 0);
    assertEquals(1, wave.at(0), 1e-6);
    assertEquals(0.5f, wave.at(25), 1e-6);
    assertEquals(0, wave.at(50), 1e-6);
    assertEquals(1, wave.at(100_000), 1e-6);
    Schedule sinking = new Schedule.Sinusoidal(1, 0.2f, 100, 1000);
    assertEquals(0.6f, sinking.at(500), 1e-6);
    assertEquals(0.2f, sinking.at(550), 1e-6);
    assertEquals(0.2f, sinking.at(1000), 1e-6);
    assertEquals(0.2f, sinking.at(2000), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.05",
        "1.0E-4",
        "linear 1 to 0.05 over 60000",
        "exponential 1 to 0.05 halving 20000",
        "sinusoidal 1 to 0.05 period 20000 over 60000",
        "sinusoidal -0.5 to 2 period 20000"
      })
  void itsTextIsReadAsItWasWritten(String text) throws JsonProcessingException {
    assertEquals(text, Schedule.parse(text).toString());
    ObjectMapper yaml = new YAMLMapper();
    Schedule schedule = yaml.readValue(text, Schedule.class);
    assertEquals(Schedule.parse(text), schedule);
    assertEquals(schedule, yaml.readValue(yaml.writeValueAsString(schedule), Schedule.class));
  }

  @Test
  void aPlainWholeNumberIsAConstant() throws JsonProcessingException {
    assertEquals(new Schedule.Constant(1), new YAMLMapper().readValue("1", Schedule.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fast",
        "linear 1 to 0",
        "linear 1 to 0 over -3",
        "exponential 1 to 0 halving 0",
        "sinusoidal 1 to 0 period 0"
      })
  void whatIsNoScheduleIsRefusedWithAWord(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Schedule.parse(text));
    assertTrue(e.getMessage().contains("schedule"), e.getMessage());
  }
}
