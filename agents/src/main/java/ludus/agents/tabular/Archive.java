package ludus.agents.tabular;

/**
 * What an agent remembers, on its way into a checkpoint or out of one. An agent names its parts
 * once, in one method, for both ways: each call hands over the present value and returns (or fills
 * in) the one to hold from now on.
 */
public interface Archive {
  /** Keeps the array's values, or replaces them. */
  void floats(String name, float[] values);

  /**
   * The same for a list that grows: keeps its first {@code length} values, or returns an array of
   * at least as many with the values that were kept.
   */
  float[] list(String name, float[] values, int length);

  /** Keeps a whole number, or returns the one that was kept. */
  long number(String name, long value);
}
