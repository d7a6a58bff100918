package ludus.core.replay;

import ludus.core.game.GameInfo;

/**
 * One episode as the actions that made it, tick by tick: enough to simulate it again exactly.
 *
 * @param game name of the game
 * @param version the game's version
 * @param seed the episode's seed
 * @param players how many players acted
 * @param actions the actions of all players at tick 0, then at tick 1, and so on
 * @param interval ticks between two checksums
 * @param checksums CRC-32 of the picture and features of all players, after the reset, after every
 *     {@code interval} ticks, and at the end
 */
public record Replay(
    String game,
    int version,
    long seed,
    int players,
    byte[] actions,
    int interval,
    int[] checksums) {

  /** How many ticks the episode lasted. */
  public int ticks() {
    return actions.length / players;
  }

  /** The actions at one tick, into {@code out}. */
  public void actions(int tick, int[] out) {
    for (int p = 0; p < players; p++) {
      out[p] = actions[tick * players + p];
    }
  }

  /**
   * Checks that this replay is of the given game.
   *
   * @throws ReplayException if it is of another game or of another version
   */
  public void requireGame(GameInfo info) {
    if (!info.name().equals(game)) {
      throw new ReplayException("this replay is of %s, not of %s".formatted(game, info.name()));
    }
    if (info.version() != version) {
      throw new ReplayException(
          "this replay was made with version %d of %s, this is version %d: it cannot be shown exactly"
              .formatted(version, game, info.version()));
    }
    if (info.players() != players) {
      throw new ReplayException(
          "this replay has %d players, %s has %d".formatted(players, game, info.players()));
    }
  }
}
