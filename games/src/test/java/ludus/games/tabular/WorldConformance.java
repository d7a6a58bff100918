package ludus.games.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import ludus.core.game.Expert;
import ludus.core.game.Game;
import ludus.core.game.GameConformance;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.api.Test;

/** What every small world that is played on its map must keep to, beside what every game must. */
abstract class WorldConformance extends GameConformance {
  private SmallWorld world() {
    return (SmallWorld) provider();
  }

  @Test
  void theGameIsItsTableTransitionForTransition() {
    FiniteMdp mdp = world().mdp();
    assertEquals(mdp.actionNames(), world().info().actions());
    float[] features = new float[mdp.states()];
    try (MdpGame game = (MdpGame) world().create()) {
      for (int s = 0; s < mdp.states(); s++) {
        for (int a = 0; a < mdp.actions() && !mdp.terminal(s); a++) {
          game.place(s);
          game.tick(new int[] {a});
          assertEquals(1, mdp.outcomes(s, a), "these worlds leave nothing to chance");
          assertEquals(mdp.next(s, a, 0), world().state(game));
          assertEquals((float) mdp.reward(s, a, 0), game.reward(0));
          assertEquals(mdp.terminal(world().state(game)), game.terminated());
          game.features(0, features);
          for (int i = 0; i < features.length; i++) {
            assertEquals(i == game.state() ? 1 : 0, features[i]);
          }
        }
      }
    }
  }

  @Test
  void theGoldenReplayComesOutAsItWasRecorded() throws Exception {
    String name = world().info().name();
    Path file = Path.of(WorldConformance.class.getResource(name + ".replay").toURI());
    try (Game game = world().create()) {
      ReplayPlayer player = new ReplayPlayer(ReplayFile.read(file), game);
      player.verifyAll();
      assertTrue(player.tick() > 3);
    }
  }

  /** What the expert earns from a state within this many ticks. */
  final double expertReturn(int state, int ticks) {
    try (MdpGame game = (MdpGame) world().create()) {
      Expert expert = world().expert(game, 0);
      game.place(state);
      double sum = 0;
      for (int t = 0; t < ticks && !game.terminated(); t++) {
        game.tick(new int[] {expert.act()});
        sum += game.reward(0);
      }
      return sum;
    }
  }
}
