package ludus.agents.dqn;

import ludus.agents.LearnedReward;
import ludus.agents.RewardClip;
import ludus.agents.explore.Exploration;
import ludus.agents.explore.Schedule;
import ludus.agents.memory.Prioritised;

/**
 * The hyper-parameters of {@link Dqn}. "Steps" are env steps of all envs together. What is off
 * where it is null need not be named in a preset.
 *
 * @param learningRate Adam's step size by steps
 * @param adamEpsilon Adam's ε
 * @param clipNorm longest gradient, global L2 norm
 * @param gamma discount γ per step
 * @param batchSize transitions an update
 * @param bufferSize slots of the replay buffer
 * @param warmUp steps at random before the first update
 * @param trainEvery steps between two bursts of updates
 * @param updates updates in a burst
 * @param targetEvery updates between two copies to the target network (hard), or 0
 * @param targetRate τ of a soft update after every update (Polyak), or 0
 * @param averaging largest share of itself that the average of the weights, the policy that is
 *     evaluated and kept, keeps after a burst of updates; null or 0 keeps none
 * @param epsilon ε of ε-greedy exploration by steps, or null to explore by temperature
 * @param temperature τ of softmax exploration by steps, or null to explore by ε
 * @param doubleQ whether the online network chooses the action that the target network values
 * @param nSteps rewards that a target sums up before it bootstraps; null stands for 1
 * @param quantiles numbers that the network gives of each action's return (QR-DQN); null stands for
 *     1, its expectation
 * @param prioritised how the buffer is drawn from by priority, or null to draw uniformly
 * @param demonstrations how demonstrations are learned from, or null to take them as the learner's
 *     own experience
 * @param huber κ, where the loss of a TD error turns from square to linear
 * @param rewardScale factor on rewards, for learning only, as all that {@link LearnedReward} does
 * @param rewardPower power of the size of scaled rewards; null stands for 1
 * @param rewardClip bounds on what comes of that; null stands for none
 * @param rewardEnds whether a reward ends the return, for games of independent points; null stands
 *     for false
 * @param lifeEnds whether a life lost ends the return, as an episode's end does; null stands for
 *     false
 */
public record DqnOptions(
    Schedule learningRate,
    float adamEpsilon,
    float clipNorm,
    float gamma,
    int batchSize,
    int bufferSize,
    int warmUp,
    int trainEvery,
    int updates,
    int targetEvery,
    float targetRate,
    Float averaging,
    Schedule epsilon,
    Schedule temperature,
    boolean doubleQ,
    Integer nSteps,
    Integer quantiles,
    Prioritised prioritised,
    Demonstrated demonstrations,
    float huber,
    float rewardScale,
    Float rewardPower,
    RewardClip rewardClip,
    Boolean rewardEnds,
    Boolean lifeEnds) {

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public DqnOptions {
    averaging = averaging == null ? 0 : averaging;
    nSteps = nSteps == null ? 1 : nSteps;
    quantiles = quantiles == null ? 1 : quantiles;
    rewardPower = rewardPower == null ? 1 : rewardPower;
    rewardClip = rewardClip == null ? RewardClip.NONE : rewardClip;
    rewardEnds = rewardEnds != null && rewardEnds;
    lifeEnds = lifeEnds != null && lifeEnds;
    Schedule.requireStepSize(learningRate);
    require(gamma >= 0 && gamma <= 1, "gamma", gamma, "from 0 to 1");
    require(batchSize >= 1 && batchSize <= 65_536, "batch_size", batchSize, "from 1 to 65536");
    require(bufferSize >= 16, "buffer_size", bufferSize, "at least 16");
    require(warmUp >= 1, "warm_up", warmUp, "at least 1");
    require(trainEvery >= 1, "train_every", trainEvery, "at least 1");
    require(updates >= 1, "updates", updates, "at least 1");
    require(targetEvery >= 0, "target_every", targetEvery, "at least 0");
    require(targetRate >= 0 && targetRate <= 1, "target_rate", targetRate, "from 0 to 1");
    require(
        targetEvery > 0 != targetRate > 0,
        "target_every",
        targetEvery,
        "above 0, or else target_rate above 0");
    require(averaging >= 0 && averaging < 1, "averaging", averaging, "from 0 to below 1");
    Exploration.of(epsilon, temperature);
    require(nSteps >= 1 && nSteps <= 1000, "n_steps", nSteps, "from 1 to 1000");
    require(quantiles >= 1 && quantiles <= 1000, "quantiles", quantiles, "from 1 to 1000");
    require(huber > 0, "huber", huber, "above 0");
    if (demonstrations != null) {
      float heaviest = Demonstrated.heaviest(huber, quantiles);
      require(
          demonstrations.weight() < heaviest,
          "demonstrations.weight",
          demonstrations.weight(),
          "below %s, or values grow without end (huber and quantiles decide)".formatted(heaviest));
    }
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
