package ludus.agents.tabular;

/**
 * Learns what states are worth under somebody else's behaviour, which it only watches: the
 * prediction problem. Told of the world like a {@link TabularAgent}, without being asked for
 * actions.
 */
public interface Predictor {
  /** An episode begins in this state. */
  void begin(int state);

  /** The last action earned this reward and led to a state that is not terminal. */
  void step(double reward, int next);

  /** The last action earned this reward and ended the episode by the rules. */
  void terminate(double reward);

  /** V(s), a number a state; not a copy. */
  double[] v();
}
