package ludus.agents.network;

/** What {@link HeadedNetwork} needs of an engine beside the seam to the algorithms. */
interface EngineNetwork extends Network {
  /**
   * Keeps two streams apart in the output layer: the first {@code inputs} of its inputs never reach
   * any but the first {@code outputs} of its outputs, and the others never these. The weights in
   * between are loaded as 0, and their gradient is 0 from now on, so that they stay it.
   */
  void keepApart(int inputs, int outputs);
}
