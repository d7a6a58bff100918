package ludus.headless.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.Stream;
import ludus.agents.network.NetworkSpec;
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
        NetworkSpec network = Learners.network(config, provider.info());
        assertEquals(actions * config.quantiles(), network.outputs());
        if (config.policyMirror() != null) {
          NetworkSpec policy = network.behind(Learners.mirror(config));
          assertEquals("mirrored " + config.policyMirror(), policy.hidden().get(0).toString());
        }
      }
      assertFalse(presets.about(name).isEmpty(), name + " says what it is about");
    }
  }
}
