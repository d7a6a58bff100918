package ludus.headless.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import ludus.agents.policy.PolicyCard;
import ludus.core.game.GameInfo;
import ludus.headless.run.Yaml;

/**
 * What is measured of a game: mean returns to compare oneself with.
 *
 * @param chance what random actions get, or NaN where it was not measured
 * @param expert what the scripted expert gets, or NaN where it was not measured
 * @param card of the policy that ships with the game, or null where none does
 */
public record Marks(double chance, double expert, PolicyCard card) {
  private static final String BASELINES = "/assets/results/baselines.json";

  /**
   * What is known of this game; of a variant, what was measured on it itself.
   *
   * @throws IllegalArgumentException if what ships with Ludus is unusable
   */
  public static Marks of(GameInfo game) {
    PolicyCard card = game.name().equals(game.family()) ? Policies.card(game) : null;
    try (InputStream in = Marks.class.getResourceAsStream(BASELINES)) {
      JsonNode all = in == null ? null : Yaml.json().readTree(in).path("evaluations");
      return new Marks(mean(all, game, "random"), mean(all, game, "expert"), card);
    } catch (IOException e) {
      throw new IllegalArgumentException("the measured results cannot be read", e);
    }
  }

  private static double mean(JsonNode evaluations, GameInfo game, String policy) {
    if (evaluations != null) {
      for (JsonNode evaluation : evaluations) {
        if (evaluation.path("game").asText().equals(game.name())
            && evaluation.path("policy").asText().equals(policy)) {
          return evaluation.path("mean").asDouble(Double.NaN);
        }
      }
    }
    return Double.NaN;
  }

  /** What the shipped policy was measured at by this name ("mean", "ci95"), or NaN. */
  public double policy(String score) {
    Double value = card == null || card.scores() == null ? null : card.scores().get(score);
    return value == null ? Double.NaN : value;
  }
}
