package ludus.games.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ludus.core.game.Game;
import ludus.core.game.GameConformance;
import ludus.core.game.GameProvider;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;
import org.junit.jupiter.api.Test;

class ClassicRobotTest extends GameConformance {
  private final SmallWorld world = (SmallWorld) new RobotProvider().variant("3x3");

  @Override
  protected GameProvider provider() {
    return world;
  }

  @Test
  void theTableIsTheGameTransitionForTransition() {
    FiniteMdp mdp = world.mdp();
    assertEquals(36, mdp.states());
    assertEquals(world.info().actions(), mdp.actionNames());
    try (Game game = world.create()) {
      game.reset(0);
      for (int state = 0; state < mdp.states(); state++) {
        for (int action = 0; action < mdp.actions() && !mdp.terminal(state); action++) {
          ((Robot) game).place(state);
          game.tick(new int[] {action});
          assertEquals(1, mdp.outcomes(state, action));
          assertEquals(1, mdp.probability(state, action, 0));
          assertEquals(mdp.next(state, action, 0), world.state(game), mdp.stateNames().get(state));
          assertEquals(mdp.reward(state, action, 0), game.reward(0));
          assertEquals(mdp.terminal(world.state(game)), game.terminated());
        }
      }
    }
  }

  @Test
  void theGameStartsWhereTheTableSaysAndAsOften() {
    int episodes = 32_000;
    int[] starts = new int[36];
    try (Game game = world.create()) {
      for (int seed = 0; seed < episodes; seed++) {
        game.reset(seed);
        starts[world.state(game)]++;
      }
    }
    for (int state = 0; state < 36; state++) {
      // Five standard deviations of 1000 expected starts.
      assertEquals(world.mdp().start(state) * episodes, starts[state], 160);
    }
  }
}
