package ludus.games.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameProvider;
import ludus.core.mdp.FiniteMdp;
import org.junit.jupiter.api.Test;

class CliffTest extends WorldConformance {
  private static final int NORTH = 0;
  private static final int EAST = 1;
  private static final int SOUTH = 2;
  private static final int WEST = 3;
  private static final int START = 36;
  private static final int GOAL = 37;

  @Override
  protected GameProvider provider() {
    return new CliffProvider();
  }

  @Test
  void theWayIsWhatTheBookSays() {
    FiniteMdp mdp = Cliff.mdp();
    assertEquals(38, mdp.states(), "the cells of the cliff are no states");
    assertEquals(1, mdp.start(START));
    assertTrue(mdp.terminal(GOAL));
    assertEquals(3, mdp.layout().row(GOAL));
    assertEquals(11, mdp.layout().column(GOAL));
    assertMove(mdp, START, NORTH, 24, -1);
    assertMove(mdp, START, EAST, START, -100);
    assertMove(mdp, START, WEST, START, -1);
    assertMove(mdp, START, SOUTH, START, -1);
    assertMove(mdp, 30, SOUTH, START, -100);
    assertMove(mdp, 35, SOUTH, GOAL, -1);
    assertMove(mdp, 0, NORTH, 0, -1);
    assertMove(mdp, 11, EAST, 11, -1);
  }

  private static void assertMove(FiniteMdp mdp, int state, int action, int next, double reward) {
    assertEquals(next, mdp.next(state, action, 0));
    assertEquals(reward, mdp.reward(state, action, 0));
  }

  @Test
  void theBestWayRunsAlongTheEdgeInThirteenMoves() {
    assertEquals(-13, Values.optimal(Cliff.mdp(), 1)[START], 1e-12);
    assertEquals(-13, expertReturn(START, 200));
  }
}
