package ludus.agents.network;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) for the engines that update in Java: {@link #advance}
 * works out what is the same for every parameter, then {@link #update} is called for each array of
 * them.
 */
final class Adam {
  private final Optimizer optimizer;
  private long step;

  /** α / (1 − β₁ᵗ), so that the first moment need not be corrected one by one. */
  private float alpha;

  /** 1 / (1 − β₂ᵗ). */
  private float correction;

  /** What shortens the gradient to the norm allowed, or 1. */
  private float scale;

  Adam(Optimizer optimizer) {
    this.optimizer = optimizer;
  }

  long step() {
    return step;
  }

  void step(long step) {
    this.step = step;
  }

  /** Begins the next step, for a gradient of this global norm. */
  void advance(float learningRate, float norm) {
    step++;
    alpha = (float) (learningRate / (1 - power(optimizer.beta1(), step)));
    correction = (float) (1 / (1 - power(optimizer.beta2(), step)));
    scale = norm > optimizer.clipNorm() ? optimizer.clipNorm() / norm : 1;
  }

  /** βᵗ by squaring, the same on every machine; StrictMath.pow allocates three arrays a call. */
  static double power(double beta, long t) {
    double power = 1;
    for (long rest = t; rest > 0; rest >>= 1) {
      power *= (rest & 1) == 1 ? beta : 1;
      beta *= beta;
    }
    return power;
  }

  /** Updates some parameters θ and their moments m and v by their gradient g. */
  void update(float[] theta, float[] g, float[] m, float[] v) {
    RowMath.firstMoment(m, g, optimizer.beta1(), scale);
    RowMath.secondMoment(v, g, optimizer.beta2(), scale);
    RowMath.descend(theta, m, v, alpha, correction, optimizer.epsilon());
  }
}
