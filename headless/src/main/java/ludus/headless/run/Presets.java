package ludus.headless.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ludus.core.game.GameInfo;

/**
 * A game's presets: named sets of hyper-parameters in {@code assets/presets/GAME.yaml}. The one
 * called {@value #DEFAULT} is what a newcomer gets.
 */
public final class Presets {
  /** The preset of those who name none. */
  public static final String DEFAULT = "default";

  private final GameInfo game;
  private final Map<String, JsonNode> presets = new TreeMap<>();

  private Presets(GameInfo game, JsonNode root) {
    this.game = game;
    root.fields().forEachRemaining(e -> presets.put(e.getKey(), e.getValue()));
  }

  /**
   * The presets of a game; none where it has no file.
   *
   * @throws RunException if the file makes no sense
   */
  public static Presets of(GameInfo game) {
    String path = "/assets/presets/%s.yaml".formatted(game.family());
    try (InputStream in = Presets.class.getResourceAsStream(path)) {
      JsonNode root = in == null ? null : Yaml.yaml().readTree(in);
      return new Presets(game, root == null ? Yaml.json().createObjectNode() : root);
    } catch (JacksonException e) {
      throw new RunException(
          "the presets of %s make no sense: %s".formatted(game.name(), problem(e)), e);
    } catch (IOException e) {
      throw new RunException("cannot read the presets of " + game.name(), e);
    }
  }

  /** The presets' names, {@value #DEFAULT} first. */
  public List<String> names() {
    List<String> names = new ArrayList<>(presets.keySet());
    if (names.remove(DEFAULT)) {
      names.add(0, DEFAULT);
    }
    return Collections.unmodifiableList(names);
  }

  /** A line about a preset for people, or "" where it has none. */
  public String about(String name) {
    return presets.get(name).path("about").asText("");
  }

  /** The algorithms that a preset suits, the one that it is made for first. */
  public List<String> algorithms(String name) {
    String own = presets.get(name).path("algorithm").asText("");
    List<String> algorithms = new ArrayList<>(List.of(own));
    if (AlgorithmKind.all().contains(own)) {
      algorithms.addAll(AlgorithmKind.of(own).algorithms());
    }
    return algorithms.stream().distinct().toList();
  }

  /**
   * A preset, resolved.
   *
   * @param seed of everything random
   * @throws RunException if there is none of this name or it makes no sense
   */
  public TrainingConfig resolve(String name, long seed) {
    return resolve(name, null, seed);
  }

  /**
   * A preset, resolved for one of the {@link #algorithms} that it suits. {@link Overrides} changes
   * single values of it.
   *
   * @param algorithm its name, or null for the one that the preset is made for
   * @param seed of everything random
   * @throws RunException if there is no such preset or it makes no sense
   */
  public TrainingConfig resolve(String name, String algorithm, long seed) {
    JsonNode preset = presets.get(name);
    if (preset == null) {
      throw new RunException("%s has no preset '%s'".formatted(game.name(), name));
    }
    ObjectNode config = preset.deepCopy();
    config.remove("about");
    config.put("game", game.name());
    config.put("game_version", game.version());
    config.put("preset", name);
    config.put("seed", seed);
    if (algorithm != null) {
      config.put("algorithm", algorithm);
    }
    try {
      return Yaml.yaml().treeToValue(config, TrainingConfig.class);
    } catch (JacksonException e) {
      throw new RunException(
          "preset '%s' of %s makes no sense: %s".formatted(name, game.name(), problem(e)), e);
    }
  }

  /** What is wrong with a file and where, in a few words. */
  static String problem(JacksonException e) {
    String what = e.getOriginalMessage();
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException) {
      what = cause.getMessage();
    } else if (e instanceof UnrecognizedPropertyException) {
      what = "there is no such setting";
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String place =
          mapping.getPath().stream()
              .map(r -> r.getFieldName() == null ? "#" + r.getIndex() : r.getFieldName())
              .collect(Collectors.joining("."));
      return place + ": " + what.replaceAll("\\s*\\R.*", "");
    }
    return what.replaceAll("\\s*\\R.*", "");
  }
}
