package ludus.headless.play;

import ludus.core.env.FrameStack;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.game.Game;
import ludus.core.random.Rng;

/**
 * Where a pilot sits: what it sees of the game from its side, and what it wants to do. It looks and
 * thinks at every step of its frame skip, just as in training.
 */
final class PilotSeat implements AutoCloseable {
  private final Game game;
  private final int player;
  private final Pilot pilot;
  private final FrameStack stack;
  private final Observations seen;
  private final float[] features;
  private final Rng rng = new Rng(0);
  private Taking taking = Taking.GREEDY;
  private long seed;
  private int wish;

  /** The pilot is then owned by the seat. */
  PilotSeat(Pilot pilot, Game game, int player) {
    this.pilot = pilot;
    this.game = game;
    this.player = player;
    ObservationSpec form = pilot.options().spec(game.info());
    seen = new Observations(form, 1);
    stack = form instanceof ObservationSpec.Pixels pixels ? new FrameStack(pixels.frames()) : null;
    features = new float[game.info().features().size()];
  }

  Pilot pilot() {
    return pilot;
  }

  Observations seen() {
    return seen;
  }

  int wish() {
    return wish;
  }

  int frameSkip() {
    return pilot.options().frameSkip();
  }

  Taking taking() {
    return taking;
  }

  void taking(Taking taking) {
    this.taking = taking;
  }

  /** Sits down to an episode as it stands, all frames of the stack being the present picture. */
  void sit(long seed, int tick) {
    this.seed = seed;
    if (stack != null) {
      stack.reset(game, player);
    }
    think(tick, true);
  }

  /** A tick has passed: looks again where a step is complete or the episode is over. */
  void look(int tick, boolean ended) {
    if (tick % frameSkip() == 0 || ended) {
      if (stack != null) {
        stack.push(game, player);
      }
      think(tick, false);
    }
  }

  /** The same while an episode is simulated again: it sees, but thinks only when it is told to. */
  void glance(int tick, boolean thinks) {
    if (tick == 0) {
      if (stack != null) {
        stack.reset(game, player);
      }
    } else if (tick % frameSkip() == 0 && stack != null) {
      stack.push(game, player);
    }
    if (thinks) {
      think(tick, true);
    }
  }

  private void think(int tick, boolean takenUp) {
    if (takenUp) {
      pilot.reset(seed, tick / frameSkip());
    }
    if (stack != null) {
      stack.copyTo(seen.bytes(), 0);
    } else {
      game.features(player, features);
      System.arraycopy(features, 0, seen.floats(), 0, features.length);
    }
    int chosen = pilot.act(seen);
    int actions = game.info().actions().size();
    wish = taking.take(chosen, pilot.preferences(), pilot.meaning(), actions, seed, tick, rng);
  }

  @Override
  public void close() {
    pilot.close();
  }
}
