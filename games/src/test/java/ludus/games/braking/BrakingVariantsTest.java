package ludus.games.braking;

import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Nested;

/** The variants keep to what every game must keep to. */
class BrakingVariantsTest {
  @Nested
  class Pedal extends GameConformance {
    @Override
    protected GameProvider provider() {
      return new BrakingProvider().variant("pedal");
    }
  }

  @Nested
  class FiftyHertz extends GameConformance {
    @Override
    protected GameProvider provider() {
      return new BrakingProvider().variant("50hz");
    }
  }
}
