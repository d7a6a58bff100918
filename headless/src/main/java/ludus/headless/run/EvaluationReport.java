package ludus.headless.run;

import java.util.LinkedHashMap;
import java.util.Map;
import ludus.agents.policy.Policy;
import ludus.core.env.EnvOptions;
import ludus.core.game.GameProvider;
import ludus.headless.play.Policies;

/**
 * A policy's scores beside those of chance and of the expert on the same seeds and with the same
 * frame skip.
 */
public final class EvaluationReport {
  private EvaluationReport() {}

  /**
   * Plays all three and compares.
   *
   * @param choice a policy file's path, "expert" or "random"; null for the shipped policy
   * @return {@code episodes, seed, mean, std, iqm, ci95, min, max, mean_length, normalised, random,
   *     expert, policy}, and {@code figures, random_figures, expert_figures} where the game has
   *     some
   * @throws IllegalArgumentException if there is no such policy or its file is unusable
   */
  public static Map<String, Object> of(
      GameProvider provider, String choice, int episodes, long seed) {
    Evaluation evaluation = new Evaluation(provider, episodes, seed);
    Scores scores;
    EnvOptions options = EnvOptions.FEATURES;
    Scores random = null;
    Scores expert = null;
    String name = choice;
    if ("expert".equals(choice)) {
      expert = evaluation.expert(options);
      scores = expert;
    } else if ("random".equals(choice)) {
      random = evaluation.random(options);
      scores = random;
    } else {
      try (Policy policy = Policies.open(choice, provider.info())) {
        name = choice == null ? "shipped" : choice;
        options = policy.options();
        scores =
            evaluation.run(
                options,
                (envs, observations, rows, actions) -> policy.act(observations, rows, actions));
      }
    }
    // Baselines see no picture, so they need none.
    EnvOptions blind =
        EnvOptions.FEATURES
            .withFrameSkip(options.frameSkip())
            .withStickyActions(options.stickyActions())
            .withTickLimit(options.tickLimit());
    random = random == null ? evaluation.random(blind) : random;
    expert = expert == null ? evaluation.expert(blind) : expert;
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("game", provider.info().name());
    report.put("policy", name);
    report.put("episodes", episodes);
    report.put("seed", seed);
    report.putAll(scores.asMap());
    report.put("normalised", Scores.normalised(scores.mean(), random.mean(), expert.mean()));
    report.put("random", random.mean());
    report.put("expert", expert.mean());
    if (!scores.figures().isEmpty()) {
      report.put("figures", scores.figures());
      report.put("random_figures", random.figures());
      report.put("expert_figures", expert.figures());
    }
    return report;
  }
}
