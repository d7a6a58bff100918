package ludus.games.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameProvider;
import ludus.core.mdp.FiniteMdp;
import org.junit.jupiter.api.Test;

class CorridorTest extends WorldConformance {
  @Override
  protected GameProvider provider() {
    return new CorridorProvider();
  }

  @Test
  void theWayIsWhatTheRulesSay() {
    FiniteMdp mdp = Corridor.mdp();
    assertMove(mdp, 0, Corridor.STEP, 1, -1);
    assertMove(mdp, 0, Corridor.JUMP, 2, -1);
    assertMove(mdp, 2, Corridor.STEP, 3, -10);
    assertMove(mdp, 1, Corridor.JUMP, 3, -10);
    assertMove(mdp, 3, Corridor.STEP, 4, -1);
    assertMove(mdp, 5, Corridor.STEP, 6, -10);
    assertMove(mdp, 7, Corridor.JUMP, 9, 10);
    assertMove(mdp, 8, Corridor.STEP, 9, 10);
    assertMove(mdp, 8, Corridor.JUMP, 9, 10);
    assertTrue(mdp.terminal(9));
    assertEquals(1, mdp.start(0));
  }

  private static void assertMove(FiniteMdp mdp, int cell, int action, int next, double reward) {
    assertEquals(next, mdp.next(cell, action, 0));
    assertEquals(reward, mdp.reward(cell, action, 0));
  }

  @Test
  void optimalValuesAreThoseWorkedByHand() {
    assertArrayEquals(
        new double[] {6, 6, 7, 8, 8, 9, 9, 10, 10, 0}, Values.optimal(Corridor.mdp(), 1), 1e-12);
    assertEquals(6, expertReturn(0, 20));
  }
}
