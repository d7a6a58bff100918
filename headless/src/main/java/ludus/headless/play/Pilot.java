package ludus.headless.play;

import ludus.agents.network.Network;
import ludus.agents.policy.GreedyPolicy;
import ludus.agents.policy.Policy;
import ludus.agents.policy.PolicyCard;
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

  /**
   * An episode begins, or one is taken up again in its middle.
   *
   * @param acts how often the pilot has acted in it already
   */
  default void reset(long seed, int acts) {}

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

  /**
   * The network behind it, for those who ask what in an observation moves its outputs, or null
   * where there is none. It belongs to the pilot's thread.
   */
  default Network network() {
    return null;
  }

  /** What is known of the policy, or null where there is none. */
  default PolicyCard card() {
    return null;
  }

  /** The mean return that the pilot was measured at, or NaN where that is not known. */
  default double evaluatedMean() {
    PolicyCard card = card();
    Double mean = card == null || card.scores() == null ? null : card.scores().get("mean");
    return mean == null ? Double.NaN : mean;
  }

  @Override
  default void close() {}

  /** A policy, which the pilot then owns. */
  static Pilot of(Policy policy, String name) {
    return of(policy, null, name);
  }

  /** The same, with what is known of it, or null. */
  static Pilot of(Policy policy, PolicyCard card, String name) {
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
      public Network network() {
        return policy instanceof GreedyPolicy greedy ? greedy.network() : null;
      }

      @Override
      public PolicyCard card() {
        return card;
      }

      @Override
      public void close() {
        policy.close();
      }
    };
  }

  /**
   * The scripted expert of a session's game.
   *
   * @param mean return that it was measured at, or NaN
   */
  static Pilot of(Expert expert, EnvOptions options, double mean) {
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

      @Override
      public double evaluatedMean() {
        return mean;
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
      public void reset(long seed, int acts) {
        rng.state(Rng.derive(seed, 0xACE));
        for (int i = 0; i < acts; i++) {
          rng.nextInt(actions);
        }
      }

      @Override
      public int act(Observations observation) {
        return rng.nextInt(actions);
      }
    };
  }
}
