package ludus.agents.explore;

/**
 * A number that changes as training goes on, as a pure function of the steps taken, so that a
 * resumed run goes on where it was.
 */
public sealed interface Schedule {
  /** The value after this many env steps. */
  float at(long step);

  /** Always the same. */
  record Constant(float value) implements Schedule {
    @Override
    public float at(long step) {
      return value;
    }
  }

  /**
   * In a straight line from {@code from} to {@code to} over the first {@code steps}, then {@code
   * to}.
   */
  record Linear(float from, float to, long steps) implements Schedule {
    @Override
    public float at(long step) {
      if (step >= steps) {
        return to;
      }
      return (float) (from + (double) (to - from) * step / steps);
    }
  }

  /** From {@code from} towards {@code to}, the distance halving every {@code halfLife} steps. */
  record Exponential(float from, float to, long halfLife) implements Schedule {
    @Override
    public float at(long step) {
      return (float) (to + (from - to) * StrictMath.pow(0.5, (double) step / halfLife));
    }
  }
}
