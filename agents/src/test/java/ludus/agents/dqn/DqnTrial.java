package ludus.agents.dqn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.agents.ProbeWorld;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.agents.policy.ActionValues;
import ludus.core.env.EnvOptions;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.env.VectorEnv;

/** Small learners on probe worlds. */
final class DqnTrial {
  private static final int ENVS = 4;
  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  private DqnTrial() {}

  /** Options that learn every probe world, but for what is given, by the names of presets. */
  static DqnOptions options(Map<String, Object> changes) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("learning_rate", 0.003);
    all.put("adam_epsilon", 1e-8);
    all.put("clip_norm", 10);
    all.put("gamma", 0.9);
    all.put("batch_size", 32);
    all.put("buffer_size", 2000);
    all.put("warm_up", 100);
    all.put("train_every", 4);
    all.put("updates", 2);
    all.put("target_every", 20);
    all.put("target_rate", 0);
    all.put("epsilon", "linear 1 to 0.1 over 2000");
    all.put("double_q", true);
    all.put("huber", 1);
    all.put("reward_scale", 1);
    all.put("reward_clip", 0);
    all.putAll(changes);
    if (changes.containsKey("temperature")) {
      all.remove("epsilon");
    }
    try {
      return JSON.convertValue(all, DqnOptions.class);
    } catch (IllegalArgumentException e) {
      // Jackson wraps what the record says.
      throw e.getCause().getCause() instanceof IllegalArgumentException told ? told : e;
    }
  }

  static Network network(DqnOptions options, long seed, NetworkSpec.Layer... hidden) {
    List<NetworkSpec.Layer> layers =
        hidden.length == 0 ? List.of(new NetworkSpec.Dense(32)) : List.of(hidden);
    return Networks.create(
        new NetworkSpec(new ObservationSpec.Features(1), layers, 2 * options.quantiles()),
        Optimizer.adam(options.adamEpsilon(), options.clipNorm()),
        seed);
  }

  /** Trains on a probe world and returns the values of its actions in the given state. */
  static float[] learn(
      ProbeWorld world, DqnOptions options, int steps, float state, NetworkSpec.Layer... hidden) {
    try (VectorEnv envs = new VectorEnv(world, EnvOptions.FEATURES, ENVS, 1, 1);
        Dqn dqn =
            new Dqn(
                options, network(options, 1, hidden), network(options, 2, hidden), null, ENVS, 1)) {
      run(dqn, envs, steps);
      ActionValues values = new ActionValues(2, options.quantiles());
      float[] outputs = new float[values.outputs()];
      Observations one = new Observations(envs.observation(), 1);
      one.floats()[0] = state;
      dqn.policyNetwork().infer(one, 1, outputs);
      float[] q = new float[2];
      values.read(outputs, 1, q);
      return q;
    }
  }

  /** Trains until this many steps are done. */
  static void run(Dqn dqn, VectorEnv envs, int steps) {
    int[] actions = new int[envs.envs()];
    if (dqn.steps() == 0) {
      envs.reset();
      dqn.begin(envs);
    }
    while (dqn.steps() < steps) {
      dqn.act(envs, actions);
      envs.step(actions);
      dqn.learn(envs, actions);
    }
  }
}
