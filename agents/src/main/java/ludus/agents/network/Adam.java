package ludus.agents.network;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) for the engines that update in Java: {@link #advance}
 * works out what is the same for every parameter, then {@link #update} is called for each array of
 * them.
 */
final class Adam {
  /**
   * What is far below these does not stay in a moment: added and taken away again, they round it
   * off. Else the moments of weights that have had no gradient for a while fade into subnormal
   * numbers and never leave them, with which Intel's cores multiply some twenty times more slowly;
   * in a training of the maze that was 62 % of the dense layer. m's is the larger, so that no step
   * α m of a usual α is subnormal either.
   */
  private static final float FIRST_GRAIN = 1e-25f;

  private static final float SECOND_GRAIN = 1e-30f;

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
    float beta1 = optimizer.beta1();
    float beta2 = optimizer.beta2();
    update(theta, g, m, v, beta1, beta2, scale, alpha, correction, optimizer.epsilon());
  }

  /**
   * m ← β₁ m + (1 − β₁) s g, v ← β₂ v + (1 − β₂) (s g)², θ ← θ − α m / (√(c v) + ε). In one loop:
   * its root and its division leave the memory the time to bring the next numbers.
   */
  private static void update(
      float[] theta,
      float[] g,
      float[] m,
      float[] v,
      float beta1,
      float beta2,
      float s,
      float alpha,
      float c,
      float epsilon) {
    float rest1 = 1 - beta1;
    float rest2 = 1 - beta2;
    for (int j = 0; j < theta.length; j++) {
      float x = s * g[j];
      float first = beta1 * m[j] + rest1 * x + FIRST_GRAIN - FIRST_GRAIN;
      float second = beta2 * v[j] + rest2 * (x * x) + SECOND_GRAIN - SECOND_GRAIN;
      m[j] = first;
      v[j] = second;
      theta[j] -= alpha * first / ((float) Math.sqrt(c * second) + epsilon);
    }
  }
}
