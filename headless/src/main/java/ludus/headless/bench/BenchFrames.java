package ludus.headless.bench;

import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;
import ludus.core.game.GameProvider;
import ludus.core.random.Rng;

/**
 * What networks are shown while their time is taken: stacked frames of a game that is played by
 * chance, each of another moment, or noise. What the frames show matters to engines that leave out
 * what is black or stands still.
 */
public final class BenchFrames {
  /** Stands for a game where there is to be none. */
  public static final String NOISE = "noise";

  private static final int ENVS = 16;
  private static final int FRAME_SKIP = 4;

  /** Steps before the first moment, and from one to the next. */
  private static final int APART = 25;

  private BenchFrames() {}

  /**
   * Fills all of a batch.
   *
   * @param game for one player, or null for noise
   */
  static void fill(GameProvider game, Observations batch) {
    Rng rng = new Rng(2);
    if (game == null) {
      for (int i = 0; i < batch.bytes().length; i++) {
        batch.bytes()[i] = (byte) rng.nextInt(256);
      }
      return;
    }
    EnvOptions options = EnvOptions.PIXELS.withFrameSkip(FRAME_SKIP);
    int[] actions = new int[ENVS];
    try (VectorEnv envs = new VectorEnv(game, options, ENVS, 2, 1)) {
      envs.reset();
      for (int row = 0; row < batch.rows(); row++) {
        for (int step = 0; row % ENVS == 0 && step < APART; step++) {
          for (int i = 0; i < ENVS; i++) {
            actions[i] = rng.nextInt(game.info().actions().size());
          }
          envs.step(actions);
        }
        envs.observations().copyRow(row % ENVS, batch, row);
      }
    }
  }
}
