package ludus.agents.dqn;

/**
 * The hyper-parameters of {@link Dqn}. "Steps" are env steps of all envs together.
 *
 * @param learningRate Adam's step size
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
 * @param epsilonFrom ε at the beginning
 * @param epsilonTo ε at the end
 * @param epsilonSteps steps over which ε falls, in a straight line
 * @param doubleQ whether the online network chooses the action that the target network values
 * @param huber where the loss of a TD error turns from square to linear
 * @param rewardScale factor on rewards, for learning only
 * @param rewardClip bound on scaled rewards, ±, for learning only; 0 is none
 */
public record DqnOptions(
    float learningRate,
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
    float epsilonFrom,
    float epsilonTo,
    long epsilonSteps,
    boolean doubleQ,
    float huber,
    float rewardScale,
    float rewardClip) {

  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public DqnOptions {
    require(learningRate > 0 && learningRate <= 1, "learning_rate", learningRate, "above 0, to 1");
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
    require(epsilonFrom >= 0 && epsilonFrom <= 1, "epsilon_from", epsilonFrom, "from 0 to 1");
    require(epsilonTo >= 0 && epsilonTo <= 1, "epsilon_to", epsilonTo, "from 0 to 1");
    require(epsilonSteps >= 0, "epsilon_steps", epsilonSteps, "at least 0");
    require(huber > 0, "huber", huber, "above 0");
    require(rewardScale > 0, "reward_scale", rewardScale, "above 0");
    require(rewardClip >= 0, "reward_clip", rewardClip, "at least 0");
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException("%s must be %s, was %s".formatted(name, range, value));
    }
  }
}
