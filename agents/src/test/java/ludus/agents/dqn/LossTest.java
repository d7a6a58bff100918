package ludus.agents.dqn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import ludus.agents.policy.ActionValues;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

/** Every loss by hand, and every output gradient against finite differences. */
class LossTest {
  private static final double H = 1e-3;

  private static float[] random(int count, long seed) {
    Rng rng = new Rng(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (2 * rng.nextGaussian());
    }
    return numbers;
  }

  /** Holds a gradient against (L(x + h) − L(x − h)) / 2h for each x. */
  private static void assertGradient(
      float[] at, float[] gradient, double share, ToDoubleFunction<float[]> loss) {
    for (int i = 0; i < at.length; i++) {
      float[] above = at.clone();
      float[] below = at.clone();
      above[i] += (float) H;
      below[i] -= (float) H;
      double slope =
          (loss.applyAsDouble(above) - loss.applyAsDouble(below)) / (above[i] - below[i]);
      assertEquals(share * slope, gradient[i], 3e-3 * share, "output " + i);
    }
  }

  @Test
  void huberIsSquareInsideAndLinearOutsideAndItsSlopeIsItsDerivative() {
    assertEquals(0.125f, Huber.loss(0.5f, 1));
    assertEquals(2.5f, Huber.loss(-3, 1));
    for (float kappa : new float[] {0.5f, 1, 2}) {
      for (float error = -4.05f; error < 4; error += 0.1f) {
        float[] slope = {Huber.slope(error, kappa)};
        assertGradient(new float[] {error}, slope, 1, e -> Huber.loss(e[0], kappa));
      }
    }
  }

  @Test
  void quantileLossByHand() {
    // Two quantiles at τ ¼ and ¾; y = 1 + ½ · {0, 4} = {1, 3}; θ = {1.5, 1.5}.
    float[] gradient = new float[2];
    float loss =
        QuantileHuber.loss(
            new float[] {1.5f, 1.5f}, 0, new float[] {0, 4}, 0, 2, 1, 0.5f, 1, 1, gradient);
    // u = −½ and 1½: Huber 0.125 and 1. ½ (¾ · 0.125 + ¼ · 1) + ½ (¼ · 0.125 + ¾ · 1).
    assertEquals(0.5625, loss, 1e-6);
    assertArrayEquals(new float[] {(0.375f - 0.25f) / 2, (0.125f - 0.75f) / 2}, gradient, 1e-6f);
  }

  @Test
  void quantileGradientIsThatOfTheLossAndLeavesOtherActionsAlone() {
    int count = 5;
    for (long seed = 0; seed < 20; seed++) {
      float[] theta = random(3 * count, seed);
      float[] next = random(3 * count, 100 + seed);
      float[] gradient = new float[3 * count];
      QuantileHuber.loss(theta, count, next, 2 * count, count, 0.3f, 0.9f, 1, 0.25f, gradient);
      assertGradient(
          theta,
          gradient,
          0.25,
          t ->
              QuantileHuber.loss(
                  t, count, next, 2 * count, count, 0.3f, 0.9f, 1, 1, new float[3 * count]));
      for (int i = 0; i < 3 * count; i++) {
        if (i < count || i >= 2 * count) {
          assertEquals(0, gradient[i]);
        }
      }
    }
  }

  @Test
  void quantilesComeToLieWhereTheirShareOfTheReturnsIsBelow() {
    // Rewards 0 … 9 alike often, no future: descent brings τ = 1/8, 3/8, 5/8, 7/8 to 1, 3, 6, 8.
    float[] theta = new float[4];
    Rng rng = new Rng(3);
    for (int step = 0; step < 200_000; step++) {
      float[] gradient = new float[4];
      QuantileHuber.loss(theta, 0, new float[4], 0, 4, rng.nextInt(10), 0, 0.05f, 1, gradient);
      for (int i = 0; i < 4; i++) {
        theta[i] -= 0.05f * gradient[i] * 4;
      }
    }
    assertArrayEquals(new float[] {1, 3, 6, 8}, theta, 0.4f);
  }

  @Test
  void largeMarginByHand() {
    ActionValues values = new ActionValues(3, 1);
    float[] gradient = new float[3];
    float[] q = {1, 1.5f, 0.9f};
    assertEquals(1.3f, LargeMargin.loss(values, q, 0, 0, 0.8f, 0.5f, gradient), 1e-6);
    assertArrayEquals(new float[] {-0.5f, 0.5f, 0}, gradient);
    // Ahead of all others by the margin: nothing to learn.
    float[] none = new float[3];
    assertEquals(0, LargeMargin.loss(values, new float[] {2, 1, 1.1f}, 0, 0, 0.8f, 1, none));
    assertArrayEquals(new float[3], none);
  }

  @Test
  void largeMarginGradientIsThatOfTheLoss() {
    for (int quantiles : new int[] {1, 4}) {
      ActionValues values = new ActionValues(3, quantiles);
      for (long seed = 0; seed < 20; seed++) {
        float[] outputs = random(values.outputs(), seed);
        float[] gradient = new float[values.outputs()];
        LargeMargin.loss(values, outputs, 0, 1, 0.8f, 1, gradient);
        assertGradient(
            outputs,
            gradient,
            1,
            o -> LargeMargin.loss(values, o, 0, 1, 0.8f, 1, new float[o.length]));
      }
    }
  }
}
