package ludus.core.replay;

import java.util.Arrays;
import ludus.core.draw.Canvas;
import ludus.core.game.Game;
import ludus.core.game.GameInfo;

/**
 * A game that keeps a record of its own episode. It passes every call on to the game it wraps and
 * closes it.
 */
public final class ReplayRecorder implements Game {
  private final Game game;
  private final Checksum checksum;
  private final int interval;
  private long seed;
  private byte[] actions = new byte[1024];
  private int[] checksums = new int[16];
  private int used;
  private int sums;
  private int ticks;

  public ReplayRecorder(Game game) {
    this.game = game;
    this.checksum = new Checksum(game);
    this.interval = game.info().ticksPerSecond();
  }

  /** The wrapped game. */
  public Game game() {
    return game;
  }

  /** The episode up to now. */
  public Replay replay() {
    GameInfo info = game.info();
    int[] all = Arrays.copyOf(checksums, sums);
    if (ticks % interval != 0) {
      all = Arrays.copyOf(checksums, sums + 1);
      all[sums] = checksum.now();
    }
    return new Replay(
        info.name(),
        info.version(),
        seed,
        info.players(),
        Arrays.copyOf(actions, used),
        interval,
        all);
  }

  @Override
  public GameInfo info() {
    return game.info();
  }

  @Override
  public void reset(long seed) {
    game.reset(seed);
    this.seed = seed;
    used = 0;
    sums = 0;
    ticks = 0;
    keepChecksum();
  }

  @Override
  public void tick(int[] actions) {
    game.tick(actions);
    int players = game.info().players();
    if (used + players > this.actions.length) {
      this.actions = Arrays.copyOf(this.actions, 2 * used);
    }
    for (int p = 0; p < players; p++) {
      this.actions[used++] = (byte) actions[p];
    }
    ticks++;
    if (ticks % interval == 0) {
      keepChecksum();
    }
  }

  private void keepChecksum() {
    if (sums == checksums.length) {
      checksums = Arrays.copyOf(checksums, 2 * sums);
    }
    checksums[sums++] = checksum.now();
  }

  @Override
  public float reward(int player) {
    return game.reward(player);
  }

  @Override
  public boolean terminated() {
    return game.terminated();
  }

  @Override
  public void features(int player, float[] out) {
    game.features(player, out);
  }

  @Override
  public void figures(float[] out) {
    game.figures(out);
  }

  @Override
  public void draw(Canvas canvas, int player) {
    game.draw(canvas, player);
  }

  @Override
  public void close() {
    game.close();
  }
}
