package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
  static Stream<GameProvider> games() {
    return GameCatalog.load().games().stream()
        .filter(provider -> !provider.info().name().contains("/"))
        .filter(provider -> provider.info().players() == 1);
  }

  @ParameterizedTest
  @MethodSource("games")
  void everyPresetOfEveryGameIsReadAndFitsItsGame(GameProvider provider) {
    Presets presets = Presets.of(provider.info());
    for (String name : presets.names()) {
      TrainingConfig config = presets.resolve(name, 1);
      assertEquals(name, config.preset());
      if (config.dqn() != null || config.pqn() != null) {
        int actions = provider.info().actions().size();
        int outputs = Learners.network(config, provider.info()).outputs();
        assertEquals(actions * config.quantiles(), outputs);
      }
      assertFalse(presets.about(name).isEmpty(), name + " says what it is about");
    }
  }
}
