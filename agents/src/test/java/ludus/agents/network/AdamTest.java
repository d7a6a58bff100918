package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final float RATE = 0.001f;

  @Test
  void aFewStepsAreThoseOfThePaper() {
    Rng rng = new Rng(1);
    float[] theta = new float[64];
    float[] m = new float[64];
    float[] v = new float[64];
    float[] g = new float[64];
    double[][] own = new double[3][64];
    Adam adam = new Adam(Optimizer.adam(1e-8f, 1000));
    for (int t = 1; t <= 50; t++) {
      for (int i = 0; i < g.length; i++) {
        g[i] = (float) (rng.uniform(-1, 1) * Math.pow(10, -i / 8.0)); // from 1 down to 10⁻⁸
        own[1][i] = 0.9 * own[1][i] + 0.1 * g[i];
        own[2][i] = 0.999 * own[2][i] + 0.001 * g[i] * g[i];
        double first = own[1][i] / (1 - Math.pow(0.9, t));
        double second = own[2][i] / (1 - Math.pow(0.999, t));
        own[0][i] -= RATE * first / (Math.sqrt(second) + 1e-8);
      }
      adam.advance(RATE, 1);
      adam.update(theta, g, m, v);
    }
    for (int i = 0; i < g.length; i++) {
      assertEquals(own[0][i], theta[i], 1e-6, "weight " + i);
    }
  }

  @Test
  void momentsThatAreLeftAloneNeverBecomeSubnormal() {
    float[] theta = new float[16];
    float[] m = new float[16];
    float[] v = new float[16];
    float[] g = new float[16];
    for (int i = 0; i < g.length; i++) {
      g[i] = (float) Math.pow(10, -i);
    }
    Adam adam = new Adam(Optimizer.adam(1e-8f, 1000));
    for (int t = 0; t < 120_000; t++) {
      adam.advance(RATE, 1);
      adam.update(theta, g, m, v);
      g = t == 0 ? new float[16] : g;
      for (int i = 0; i < g.length; i++) {
        assertNormal(m[i]);
        assertNormal(v[i]);
        assertNormal(1e-5f * m[i]); // a small step size
      }
    }
    assertTrue(m[0] < 1e-30f && v[0] < 1e-30f, m[0] + ", " + v[0]);
  }

  private static void assertNormal(float x) {
    if (x != 0 && Math.abs(x) < Float.MIN_NORMAL) {
      throw new AssertionError(x + " is subnormal");
    }
  }
}
