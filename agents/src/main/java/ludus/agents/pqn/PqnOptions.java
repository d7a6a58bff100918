package ludus.agents.pqn;

import ludus.agents.LearnedReward;
import ludus.agents.RewardClip;
import ludus.agents.explore.Exploration;
import ludus.agents.explore.Schedule;

/**
 * The hyper-parameters of {@link Pqn}. "Steps" are env steps of all envs together.
 *
 * @param learningRate Adam's step size by steps
 * @param adamEpsilon Adam's ε
 * @param clipNorm longest gradient, global L2 norm
 * @param gamma discount γ per step
 * @param lambda λ of the returns: 0 looks one step ahead, 1 to the rollout's end
 * @param rollout steps of each env between two rounds of learning
 * @param epochs how often each step of a rollout is learned from
 * @param batchSize steps an update
 * @param epsilon ε of ε-greedy exploration by steps, or null to explore by temperature
 * @param temperature τ of softmax exploration by steps, or null to explore by ε
 * @param overlap whether a rollout is learned from while the next is played; null stands for false
 * @param averaging largest share of itself that the average of the weights keeps after a rollout
 * @param rewardScale factor on rewards, for learning only, as all that {@link LearnedReward} does
 * @param rewardPower power of the size of scaled rewards; null stands for 1
 * @param rewardClip bounds on what comes of that; null stands for none
 * @param rewardEnds whether a reward ends the return, for games of independent points
 * @param lifeEnds whether a life lost ends the return, as an episode's end does; null stands for
 *     false
 */
public record PqnOptions(
    Schedule learningRate,
    float adamEpsilon,
    float clipNorm,
    float gamma,
    float lambda,
    int rollout,
    int epochs,
    int batchSize,
    Schedule epsilon,
    Schedule temperature,
    Boolean overlap,
    float averaging,
    float rewardScale,
    Float rewardPower,
    RewardClip rewardClip,
    boolean rewardEnds,
    Boolean lifeEnds) {

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public PqnOptions {
    overlap = overlap != null && overlap;
    rewardPower = rewardPower == null ? 1 : rewardPower;
    rewardClip = rewardClip == null ? RewardClip.NONE : rewardClip;
    lifeEnds = lifeEnds != null && lifeEnds;
    Schedule.requireStepSize(learningRate);
    require(gamma >= 0 && gamma <= 1, "gamma", gamma, "from 0 to 1");
    require(lambda >= 0 && lambda <= 1, "lambda", lambda, "from 0 to 1");
    require(rollout >= 1 && rollout <= 65_536, "rollout", rollout, "from 1 to 65536");
    require(epochs >= 1, "epochs", epochs, "at least 1");
    require(batchSize >= 1 && batchSize <= 65_536, "batch_size", batchSize, "from 1 to 65536");
    Exploration.of(epsilon, temperature);
    require(averaging >= 0 && averaging < 1, "averaging", averaging, "from 0 to below 1");
    new LearnedReward(rewardScale, rewardPower, rewardClip); // refuses what makes no sense
  }

  /** What the learner is told of rewards. */
  LearnedReward learnedReward() {
    return new LearnedReward(rewardScale, rewardPower, rewardClip);
  }

  /** The rule by which the learner explores. */
  Exploration exploration() {
    return Exploration.of(epsilon, temperature);
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, was %s".formatted(name, range, value));
    }
  }
}
