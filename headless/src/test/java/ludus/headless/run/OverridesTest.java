package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.core.game.GameCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static final TrainingConfig CONFIG =
      Presets.of(GameCatalog.load().find("pong").info()).resolve("plain", 1);

  @Test
  void onlyWhatIsNamedChanges() {
    assertEquals(CONFIG, Overrides.apply(CONFIG, List.of()));
    TrainingConfig changed =
        Overrides.apply(
            CONFIG,
            List.of(
                "dqn.n_steps=3",
                "network=[dense 64, dueling]",
                "dqn.prioritised={alpha: 0.5, beta: 1, floor: 0.01}",
                "evaluation.stop_at=5.5"));
    assertEquals(3, changed.dqn().nSteps());
    assertEquals(List.of("dense 64", "dueling"), changed.network());
    assertEquals(0.5f, changed.dqn().prioritised().alpha());
    assertEquals(5.5, changed.evaluation().stopAt());
    assertEquals(CONFIG.dqn().gamma(), changed.dqn().gamma());
    assertEquals(CONFIG.env(), changed.env());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dqn.n_step=3 | dqn.n_step: there is no such setting",
        "dqn.learning_rate=0 | learning_rate must be above 0",
        "dqn.n_steps=0 | n_steps",
        "dqn.n_steps | KEY=VALUE",
        "=3 | KEY=VALUE",
        "pqn.lambda=0.5 | pqn",
        "game=chess | game",
        "dqn.epsilon=fast | schedule",
        "dqn.temperature=0.5 | not by both",
        "network=[dense | network"
      })
  void whatMakesNoSenseIsRefusedInAFewWords(String setting, String named) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Overrides.apply(CONFIG, List.of(setting)));
    assertTrue(e.getMessage().contains(named), e.getMessage());
    assertTrue(e.getMessage().lines().count() == 1, e.getMessage());
  }
}
