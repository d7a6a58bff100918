package ludus.agents;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the time of a training goes. Whoever has finished a piece of work calls {@link #lap}, which
 * books all the time since the call before it; so nothing is counted twice and nothing is lost.
 *
 * <p>It measures and never decides: no learner reads it. A lap costs some 30 ns. Used by the
 * training's own thread alone; work that other threads do meanwhile shows as the time that this one
 * waits for it.
 */
public final class PhaseClock {
  /** What the time is spent on. */
  public enum Phase {
    /** Choosing actions, inference included. */
    ACTING,
    /** The games and their frames, or waiting for them. */
    STEPPING,
    /** Storing what happened, working out returns, drawing batches. */
    SAMPLING,
    /** Forward, gradient, backward, optimiser, targets and averages. */
    UPDATING,
    /** All the rest: bookkeeping, metrics, evaluation, checkpoints. */
    OTHER
  }

  private final long[] nanos = new long[Phase.values().length];
  private long last = System.nanoTime();

  /** Forgets everything and begins anew. */
  public void restart() {
    Arrays.fill(nanos, 0);
    last = System.nanoTime();
  }

  /** The time since the last lap, or the restart, was spent on this. */
  public void lap(Phase phase) {
    long now = System.nanoTime();
    nanos[phase.ordinal()] += now - last;
    last = now;
  }

  /** Seconds spent on each since the restart: all that has been booked. */
  public Map<Phase, Double> seconds() {
    Map<Phase, Double> seconds = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      seconds.put(phase, nanos[phase.ordinal()] / 1e9);
    }
    return seconds;
  }
}
