package ludus.agents.network;

/**
 * One step of Adam (Kingma and Ba 2015, algorithm 1) with all that is the same for every parameter
 * worked out, for the engines that update in Java.
 *
 * @param optimizer the decays and ε
 * @param alpha α / (1 − β₁ᵗ), so that the first moment need not be corrected one by one
 * @param correction 1 / (1 − β₂ᵗ)
 * @param scale what shortens the gradient to the norm allowed, or 1
 */
record Adam(Optimizer optimizer, float alpha, float correction, float scale) {
  static Adam at(long step, Optimizer optimizer, float learningRate, float norm) {
    double first = 1 - StrictMath.pow(optimizer.beta1(), step);
    double second = 1 - StrictMath.pow(optimizer.beta2(), step);
    float scale = norm > optimizer.clipNorm() ? optimizer.clipNorm() / norm : 1;
    return new Adam(optimizer, (float) (learningRate / first), (float) (1 / second), scale);
  }

  /** Updates some parameters θ and their moments m and v by their gradient g. */
  void update(float[] theta, float[] g, float[] m, float[] v) {
    RowMath.firstMoment(m, g, optimizer.beta1(), scale);
    RowMath.secondMoment(v, g, optimizer.beta2(), scale);
    RowMath.descend(theta, m, v, alpha, correction, optimizer.epsilon());
  }
}
