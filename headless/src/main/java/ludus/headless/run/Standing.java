package ludus.headless.run;

/**
 * How a run stands by its evaluations, and whether it has come to its end.
 *
 * <p>Which policy is kept follows a rule like that of one standard error (Breiman et al. 1984): of
 * those whose mean lies within the highest one's 95 % confidence interval, the latest. The highest
 * mean alone would pick a lucky evaluation, the more surely the more of them there are; a later
 * policy has learned more.
 *
 * @param bestMean mean return of the kept policy, which {@code policy.ludus} holds; null before the
 *     first evaluation
 * @param bestSteps steps at that evaluation
 * @param bar the mean from which a policy is kept: the highest, less half the width of its
 *     confidence interval; null before the first evaluation
 * @param reached evaluations in a row that have reached the mark for stopping early
 * @param reachedSteps steps at the first evaluation that reached it, or null
 * @param reachedSeconds seconds at that evaluation, or null
 * @param nextEvaluation steps at which the next evaluation is due
 * @param done whether the run has ended
 */
record Standing(
    Double bestMean,
    long bestSteps,
    Double bar,
    int reached,
    Long reachedSteps,
    Double reachedSeconds,
    long nextEvaluation,
    boolean done) {

  /** Before the first evaluation. */
  static Standing first(TrainingConfig config) {
    return new Standing(null, 0, null, 0, null, null, config.evaluation().every(), false);
  }

  /** Whether an evaluation is due at this many steps. */
  boolean due(TrainingConfig config, long steps) {
    return steps >= nextEvaluation || steps >= config.steps();
  }

  /** Whether the policy that came to this mean is to be kept. */
  boolean keeps(double mean) {
    return bar == null || mean >= bar;
  }

  /**
   * How it stands after an evaluation.
   *
   * @param mean mean return of its episodes
   * @param ci95 half width of the mean's 95 % confidence interval
   */
  Standing after(TrainingConfig config, long steps, double seconds, double mean, double ci95) {
    TrainingConfig.EvaluationPlan plan = config.evaluation();
    boolean keeps = keeps(mean);
    boolean reaches = plan.stopAt() != null && mean >= plan.stopAt();
    boolean firstTime = reaches && reachedSteps == null;
    int inARow = reaches ? reached + 1 : 0;
    return new Standing(
        keeps ? Double.valueOf(mean) : bestMean,
        keeps ? steps : bestSteps,
        bar == null ? mean - ci95 : Math.max(bar, mean - ci95),
        inARow,
        firstTime ? Long.valueOf(steps) : reachedSteps,
        firstTime ? Double.valueOf(seconds) : reachedSeconds,
        (steps / plan.every() + 1) * plan.every(),
        steps >= config.steps() || stopsEarly(plan, inARow));
  }

  /** The same for a run that is gone on with, perhaps with a larger budget. */
  Standing resumed(TrainingConfig config, long steps) {
    boolean over = done && steps >= config.steps() || stopsEarly(config.evaluation(), reached);
    return new Standing(
        bestMean, bestSteps, bar, reached, reachedSteps, reachedSeconds, nextEvaluation, over);
  }

  private static boolean stopsEarly(TrainingConfig.EvaluationPlan plan, int inARow) {
    return plan.stopAt() != null && inARow >= plan.stopAfter();
  }
}
