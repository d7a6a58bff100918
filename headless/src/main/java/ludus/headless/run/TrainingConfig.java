package ludus.headless.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import ludus.agents.dqn.DqnOptions;
import ludus.agents.pqn.PqnOptions;
import ludus.agents.tabular.TabularOptions;
import ludus.core.env.EnvOptions;

/**
 * Everything that decides what a training run does: a preset, resolved. The same config on the same
 * kind of machine gives the same run.
 *
 * @param game name of the game
 * @param gameVersion its version
 * @param preset the preset's name
 * @param algorithm name of the algorithm
 * @param seed of weights, episodes, exploration and sampling
 * @param steps env steps of all envs together
 * @param envs how many games are played at once
 * @param env how the game is shown
 * @param network the hidden layers
 * @param engine which engine computes the network
 * @param dqn the hyper-parameters of DQN, or null for another algorithm
 * @param pqn the hyper-parameters of PQN, or null for another algorithm
 * @param tabular the hyper-parameters of algorithms with tables and of planning, or null for
 *     another algorithm
 * @param evaluation when and how the policy is evaluated on the way
 */
@JsonPropertyOrder({
  "game",
  "game_version",
  "preset",
  "algorithm",
  "seed",
  "steps",
  "envs",
  "env",
  "network",
  "engine",
  "dqn",
  "pqn",
  "tabular",
  "evaluation"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrainingConfig(
    String game,
    int gameVersion,
    String preset,
    String algorithm,
    long seed,
    long steps,
    int envs,
    EnvOptions env,
    List<String> network,
    String engine,
    DqnOptions dqn,
    PqnOptions pqn,
    TabularOptions tabular,
    EvaluationPlan evaluation) {

  /**
   * When and how the policy is evaluated during training, greedily and on seeds of its own.
   *
   * @param every steps between two evaluations
   * @param episodes how many episodes each takes
   * @param stopAt mean return at which training may stop early, or null to use the whole budget
   * @param stopAfter how many evaluations in a row must reach it
   */
  public record EvaluationPlan(long every, int episodes, Double stopAt, int stopAfter) {
    /**
     * @throws IllegalArgumentException if a value makes no sense
     */
    public EvaluationPlan {
      if (every < 1 || episodes < 1 || stopAfter < 1) {
        throw new IllegalArgumentException(
            "evaluation needs every, episodes and stop_after of at least 1");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public TrainingConfig {
    AlgorithmKind kind = AlgorithmKind.of(algorithm);
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, was " + steps);
    }
    if (envs < 1 || envs > 4096) {
      throw new IllegalArgumentException("envs must be 1 to 4096, was " + envs);
    }
    if (env == null || network == null || evaluation == null) {
      throw new IllegalArgumentException("a preset needs env, network and evaluation");
    }
    List<String> given = new ArrayList<>();
    if (dqn != null) {
      given.add("dqn");
    }
    if (pqn != null) {
      given.add("pqn");
    }
    if (tabular != null) {
      given.add("tabular");
    }
    if (!given.equals(List.of(kind.options()))) {
      throw new IllegalArgumentException(
          "a preset for %s needs the hyper-parameters of %s and no others"
              .formatted(algorithm, kind.options()));
    }
    network = List.copyOf(network);
    engine = engine == null ? "auto" : engine;
  }

  /** The factor on rewards in training. */
  public float rewardScale() {
    return dqn != null ? dqn.rewardScale() : pqn != null ? pqn.rewardScale() : 1;
  }

  /** How many numbers the network gives each action. */
  public int quantiles() {
    return dqn != null ? dqn.quantiles() : 1;
  }

  /** The same with another number of steps. */
  public TrainingConfig withSteps(long steps) {
    return new TrainingConfig(
        game,
        gameVersion,
        preset,
        algorithm,
        seed,
        steps,
        envs,
        env,
        network,
        engine,
        dqn,
        pqn,
        tabular,
        evaluation);
  }
}
