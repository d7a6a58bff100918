package ludus.agents.tabular;

import ludus.agents.explore.Boltzmann;
import ludus.agents.explore.EpsilonGreedy;
import ludus.agents.explore.Exploration;
import ludus.agents.explore.Schedule;

/**
 * The hyper-parameters of the algorithms with tables. "Steps" are env steps. Each algorithm reads
 * those that it has a use for.
 *
 * @param learningRate constant step size α; 0 stands for 1/n, the plain mean of an entry's targets
 * @param gamma discount γ a step
 * @param initialValue what every entry begins with
 * @param epsilon ε of ε-greedy exploration by steps, or null to explore by temperature
 * @param temperature τ of softmax exploration by steps, or null to explore by ε
 * @param lambda λ of traces
 * @param nSteps n of the n-step return
 * @param planningSteps imagined transitions a step, of Dyna-Q
 * @param exploringStarts whether Monte Carlo control begins each episode with any action and then
 *     acts greedily, in place of exploring all the way
 */
public record TabularOptions(
    float learningRate,
    float gamma,
    float initialValue,
    Schedule epsilon,
    Schedule temperature,
    float lambda,
    int nSteps,
    int planningSteps,
    boolean exploringStarts) {

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public TabularOptions {
    require(learningRate >= 0 && learningRate <= 1, "learning_rate", learningRate, "from 0 to 1");
    require(gamma >= 0 && gamma <= 1, "gamma", gamma, "from 0 to 1");
    require(Float.isFinite(initialValue), "initial_value", initialValue, "a number");
    require(lambda >= 0 && lambda <= 1, "lambda", lambda, "from 0 to 1");
    require(nSteps >= 1 && nSteps <= 1_000, "n_steps", nSteps, "from 1 to 1000");
    require(
        planningSteps >= 0 && planningSteps <= 10_000,
        "planning_steps",
        planningSteps,
        "from 0 to 10000");
    if ((epsilon == null) == (temperature == null)) {
      throw new IllegalArgumentException("a table explores either by epsilon or by temperature");
    }
    exploration(epsilon, temperature);
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, was %s".formatted(name, range, value));
    }
  }

  /** Constant α, γ and constant ε; the rest as in the book's examples: λ 0.9, n 4, 10 imagined. */
  public static TabularOptions of(float learningRate, float gamma, float epsilon) {
    return new TabularOptions(
        learningRate, gamma, 0, new Schedule.Constant(epsilon), null, 0.9f, 4, 10, false);
  }

  public TabularOptions withGamma(float discount) {
    return new TabularOptions(
        learningRate,
        discount,
        initialValue,
        epsilon,
        temperature,
        lambda,
        nSteps,
        planningSteps,
        exploringStarts);
  }

  public TabularOptions withInitialValue(float value) {
    return new TabularOptions(
        learningRate,
        gamma,
        value,
        epsilon,
        temperature,
        lambda,
        nSteps,
        planningSteps,
        exploringStarts);
  }

  /** The same with ε-greedy exploration. */
  public TabularOptions withEpsilon(Schedule schedule) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        schedule,
        null,
        lambda,
        nSteps,
        planningSteps,
        exploringStarts);
  }

  /** The same with softmax exploration. */
  public TabularOptions withTemperature(Schedule schedule) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        null,
        schedule,
        lambda,
        nSteps,
        planningSteps,
        exploringStarts);
  }

  public TabularOptions withLambda(float decay) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilon,
        temperature,
        decay,
        nSteps,
        planningSteps,
        exploringStarts);
  }

  public TabularOptions withSteps(int n) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilon,
        temperature,
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
        epsilon,
        temperature,
        lambda,
        nSteps,
        steps,
        exploringStarts);
  }

  public TabularOptions withExploringStarts(boolean wanted) {
    return new TabularOptions(
        learningRate,
        gamma,
        initialValue,
        epsilon,
        temperature,
        lambda,
        nSteps,
        planningSteps,
        wanted);
  }

  private static Exploration exploration(Schedule epsilon, Schedule temperature) {
    return epsilon != null ? new EpsilonGreedy(epsilon) : new Boltzmann(temperature);
  }

  /** The rule of exploration. */
  Exploration exploration() {
    return exploration(epsilon, temperature);
  }

  /** The rule of Monte Carlo control: with exploring starts it is greedy but for the start. */
  Exploration afterStart() {
    return exploringStarts ? new EpsilonGreedy(new Schedule.Constant(0)) : exploration();
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
