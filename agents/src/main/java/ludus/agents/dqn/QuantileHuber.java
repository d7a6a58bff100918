package ludus.agents.dqn;

/**
 * The loss of QR-DQN (Dabney et al. 2018, equation 10 and algorithm 1). In place of its value, an
 * action has N quantiles θ₁ … θ_N of its return; θᵢ is to lie at τᵢ = (2 i − 1) / 2 N. With yⱼ = r
 * + γ θ⁻ⱼ(s', a*) and u = yⱼ − θᵢ,
 *
 * <pre>L = Σᵢ 1/N Σⱼ |τᵢ − [u &lt; 0]| Huber(u)</pre>
 *
 * <p>so that too low a quantile costs more the higher its τ is, and the other way round.
 */
final class QuantileHuber {
  private QuantileHuber() {}

  /**
   * The loss of one transition, whose gradient with respect to θ is added to {@code gradient}.
   *
   * @param theta outputs, those of the action taken from {@code at} on
   * @param next the target network's, those of the action a* from {@code nextAt} on
   * @param count N
   * @param reward r, or the sum of n steps
   * @param discount γᵐ, or 0 at an end
   * @param share factor on the gradient: the importance weight over the batch's size
   */
  static float loss(
      float[] theta,
      int at,
      float[] next,
      int nextAt,
      int count,
      float reward,
      float discount,
      float kappa,
      float share,
      float[] gradient) {
    double loss = 0;
    for (int i = 0; i < count; i++) {
      float tau = (2 * i + 1) / (2f * count);
      double slope = 0;
      for (int j = 0; j < count; j++) {
        float u = Dqn.target(reward, discount, next[nextAt + j]) - theta[at + i];
        float side = u < 0 ? 1 - tau : tau;
        loss += side * Huber.loss(u, kappa);
        slope -= side * Huber.slope(u, kappa);
      }
      gradient[at + i] += (float) (share * slope / count);
    }
    return (float) (loss / count);
  }
}
