package ludus.agents.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import ludus.agents.network.NetworkSpec;
import ludus.core.env.EnvOptions;
import ludus.core.game.GameInfo;

/**
 * What stands in a policy file's {@code policy.yaml}: for which game the policy is, how it wants
 * the game shown, what its network looks like, where it comes from and how well it was measured.
 *
 * @param format version of this layout
 * @param game name of the game
 * @param gameVersion version of the game that it was trained on
 * @param env how the game is shown
 * @param hidden the network's hidden layers, as {@link NetworkSpec.Layer} reads them
 * @param outputs how many numbers the network gives
 * @param quantiles how many of them belong to each action (see {@link ActionValues}); null stands
 *     for 1
 * @param rewardScale factor on rewards in training, in whose units the network values actions; null
 *     stands for 1
 * @param provenance how it came about: algorithm, preset, seed, steps, date …
 * @param scores what was measured, by name
 */
@JsonPropertyOrder({
  "format",
  "game",
  "gameVersion",
  "env",
  "hidden",
  "outputs",
  "quantiles",
  "rewardScale",
  "provenance",
  "scores"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicyCard(
    int format,
    String game,
    int gameVersion,
    EnvOptions env,
    List<String> hidden,
    int outputs,
    Integer quantiles,
    Float rewardScale,
    Map<String, Object> provenance,
    Map<String, Double> scores) {

  static final int FORMAT = 1;

  /** A card of the present format. */
  public static PolicyCard of(
      GameInfo game,
      EnvOptions env,
      NetworkSpec network,
      int quantiles,
      float rewardScale,
      Map<String, Object> provenance,
      Map<String, Double> scores) {
    return new PolicyCard(
        FORMAT,
        game.name(),
        game.version(),
        env,
        network.hidden().stream().map(Object::toString).toList(),
        network.outputs(),
        quantiles,
        rewardScale,
        provenance,
        scores);
  }

  /** The game's name without its variant: a policy may play any variant that looks the same. */
  String family() {
    return game.split("/")[0];
  }

  /** The same policy with other scores. */
  public PolicyCard withScores(Map<String, Double> measured) {
    return new PolicyCard(
        format,
        game,
        gameVersion,
        env,
        hidden,
        outputs,
        quantiles,
        rewardScale,
        provenance,
        measured);
  }

  /** How many numbers the network gives each action. */
  int numbersAnAction() {
    return quantiles == null ? 1 : quantiles;
  }

  /** The network's shape on this game. */
  NetworkSpec network(GameInfo info) {
    return new NetworkSpec(
        env.spec(info), hidden.stream().map(NetworkSpec.Layer::parse).toList(), outputs);
  }
}
