package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinogradTest {
  private static float[][] column(int length, Rng rng) {
    float[][] column = new float[length][1];
    for (float[] value : column) {
      value[0] = (float) rng.nextGaussian();
    }
    return column;
  }

  private static float[][] apply(Combination[] matrix, float[][] to) {
    float[][] result = new float[matrix.length][1];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i].of(result[i], to, 0, 1);
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource({"1,20", "2,20", "2,9", "3,7", "3,20", "4,6", "5,8"})
  void aTileIsWhatTheFilterGives(int taps, int outSide) {
    Winograd winograd = Winograd.of(taps, outSide);
    Rng rng = new Rng(7);
    float[][] x = column(winograd.points, rng);
    float[][] w = column(taps, rng);
    float[][] v = apply(winograd.data, x);
    float[][] u = apply(winograd.kernel, w);
    float[][] products = new float[winograd.points][1];
    for (int i = 0; i < products.length; i++) {
      products[i][0] = u[i][0] * v[i][0];
    }
    float[][] y = apply(winograd.result, products);
    for (int i = 0; i < winograd.outputs; i++) {
      double wanted = 0;
      for (int k = 0; k < taps; k++) {
        wanted += (double) w[k][0] * x[i + k][0];
      }
      assertEquals(wanted, y[i][0], 1e-5);
    }
  }

  @Test
  void fourPointsNeedNoMultiplication() {
    // F(3, 2): a sum or a difference of two each.
    Winograd winograd = Winograd.of(2, 9);
    assertEquals(3, winograd.outputs);
    float[][] ones = {{1}, {2}, {4}, {8}};
    for (float[] each : apply(winograd.data, ones)) {
      assertEquals(Math.rint(each[0]), each[0]);
    }
  }

  @Test
  void theWayBackIsTheTransposed() {
    Winograd winograd = Winograd.of(3, 7);
    Rng rng = new Rng(3);
    float[][] x = column(winograd.points, rng);
    float[][] d = column(winograd.points, rng);
    float[][] forward = apply(winograd.data, x);
    float[][] back = apply(winograd.dataBack, d);
    double one = 0;
    double other = 0;
    for (int i = 0; i < winograd.points; i++) {
      one += (double) forward[i][0] * d[i][0];
      other += (double) back[i][0] * x[i][0];
    }
    assertEquals(one, other, 1e-4);
  }

  @Test
  void fewerProductsThanTheFilterItself() {
    for (int taps = 2; taps <= 5; taps++) {
      Winograd winograd = Winograd.of(taps, 20);
      assertTrue(winograd.points < winograd.outputs * taps);
    }
  }
}
