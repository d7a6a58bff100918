package ludus.agents;

import ludus.agents.network.Network;

/** The exponential average of a learner's weights, which plays more steadily than they do. */
public final class WeightAverage {
  private WeightAverage() {}

  /**
   * Moves the average towards the weights.
   *
   * @param most the largest share of itself that it keeps; a young one forgets sooner, so that it
   *     does not drag the first weights along
   * @param round how often it has followed, this time included
   */
  public static void follow(Network average, Network weights, float most, long round) {
    average.blend(weights, 1 - Math.min(most, round / (9f + round)));
  }
}
