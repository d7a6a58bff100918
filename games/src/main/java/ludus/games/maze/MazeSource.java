package ludus.games.maze;

import java.util.List;
import ludus.core.random.Rng;

/** Where a game's levels come from: hand-made ones, generated ones, or both. */
final class MazeSource {
  private final List<MazeLevel> made;
  private final MazeGenerator.Split split;
  private final MazeGenerator generator = new MazeGenerator();
  private final MazeLevel generated = new MazeLevel();
  private final Rng rng = new Rng(0);

  /**
   * @param made the hand-made levels
   * @param split which generated levels to use for every other episode; null for none
   */
  MazeSource(List<MazeLevel> made, MazeGenerator.Split split) {
    this.made = List.copyOf(made);
    this.split = split;
  }

  /** The level that belongs to a seed; a generated one is valid until the next is drawn. */
  MazeLevel draw(long seed) {
    rng.state(seed);
    if (split != null && (made.isEmpty() || rng.nextInt(2) == 0)) {
      generator.generate(rng.nextLong(), split, generated);
      return generated;
    }
    return made.get(rng.nextInt(made.size()));
  }
}
