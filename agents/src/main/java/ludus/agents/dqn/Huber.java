package ludus.agents.dqn;

/** The loss of one TD error: square near 0, linear far out (Huber 1964). */
final class Huber {
  private Huber() {}

  /** L = ½ δ² up to κ, κ (|δ| − ½ κ) beyond it. */
  static float loss(float error, float kappa) {
    float size = Math.abs(error);
    return size <= kappa ? 0.5f * error * error : kappa * (size - 0.5f * kappa);
  }

  /** dL/dδ: δ, clipped to ±κ. */
  static float slope(float error, float kappa) {
    return Math.max(-kappa, Math.min(kappa, error));
  }
}
