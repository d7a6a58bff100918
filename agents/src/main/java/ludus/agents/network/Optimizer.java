package ludus.agents.network;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), with the gradient's global norm clipped first.
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to √v̂; set on purpose: 1.5e-4 is usual for DQN from pixels, 1e-5 for PPO
 * @param clipNorm the longest gradient allowed, as a global L2 norm; infinity clips nothing
 */
public record Optimizer(float beta1, float beta2, float epsilon, float clipNorm) {
  /**
   * @throws IllegalArgumentException if a value makes no sense
   */
  public Optimizer {
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "Adam's decays must be from 0 to below 1, were %s and %s".formatted(beta1, beta2));
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("Adam's epsilon must be positive, was " + epsilon);
    }
    if (!(clipNorm > 0)) {
      throw new IllegalArgumentException("the norm to clip at must be positive, was " + clipNorm);
    }
  }

  /** Adam with the usual decays. */
  public static Optimizer adam(float epsilon, float clipNorm) {
    return new Optimizer(0.9f, 0.999f, epsilon, clipNorm);
  }
}
