package ludus.headless.run;

import java.util.List;

/**
 * What a run has come to, apart from what its learner knows.
 *
 * @param episodes episodes finished in training
 * @param seconds wall-clock seconds of training and evaluation, over all resumes
 * @param standing how it stands by its evaluations
 * @param metricsBytes length of {@code metrics.csv}
 * @param recentReturns returns of the last episodes of training
 * @param recentLengths their lengths, in steps
 */
record Progress(
    long episodes,
    double seconds,
    Standing standing,
    long metricsBytes,
    List<Double> recentReturns,
    List<Integer> recentLengths) {}
