package ludus.core.replay;

import ludus.core.game.Game;

/**
 * Simulates a replay again, tick by tick, and holds it against its checksums. It does not own the
 * game.
 */
public final class ReplayPlayer {
  private final Replay replay;
  private final Game game;
  private final Checksum checksum;
  private final int[] actions;
  private int tick;

  /**
   * Resets the game to the replay's beginning.
   *
   * @throws ReplayException if the replay is of another game or version, or begins differently
   */
  public ReplayPlayer(Replay replay, Game game) {
    replay.requireGame(game.info());
    this.replay = replay;
    this.game = game;
    this.checksum = new Checksum(game);
    this.actions = new int[replay.players()];
    game.reset(replay.seed());
    verify();
  }

  /** Whether another tick is recorded. */
  public boolean hasNext() {
    return tick < replay.ticks();
  }

  /** How many ticks were simulated. */
  public int tick() {
    return tick;
  }

  /**
   * Simulates the next recorded tick.
   *
   * @throws ReplayException if the game does not come out as it was recorded
   */
  public void next() {
    if (game.terminated()) {
      throw new ReplayException(
          "the episode ends at tick %d here, %d were recorded".formatted(tick, replay.ticks()));
    }
    replay.actions(tick, actions);
    try {
      game.tick(actions);
    } catch (IllegalArgumentException e) {
      throw new ReplayException("tick %d: %s".formatted(tick, e.getMessage()));
    }
    tick++;
    if (tick % replay.interval() == 0 || !hasNext()) {
      verify();
    }
  }

  /**
   * Simulates the whole rest.
   *
   * @throws ReplayException if the game does not come out as it was recorded
   */
  public void verifyAll() {
    while (hasNext()) {
      next();
    }
  }

  private void verify() {
    int index = (tick + replay.interval() - 1) / replay.interval();
    if (checksum.now() != replay.checksums()[index]) {
      throw new ReplayException(
          "picture or features at tick %d are not those recorded".formatted(tick));
    }
  }
}
