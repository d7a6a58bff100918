package ludus.headless.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A config as YAML in which every number has its unit beside it. */
final class ConfigText {
  private static final Map<String, String> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("seed", "of weights, episodes, exploration and sampling");
    UNITS.put("steps", "env steps, all envs together");
    UNITS.put("envs", "games played at once");
    UNITS.put("frame_skip", "ticks a step");
    UNITS.put("sticky_actions", "probability a tick");
    UNITS.put("frame_stack", "frames an observation (pixels only)");
    UNITS.put("tick_limit", "ticks an episode; 0 is the game's own limit");
    UNITS.put("learning_rate", "step size (Adam's, or a table's α), by env steps");
    UNITS.put("adam_epsilon", "Adam's ε");
    UNITS.put("clip_norm", "global L2 norm of the gradient");
    UNITS.put("gamma", "discount a step");
    UNITS.put("lambda", "of the returns");
    UNITS.put("rollout", "steps of each env between two rounds of learning");
    UNITS.put("epochs", "passes over a rollout");
    UNITS.put("overlap", "whether a rollout is learned from while the next is played");
    UNITS.put("averaging", "share that the average of the weights keeps a round of updates");
    UNITS.put("reward_ends", "whether a reward ends the return");
    UNITS.put("life_ends", "whether a life lost ends the return");
    UNITS.put("batch_size", "transitions an update");
    UNITS.put("buffer_size", "slots, all envs together");
    UNITS.put("warm_up", "env steps at random before the first update");
    UNITS.put("train_every", "env steps between two bursts of updates");
    UNITS.put("updates", "updates a burst");
    UNITS.put("target_every", "updates between two copies; 0 is off");
    UNITS.put("target_rate", "share an update; 0 is off");
    UNITS.put("epsilon", "probability by env steps");
    UNITS.put("temperature", "of softmax, in scaled rewards, by env steps");
    UNITS.put("n_steps", "rewards a target sums up");
    UNITS.put("quantiles", "numbers an action; 1 is its expected return");
    UNITS.put("alpha", "0 is uniform, 1 in proportion to the error");
    UNITS.put("beta", "of the importance weights, by env steps");
    UNITS.put("floor", "added to TD errors");
    UNITS.put("pretraining", "updates before the first step");
    UNITS.put("margin", "in scaled rewards");
    UNITS.put("weight", "of the margin beside the TD error; in scaled rewards");
    UNITS.put("bonus", "added to the TD errors of demonstrations");
    UNITS.put("huber", "TD error where the loss turns linear");
    UNITS.put("reward_scale", "factor, for learning only");
    UNITS.put("reward_power", "of scaled rewards' sizes, for learning only; 1 is off");
    UNITS.put("reward_clip", "bounds on scaled rewards, 1 or -3..1, for learning only; 0 is none");
    UNITS.put("initial_value", "of every entry of the table");
    UNITS.put("planning_steps", "imagined transitions a step");
    UNITS.put("exploring_starts", "any first action, then greedy; Monte Carlo only");
    UNITS.put("every", "env steps between two evaluations");
    UNITS.put("episodes", "episodes an evaluation");
    UNITS.put("stop_at", "mean return at which training may stop early");
    UNITS.put("stop_after", "evaluations in a row that reach it");
  }

  private ConfigText() {}

  static String of(TrainingConfig config) {
    StringBuilder text = new StringBuilder();
    try {
      for (String line : Yaml.yaml().writeValueAsString(config).lines().toList()) {
        String unit = UNITS.get(line.strip().split(":", 2)[0]);
        boolean value = !line.stripTrailing().endsWith(":");
        text.append(unit != null && value ? "%-28s # %s".formatted(line, unit) : line).append('\n');
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a config is plain values
    }
    return text.toString();
  }
}
