package ludus.agents.tabular;

import ludus.agents.explore.Schedule;

/**
 * The hyper-parameters of the algorithms with tables. "Steps" are env steps. Each algorithm reads
 * those that it has a use for.
 *
 * @param learningRate constant step size α; 0 stands for 1/n, the plain mean of an entry's targets
 * @param gamma discount γ a step
 * @param initialValue what every entry begins with
 * @param epsilonFrom ε at the beginning
 * @param epsilonTo ε at the end
 * @param epsilonSteps steps over which ε falls, in a straight line
 * @param lambda λ of traces
 * @param horizon n of the n-step return
 * @param planningSteps imagined transitions a step, of Dyna-Q
 * @param exploringStarts whether Monte Carlo control begins each episode with any action and then
 *     acts greedily, in place of ε-greedily
 */
public record TabularOptions(
    float learningRate,
    float gamma,
    float initialValue,
    float epsilonFrom,
    float epsilonTo,
    long epsilonSteps,
    float lambda,
    int horizon,
    int planningSteps,
    boolean exploringStarts) {

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public TabularOptions {
    require(learningRate >= 0 && learningRate <= 1, "learning_rate", learningRate, "from 0 to 1");
    require(gamma >= 0 && gamma <= 1, "gamma", gamma, "from 0 to 1");
    require(Float.isFinite(initialValue), "initial_value", initialValue, "a number");
    require(epsilonFrom >= 0 && epsilonFrom <= 1, "epsilon_from", epsilonFrom, "from 0 to 1");
    require(epsilonTo >= 0 && epsilonTo <= 1, "epsilon_to", epsilonTo, "from 0 to 1");
    require(epsilonSteps >= 0, "epsilon_steps", epsilonSteps, "at least 0");
    require(lambda >= 0 && lambda <= 1, "lambda", lambda, "from 0 to 1");
    require(horizon >= 1 && horizon <= 1_000, "horizon", horizon, "from 1 to 1000");
    require(
        planningSteps >= 0 && planningSteps <= 10_000,
        "planning_steps",
        planningSteps,
        "from 0 to 10000");
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, was %s".formatted(name, range, value));
    }
  }

  /**
   * α constant, γ, and ε constant; the rest as the book's examples have it: λ 0.9, n 4, 10 steps.
   */
  public static TabularOptions of(float learningRate, float gamma, float epsilon) {
    return new TabularOptions(learningRate, gamma, 0, epsilon, epsilon, 0, 0.9f, 4, 10, false);
  }

  public TabularOptions withInitialValue(float value) {
    return new TabularOptions(
        learningRate,
        gamma,
        value,
        epsilonFrom,
        epsilonTo,
        epsilonSteps,
        lambda,
        horizon,
        planningSteps,
        exploringStarts);
  }

  public TabularOptions withLambda(float lambda) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilonFrom,
        epsilonTo,
        epsilonSteps,
        lambda,
        horizon,
        planningSteps,
        exploringStarts);
  }

  public TabularOptions withHorizon(int n) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilonFrom,
        epsilonTo,
        epsilonSteps,
        lambda,
        n,
        planningSteps,
        exploringStarts);
  }

  public TabularOptions withPlanningSteps(int steps) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilonFrom,
        epsilonTo,
        epsilonSteps,
        lambda,
        horizon,
        steps,
        exploringStarts);
  }

  public TabularOptions withExploringStarts(boolean wanted) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilonFrom,
        epsilonTo,
        epsilonSteps,
        lambda,
        horizon,
        planningSteps,
        wanted);
  }

  /** ε over the steps taken. */
  Schedule epsilon() {
    return new Schedule.Linear(epsilonFrom, epsilonTo, epsilonSteps);
  }

  /** The behaviour of Monte Carlo control: with exploring starts it is greedy but for the start. */
  Schedule behaviour() {
    return exploringStarts ? new Schedule.Constant(0) : epsilon();
  }

  /** α for an algorithm whose updates move many entries at once. */
  float constantRate(String algorithm) {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException(
          "%s needs a constant step size: set learning_rate above 0".formatted(algorithm));
    }
    return learningRate;
  }
}
