package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InitializationTest {
  @Test
  void hiddenLayersAreOrthogonalWithGainRootTwo() {
    Weights weights = Initialization.STANDARD.draw(Trials.PIXELS, 1);
    int[] shape = Trials.PIXELS.parameters().get("conv1.weight");
    float[] filters = weights.values("conv1.weight");
    int size = filters.length / shape[0];
    for (int a = 0; a < shape[0]; a++) {
      for (int b = 0; b < shape[0]; b++) {
        double product = 0;
        for (int i = 0; i < size; i++) {
          product += (double) filters[a * size + i] * filters[b * size + i];
        }
        assertEquals(a == b ? 2 : 0, product, 1e-5);
      }
    }
  }

  @Test
  void eachOutputMayHaveItsOwnGain() {
    Weights weights =
        Initialization.STANDARD.withOutputGains(0.01f, 0.01f, 1).draw(Trials.FEATURES, 1);
    float[] output = weights.values("output.weight");
    float[] gains = {0.01f, 0.01f, 1};
    for (int o = 0; o < 3; o++) {
      double squares = 0;
      for (int i = o; i < output.length; i += 3) {
        squares += (double) output[i] * output[i];
      }
      assertEquals(gains[o], Math.sqrt(squares), 1e-5);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Initialization.STANDARD.withOutputGains(1, 2).draw(Trials.FEATURES, 1));
  }

  @Test
  void biasesAreZeroAndSeedsDecideTheRest() {
    Weights one = Initialization.STANDARD.draw(Trials.FEATURES, 1);
    Trials.assertIdentical(one, Initialization.STANDARD.draw(Trials.FEATURES, 1));
    for (float bias : one.values("dense1.bias")) {
      assertEquals(0, bias);
    }
    Weights two = Initialization.STANDARD.draw(Trials.FEATURES, 2);
    assertNotEquals(one.values("dense1.weight")[0], two.values("dense1.weight")[0]);
  }
}
