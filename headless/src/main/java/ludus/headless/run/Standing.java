package ludus.headless.run;

/**
 * How a run stands by its evaluations, and whether it has come to its end.
 *
 * @param bestMean mean return of the best evaluation, which {@code policy.ludus} holds; null before
 *     the first
 * @param bestSteps steps at that evaluation
 * @param reached evaluations in a row that have reached the mark for stopping early
 * @param reachedSteps steps at the first evaluation that reached it, or null
 * @param reachedSeconds seconds at that evaluation, or null
 * @param nextEvaluation steps at which the next evaluation is due
 * @param done whether the run has ended
 */
record Standing(
    Double bestMean,
    long bestSteps,
    int reached,
    Long reachedSteps,
    Double reachedSeconds,
    long nextEvaluation,
    boolean done) {

  /** Before the first evaluation. */
  static Standing first(TrainingConfig config) {
    return new Standing(null, 0, 0, null, null, config.evaluation().every(), false);
  }

  /** Whether an evaluation is due at this many steps. */
  boolean due(TrainingConfig config, long steps) {
    return steps >= nextEvaluation || steps >= config.steps();
  }

  /** Whether an evaluation with this mean is the best so far: of equals the later one. */
  boolean better(double mean) {
    return bestMean == null || mean >= bestMean;
  }

  /** How it stands after an evaluation that came to this mean. */
  Standing after(TrainingConfig config, long steps, double seconds, double mean) {
    TrainingConfig.EvaluationPlan plan = config.evaluation();
    boolean better = better(mean);
    boolean reaches = plan.stopAt() != null && mean >= plan.stopAt();
    boolean firstTime = reaches && reachedSteps == null;
    int inARow = reaches ? reached + 1 : 0;
    return new Standing(
        better ? Double.valueOf(mean) : bestMean,
        better ? steps : bestSteps,
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
        bestMean, bestSteps, reached, reachedSteps, reachedSeconds, nextEvaluation, over);
  }

  private static boolean stopsEarly(TrainingConfig.EvaluationPlan plan, int inARow) {
    return plan.stopAt() != null && inARow >= plan.stopAfter();
  }
}
