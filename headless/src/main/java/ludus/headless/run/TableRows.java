package ludus.headless.run;

import ludus.agents.network.Cells;
import ludus.agents.network.NetworkSpec;
import ludus.core.game.Game;
import ludus.core.mdp.SmallWorld;

/** Which row of a learned table belongs to which state of a small world. */
final class TableRows {
  private TableRows() {}

  /**
   * By state: its cell, or without cells the feature that is 1 in it.
   *
   * @throws IllegalArgumentException if two states would share a row that are worth different
   *     things
   */
  static int[] of(SmallWorld world, NetworkSpec spec) {
    Cells cells = spec.cells();
    float[] features = new float[world.info().features().size()];
    int[] rows = new int[world.mdp().states()];
    int[] owner = new int[cells == null ? features.length : cells.count()];
    try (Game game = world.create()) {
      for (int s = 0; s < rows.length; s++) {
        world.place(game, s);
        game.features(0, features);
        rows[s] = cells == null ? one(features) : cells.cell(features, 0);
        if (owner[rows[s]]++ > 0) {
          throw new IllegalArgumentException(
              "two states of %s lie in one cell: cut the features finer".formatted(world.mdp()));
        }
      }
    }
    return rows;
  }

  private static int one(float[] features) {
    for (int i = 0; i < features.length; i++) {
      if (features[i] == 1) {
        return i;
      }
    }
    throw new IllegalArgumentException("no feature is 1: a plan of this world needs cells");
  }
}
