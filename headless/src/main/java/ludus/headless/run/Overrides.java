package ludus.headless.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Single hyper-parameters that somebody wants otherwise than a preset has them. */
public final class Overrides {
  private static final ObjectMapper YAML = Yaml.yaml();
  private static final Set<String> FIXED = Set.of("game", "game_version", "preset", "algorithm");

  private Overrides() {}

  /**
   * A config with some of its values changed.
   *
   * @param settings each {@code KEY=VALUE}: the key as in {@code config.yaml}, with points between
   *     levels ({@code dqn.n_steps=3}), the value as YAML ({@code network=[dense 64, dueling]})
   * @throws IllegalArgumentException if one makes no sense
   */
  public static TrainingConfig apply(TrainingConfig config, List<String> settings) {
    ObjectNode root = YAML.valueToTree(config);
    for (String setting : settings) {
      set(root, setting);
    }
    try {
      return YAML.treeToValue(root, TrainingConfig.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("--set " + Presets.problem(e), e);
    }
  }

  private static void set(ObjectNode root, String setting) {
    int equals = setting.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "--set wants KEY=VALUE, for example dqn.n_steps=3, not '%s'".formatted(setting));
    }
    String key = setting.substring(0, equals);
    String[] path = key.split("\\.");
    if (FIXED.contains(path[0])) {
      throw new IllegalArgumentException("--set cannot change the " + path[0]);
    }
    ObjectNode node = root;
    for (int i = 0; i < path.length - 1; i++) {
      if (!(node.get(path[i]) instanceof ObjectNode inner)) {
        throw new IllegalArgumentException(
            "--set %s: this preset has no '%s'".formatted(key, path[i]));
      }
      node = inner;
    }
    try {
      JsonNode value = YAML.readTree(setting.substring(equals + 1));
      node.set(path[path.length - 1], value);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("--set %s: %s".formatted(setting, Presets.problem(e)), e);
    }
  }
}
