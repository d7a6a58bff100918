package ludus.desktop.screen;

/**
 * Turns the uneven time between pictures into a game's even ticks. What cannot be made up is
 * dropped, so that a stall is followed by a game that goes on, not by one that races, and so that
 * as many ticks as the machine can do still leave it time for the next picture.
 */
final class TickClock {
  /** Seconds of the past, at most, that are made up for. */
  static final float MEMORY = 0.1f;

  /** Nanoseconds that ticks may take between two pictures: the rest of a picture's time is ours. */
  private static final long BUDGET = 11_000_000;

  private final int ticksPerSecond;
  private double due;
  private boolean unlimited;
  private long began;

  TickClock(int ticksPerSecond) {
    this.ticksPerSecond = ticksPerSecond;
  }

  /** Lets time pass, which makes ticks due. */
  void advance(float seconds, Speed speed) {
    began = 0;
    unlimited = speed.isMax();
    if (unlimited) {
      due = 0;
    } else {
      due += Math.min(Math.max(0, seconds), MEMORY) * speed.factor() * ticksPerSecond;
    }
  }

  /**
   * Takes one tick if one is due, which at unlimited speed one always is, and if those taken since
   * time passed have left time for it.
   */
  boolean take() {
    if (began == 0) {
      began = System.nanoTime();
    } else if (System.nanoTime() - began > BUDGET) {
      due = 0;
      return false;
    }
    if (unlimited) {
      return true;
    }
    // Sums of many short times miss whole numbers by a rounding error; a tick early is no harm.
    if (due < 1 - 1e-6) {
      return false;
    }
    due = Math.max(0, due - 1);
    return true;
  }

  /** Forgets the ticks that are due. */
  void drop() {
    due = 0;
  }
}
