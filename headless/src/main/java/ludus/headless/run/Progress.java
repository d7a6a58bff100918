package ludus.headless.run;

import java.util.List;

/**
 * What a run has come to, apart from what its learner knows.
 *
 * @param episodes episodes finished in training
 * @param seconds wall-clock seconds of training and evaluation, over all resumes
 * @param bestMean mean return of the best evaluation, which {@code policy.ludus} holds; null before
 *     the first
 * @param bestSteps steps at that evaluation
 * @param reached evaluations in a row that have reached the mark for stopping early
 * @param reachedSteps steps at the first evaluation that reached it, or null
 * @param reachedSeconds seconds at that evaluation, or null
 * @param nextEvaluation steps at which the next evaluation is due
 * @param metricsBytes length of {@code metrics.csv}
 * @param done whether the run has ended
 * @param recentReturns returns of the last episodes of training
 * @param recentLengths their lengths, in steps
 */
record Progress(
    long episodes,
    double seconds,
    Double bestMean,
    long bestSteps,
    int reached,
    Long reachedSteps,
    Double reachedSeconds,
    long nextEvaluation,
    long metricsBytes,
    boolean done,
    List<Double> recentReturns,
    List<Integer> recentLengths) {}
