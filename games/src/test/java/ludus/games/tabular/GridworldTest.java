package ludus.games.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ludus.core.game.GameProvider;
import ludus.core.mdp.FiniteMdp;
import org.junit.jupiter.api.Test;

class GridworldTest extends WorldConformance {
  /** Sutton and Barto (2018), figure 3.5: v* for γ = 0.9. */
  private static final double[] OPTIMAL = {
    22.0, 24.4, 22.0, 19.4, 17.5, //
    19.8, 22.0, 19.8, 17.8, 16.0, //
    17.8, 19.8, 17.8, 16.0, 14.4, //
    16.0, 17.8, 16.0, 14.4, 13.0, //
    14.4, 16.0, 14.4, 13.0, 11.7
  };

  /** The same, figure 3.2: the values of choosing every action with equal probability. */
  private static final double[] RANDOM = {
    3.3, 8.8, 4.4, 5.3, 1.5, //
    1.5, 3.0, 2.3, 1.9, 0.5, //
    0.1, 0.7, 0.7, 0.4, -0.4, //
    -1.0, -0.4, -0.4, -0.6, -1.2, //
    -1.9, -1.3, -1.2, -1.4, -2.0
  };

  @Override
  protected GameProvider provider() {
    return new GridworldProvider();
  }

  @Test
  void optimalValuesAreThoseOfTheBook() {
    double[] v = Values.optimal(TeleportGrid.mdp(), 0.9);
    for (int s = 0; s < 25; s++) {
      assertEquals(OPTIMAL[s], v[s], 0.05, "cell " + s);
    }
  }

  @Test
  void valuesOfChanceAreThoseOfTheBook() {
    double[] v = Values.ofChance(TeleportGrid.mdp(), 0.9);
    for (int s = 0; s < 25; s++) {
      assertEquals(RANDOM[s], v[s], 0.05, "cell " + s);
    }
  }

  @Test
  void theTaskNeverEndsAndBeginsAnywhere() {
    FiniteMdp mdp = TeleportGrid.mdp();
    assertFalse(mdp.episodic());
    for (int s = 0; s < 25; s++) {
      assertEquals(0.04, mdp.start(s));
    }
  }

  @Test
  void theExpertGoesRoundAndRoundThroughA() {
    // From A: ten, then four steps back up, so two a tick.
    assertEquals(200, expertReturn(TeleportGrid.A, 100));
  }
}
