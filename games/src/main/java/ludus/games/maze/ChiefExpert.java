package ludus.games.maze;

import ludus.core.game.Expert;

/**
 * Leads the chaser along the shortest way to the player, and away from it while it is frightened.
 */
final class ChiefExpert implements Expert {
  private final MazeWorld world;

  ChiefExpert(MazeWorld world) {
    this.world = world;
  }

  @Override
  public int act() {
    Ghost chaser = world.ghost(0);
    int room = chaser.next();
    int player = world.player().next();
    int best = Heading.NONE;
    int bestDistance = 0;
    int exits = world.level().exits(room);
    for (int h = 0; h < Heading.COUNT; h++) {
      if (Heading.has(exits, h)) {
        int distance = world.level().routes().distance(Heading.step(room, h), player);
        distance = chaser.frightened ? -distance : distance;
        if (best == Heading.NONE || distance < bestDistance) {
          best = h;
          bestDistance = distance;
        }
      }
    }
    return best + 1;
  }
}
