package ludus.agents.planning;

/**
 * Works out the values of a known world, round by round, so that one can watch. Planners do not act
 * and know no chance: the same world gives the same values.
 */
public interface Planner {
  /**
   * Makes one round.
   *
   * @return the largest change of any state's value; 0 or nearly so when all is known
   */
  double sweep();

  /** v(s), a number a state; 0 in terminal ones. Not a copy. */
  double[] v();

  /** q(s, a) = Σ p (r + γ v(s′)) by the present values, a row a state; 0 in terminal ones. */
  double[][] q();

  /**
   * Makes rounds until values change by no more than this.
   *
   * @return how many it took
   * @throws IllegalArgumentException if they have not come to rest after a million
   */
  default int solve(double precision) {
    for (int sweeps = 1; sweeps <= 1_000_000; sweeps++) {
      if (sweep() <= precision) {
        return sweeps;
      }
    }
    throw new IllegalArgumentException(
        "the values do not come to rest: a world without an end wants a discount below 1");
  }
}
