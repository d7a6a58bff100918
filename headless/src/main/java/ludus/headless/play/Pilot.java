package ludus.headless.play;

import ludus.agents.policy.Policy;
import ludus.core.env.EnvOptions;
import ludus.core.env.Observations;
import ludus.core.game.Expert;
import ludus.core.random.Rng;

/**
 * Who plays when no person does: a learned policy, the game's scripted expert, or chance. A session
 * asks it at every step, which lasts as many ticks as its frame skip says.
 */
public interface Pilot extends AutoCloseable {
  /** A name for people: a policy's file, "expert" or "random". */
  String name();

  /** How the game is shown to it and how long its steps last. */
  EnvOptions options();

  /** A new episode begins. */
  default void reset(long seed) {}

  /** The action for this observation, which is row 0 of a batch of one. */
  int act(Observations observation);

  /**
   * What the last {@link #act} thought of every action, or null where it does not think in numbers.
   */
  default float[] preferences() {
    return null;
  }

  /** What {@link #preferences} means. */
  default Policy.Meaning meaning() {
    return Policy.Meaning.ACTION_VALUES;
  }

  @Override
  default void close() {}

  /** A policy, which the pilot then owns. */
  static Pilot of(Policy policy, String name) {
    int[] action = new int[1];
    return new Pilot() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public EnvOptions options() {
        return policy.options();
      }

      @Override
      public int act(Observations observation) {
        policy.act(observation, 1, action);
        return action[0];
      }

      @Override
      public float[] preferences() {
        return policy.preferences();
      }

      @Override
      public Policy.Meaning meaning() {
        return policy.meaning();
      }

      @Override
      public void close() {
        policy.close();
      }
    };
  }

  /** The scripted expert of a session's game. */
  static Pilot of(Expert expert, EnvOptions options) {
    return new Pilot() {
      @Override
      public String name() {
        return "expert";
      }

      @Override
      public EnvOptions options() {
        return options;
      }

      @Override
      public int act(Observations observation) {
        return expert.act();
      }
    };
  }

  /** Chance, the same for the same episode seed. */
  static Pilot random(int actions, EnvOptions options) {
    Rng rng = new Rng(0);
    return new Pilot() {
      @Override
      public String name() {
        return "random";
      }

      @Override
      public EnvOptions options() {
        return options;
      }

      @Override
      public void reset(long seed) {
        rng.state(Rng.derive(seed, 0xACE));
      }

      @Override
      public int act(Observations observation) {
        return rng.nextInt(actions);
      }
    };
  }
}
