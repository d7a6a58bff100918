package ludus.headless.run;

import ludus.agents.Learner;
import ludus.agents.dqn.Dqn;
import ludus.agents.dqn.DqnOptions;
import ludus.agents.memory.ReplayBuffer;
import ludus.agents.network.Engine;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.agents.planning.Planner;
import ludus.agents.planning.PlanningLearner;
import ludus.agents.planning.PolicyIteration;
import ludus.agents.planning.ValueIteration;
import ludus.agents.pqn.Pqn;
import ludus.agents.pqn.PqnOptions;
import ludus.agents.tabular.TabularAlgorithm;
import ludus.agents.tabular.TabularLearner;
import ludus.core.env.ObservationSpec;
import ludus.core.game.GameInfo;
import ludus.core.game.GameProvider;
import ludus.core.mdp.FiniteMdp;
import ludus.core.mdp.SmallWorld;
import ludus.core.random.Rng;

/** Makes the learner that a config asks for. */
public final class Learners {
  private Learners() {}

  /** The shape of the network that a config asks for. */
  public static NetworkSpec network(TrainingConfig config, GameInfo game) {
    return new NetworkSpec(
        config.env().spec(game),
        config.network().stream().map(text -> layer(text, config.quantiles())).toList(),
        game.actions().size() * config.quantiles());
  }

  /** A dueling head centres each quantile on its own, of which a preset need not remind it. */
  private static NetworkSpec.Layer layer(String text, int quantiles) {
    NetworkSpec.Layer layer = NetworkSpec.Layer.parse(text);
    return layer instanceof NetworkSpec.Dueling dueling
        ? new NetworkSpec.Dueling(dueling.units(), quantiles)
        : layer;
  }

  /**
   * A new learner.
   *
   * @throws RunException if it would not fit into memory or the config does not fit the game
   */
  public static Learner create(TrainingConfig config, GameProvider game) {
    try {
      NetworkSpec spec = network(config, game.info());
      AlgorithmKind kind = AlgorithmKind.of(config.algorithm());
      if (spec.noisy() && kind != AlgorithmKind.DQN) {
        throw new IllegalArgumentException(
            "only dqn explores by noisy layers: for %s write 'dense' in their place"
                .formatted(config.algorithm()));
      }
      return switch (kind) {
        case DQN -> dqn(config, spec);
        case PQN -> pqn(config, spec);
        case TABULAR ->
            new TabularLearner(
                TabularAlgorithm.of(config.algorithm()),
                config.tabular(),
                table(spec),
                config.envs(),
                Rng.derive(config.seed(), 3));
        case PLANNING -> planner(config, game, spec);
      };
    } catch (IllegalArgumentException e) {
      throw new RunException(e.getMessage(), e);
    }
  }

  private static Learner dqn(TrainingConfig config, NetworkSpec spec) {
    DqnOptions options = config.dqn();
    int slots = options.bufferSize();
    long outside = ReplayBuffer.bytesOutside(spec.input(), slots);
    Memory.here()
        .require(
            "a replay buffer of %,d slots".formatted(slots),
            ReplayBuffer.bytes(spec.input(), slots, options.prioritised() != null) - outside,
            outside,
            "buffer_size");
    Optimizer adam = Optimizer.adam(options.adamEpsilon(), options.clipNorm());
    return new Dqn(
        options,
        make(config, spec, adam),
        make(config, spec, adam),
        options.averaging() > 0 ? make(config, spec, adam) : null,
        config.envs(),
        Rng.derive(config.seed(), 3));
  }

  private static Learner pqn(TrainingConfig config, NetworkSpec spec) {
    PqnOptions options = config.pqn();
    long steps = (long) config.envs() * (options.rollout() + 1);
    long bytes = spec.input() instanceof ObservationSpec.Pixels ? 1 : Float.BYTES;
    Memory.here()
        .require(
            "a rollout of %,d steps".formatted(steps),
            steps * spec.input().size() * bytes,
            0,
            "rollout");
    Optimizer adam = Optimizer.adam(options.adamEpsilon(), options.clipNorm());
    return new Pqn(
        options,
        make(config, spec, adam),
        make(config, spec, adam),
        options.overlap() ? make(config, spec, adam) : null,
        config.envs(),
        Rng.derive(config.seed(), 3));
  }

  private static Learner planner(TrainingConfig config, GameProvider game, NetworkSpec spec) {
    if (!(game instanceof SmallWorld world)) {
      throw new IllegalArgumentException(
          "%s works on worlds whose table is known, such as gridworld, cliff or robot/3x3; %s has none"
              .formatted(config.algorithm(), game.info().name()));
    }
    return new PlanningLearner(
        planner(config.algorithm(), world.mdp(), config.tabular().gamma()),
        TableRows.of(world, spec),
        table(spec));
  }

  /**
   * The planner of this name.
   *
   * @throws IllegalArgumentException if the discount does not suit the world
   */
  public static Planner planner(String algorithm, FiniteMdp mdp, double gamma) {
    return algorithm.equals("policy-iteration")
        ? new PolicyIteration(mdp, gamma)
        : new ValueIteration(mdp, gamma);
  }

  /** A network that shows a table; nobody trains it. */
  private static Network table(NetworkSpec spec) {
    return Networks.create(spec, Optimizer.adam(1e-8f, 1), 0);
  }

  private static Network make(TrainingConfig config, NetworkSpec spec, Optimizer optimizer) {
    long seed = Rng.derive(config.seed(), 2);
    return Networks.create(spec, optimizer, seed, Engine.of(config.engine()));
  }
}
