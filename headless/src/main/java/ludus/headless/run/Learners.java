package ludus.headless.run;

import ludus.agents.Learner;
import ludus.agents.dqn.Dqn;
import ludus.agents.dqn.DqnOptions;
import ludus.agents.memory.ReplayBuffer;
import ludus.agents.network.Engine;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.core.env.ObservationSpec;
import ludus.core.game.GameInfo;
import ludus.core.random.Rng;

/** Makes the learner that a config asks for. */
public final class Learners {
  private Learners() {}

  /** The shape of the network that a config asks for. */
  public static NetworkSpec network(TrainingConfig config, GameInfo game) {
    return new NetworkSpec(
        config.env().spec(game),
        config.network().stream().map(NetworkSpec.Layer::parse).toList(),
        game.actions().size());
  }

  /**
   * A new learner.
   *
   * @throws RunException if it would not fit into memory or the config does not fit the game
   */
  public static Learner create(TrainingConfig config, GameInfo game) {
    DqnOptions dqn = config.dqn();
    try {
      NetworkSpec spec = network(config, game);
      requireMemory(spec.input(), dqn.bufferSize());
      Optimizer adam = Optimizer.adam(dqn.adamEpsilon(), dqn.clipNorm());
      Engine engine = Engine.of(config.engine());
      long seed = Rng.derive(config.seed(), 2);
      return new Dqn(
          dqn,
          Networks.create(spec, adam, seed, engine),
          Networks.create(spec, adam, seed, engine),
          config.envs(),
          Rng.derive(config.seed(), 3));
    } catch (IllegalArgumentException e) {
      throw new RunException(e.getMessage(), e);
    }
  }

  private static void requireMemory(ObservationSpec spec, int slots) {
    long needed = ReplayBuffer.bytes(spec, slots);
    long most = Runtime.getRuntime().maxMemory();
    if (needed > most * 0.85) {
      throw new RunException(
          ("a replay buffer of %,d slots takes %,d MB, this Java may use %,d MB: choose a smaller"
                  + " buffer_size, or set JAVA_OPTS=-Xmx…")
              .formatted(slots, needed >> 20, most >> 20));
    }
  }
}
