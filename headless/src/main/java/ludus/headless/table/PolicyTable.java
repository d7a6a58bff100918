package ludus.headless.table;

import java.util.Arrays;
import ludus.agents.policy.Policy;
import ludus.core.env.EnvOptions;
import ludus.core.env.FrameStack;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.game.Game;
import ludus.core.mdp.SmallWorld;

/**
 * Asks a policy what it thinks of every state of a small world: a table, or a deep network that has
 * learned from features or pixels. The game is placed in each state and shown to the policy as at
 * the beginning of an episode.
 */
public final class PolicyTable {
  private PolicyTable() {}

  /**
   * By state and action: the policy's preference, a value in the game's own rewards or a
   * probability, as {@link Policy#meaning} says.
   */
  public static double[][] of(SmallWorld world, Policy policy) {
    EnvOptions options = policy.options();
    ObservationSpec spec = options.spec(world.info());
    Observations shown = new Observations(spec, 1);
    int[] action = new int[1];
    int actions = world.mdp().actions();
    double[][] q = new double[world.mdp().states()][actions];
    try (Game game = world.create()) {
      for (int s = 0; s < q.length; s++) {
        world.place(game, s);
        if (spec instanceof ObservationSpec.Pixels pixels) {
          FrameStack stack = new FrameStack(pixels.frames());
          stack.reset(game, 0);
          stack.copyTo(shown.bytes(), 0);
        } else {
          game.features(0, shown.floats());
        }
        policy.act(shown, 1, action);
        float[] preferences = policy.preferences();
        Arrays.setAll(q[s], a -> preferences[a]);
      }
    }
    return q;
  }
}
