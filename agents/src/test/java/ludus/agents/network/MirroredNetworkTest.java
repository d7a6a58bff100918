package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirroredNetworkTest {
  private static final int SIDE = ObservationSpec.Pixels.SIDE;
  private static final String BOTH = "mirrored x 0 1 2 4 3 y 0 2 1 3 4";
  private static final List<NetworkSpec.Layer> LAYERS =
      List.of(
          new NetworkSpec.Convolution(4, 6, 6, false),
          new NetworkSpec.Dense(16),
          new NetworkSpec.Dueling(0, 1));

  private static NetworkSpec spec(String mirror, int outputs) {
    NetworkSpec.Layer first = NetworkSpec.Layer.parse(mirror);
    List<NetworkSpec.Layer> layers = new ArrayList<>(LAYERS);
    layers.add(0, first);
    return new NetworkSpec(new ObservationSpec.Pixels(2), layers, outputs);
  }

  private static Network network(String mirror) {
    return Networks.create(spec(mirror, 5), Optimizer.adam(1e-8f, 10), 3);
  }

  /** What stands behind a mirror of the same weights. */
  private static Network behind(Network mirrored) {
    NetworkSpec spec = new NetworkSpec(mirrored.spec().input(), LAYERS, 5);
    return Networks.create(spec, mirrored.optimizer(), mirrored.weights(), Engine.AUTO);
  }

  /** The pixel that stands at {@code i} of a frame in an image. */
  private static int place(int i, boolean x, boolean y) {
    int column = i % SIDE;
    int line = i / SIDE % SIDE;
    int frame = i - i % (SIDE * SIDE);
    return frame + (y ? SIDE - 1 - line : line) * SIDE + (x ? SIDE - 1 - column : column);
  }

  private static Observations image(Observations of, boolean x, boolean y) {
    Observations image = new Observations(of.spec(), of.rows());
    for (int i = 0; i < image.bytes().length; i++) {
      image.bytes()[i] = of.bytes()[place(i, x, y)];
    }
    return image;
  }

  /** Numbers an action, as an image has them. */
  private static float[] turned(float[] row, boolean x, boolean y) {
    float[] turned = row.clone();
    if (y) {
      turned[1] = row[2];
      turned[2] = row[1];
    }
    if (x) {
      turned[3] = row[4];
      turned[4] = row[3];
    }
    return turned;
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "true, true"})
  void aMirroredPictureGetsTheMirroredAnswer(boolean x, boolean y) {
    try (Network network = network(BOTH)) {
      Observations picture = Trials.batch(network.spec(), 1, 1);
      float[] q = new float[5];
      float[] mirrored = new float[5];
      network.infer(picture, 1, q);
      network.infer(image(picture, x, y), 1, mirrored);
      assertArrayEquals(turned(q, x, y), mirrored, 1e-6f);
      assertTrue(Math.abs(q[1] - q[2]) > 1e-3 && Math.abs(q[3] - q[4]) > 1e-3, Arrays.toString(q));
    }
  }

  @Test
  void itsAnswerIsTheMeanOverAllImages() {
    try (Network network = network(BOTH);
        Network behind = behind(network)) {
      int rows = 3;
      Observations pictures = Trials.batch(network.spec(), rows, 1);
      float[] mean = new float[rows * 5];
      float[] each = new float[rows * 5];
      for (int image = 0; image < 4; image++) {
        boolean x = image % 2 == 1;
        boolean y = image > 1;
        behind.infer(image(pictures, x, y), rows, each);
        for (int row = 0; row < rows; row++) {
          float[] q = turned(Arrays.copyOfRange(each, row * 5, row * 5 + 5), x, y);
          for (int a = 0; a < 5; a++) {
            mean[row * 5 + a] += q[a] / 4;
          }
        }
      }
      float[] q = new float[rows * 5];
      network.infer(pictures, rows, q);
      assertArrayEquals(mean, q, 1e-5f);
    }
  }

  @Test
  void itLearnsFromOneImageARowInTurn() {
    try (Network network = network("mirrored x 0 1 2 4 3");
        Network behind = behind(network)) {
      Observations pictures = Trials.batch(network.spec(), 2, 1);
      Observations shown = image(pictures, true, false);
      pictures.copyRow(0, shown, 0);
      float[] gradient = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
      float[] turned = {1, 2, 3, 4, 5, 6, 7, 8, 10, 9};
      float[] q = new float[10];
      float[] expected = new float[10];
      network.forward(pictures, 2, q);
      network.infer(Trials.batch(network.spec(), 4, 2), 4, new float[20]); // disturbs nothing
      behind.forward(shown, 2, expected);
      System.arraycopy(turned(Arrays.copyOfRange(expected, 5, 10), true, false), 0, expected, 5, 5);
      assertArrayEquals(expected, q);
      assertEquals(behind.backward(turned), network.backward(gradient));
      behind
          .gradient()
          .tensors()
          .forEach((n, g) -> assertArrayEquals(g.values(), network.gradient().values(n), n));

      float[] slopes = new float[2 * network.spec().input().size()];
      float[] plain = slopes.clone();
      network.inputGradient(gradient, slopes);
      behind.inputGradient(turned, plain);
      for (int i = 0; i < slopes.length; i++) {
        assertEquals(plain[i < slopes.length / 2 ? i : place(i, true, false)], slopes[i]);
      }

      network.update(0.1f);
      behind.update(0.1f);
      assertArrayEquals(
          behind.weights().values("dense1.weight"), network.weights().values("dense1.weight"));
    }
  }

  @Test
  void theNumbersOfAnActionStayTogether() {
    List<NetworkSpec.Layer> quantiles =
        List.of(NetworkSpec.Layer.parse("mirrored x 1 0"), LAYERS.get(0), LAYERS.get(1));
    NetworkSpec spec = new NetworkSpec(new ObservationSpec.Pixels(2), quantiles, 6);
    try (Network network = Networks.create(spec, Optimizer.adam(1e-8f, 10), 1)) {
      Observations picture = Trials.batch(spec, 1, 1);
      float[] q = new float[6];
      float[] mirrored = new float[6];
      network.infer(picture, 1, q);
      network.infer(image(picture, true, false), 1, mirrored);
      assertArrayEquals(new float[] {q[3], q[4], q[5], q[0], q[1], q[2]}, mirrored);
    }
  }

  @Test
  void blendingAndStatePassThrough() {
    try (Network a = network(BOTH);
        Network b = Networks.create(a.spec(), a.optimizer(), 9)) {
      b.blend(a, 1);
      assertArrayEquals(a.weights().values("value.weight"), b.weights().values("value.weight"));
      b.loadOptimizerState(a.optimizerState());
      assertTrue(a.spec().parameters().keySet().stream().noneMatch(n -> n.contains("mirror")));
    }
  }

  @Test
  void itsTextReadsBack() {
    for (String text : List.of(BOTH, "mirrored x 1 0", "mirrored y 0 2 1")) {
      assertEquals(text, NetworkSpec.Layer.parse(text).toString());
    }
    for (String bad :
        List.of(
            "mirrored",
            "mirrored x 1 2 0",
            "mirrored x 0 1 y 0",
            "mirrored y 5",
            "mirrored x 1 0 2 y 0 2 1")) {
      assertTrue(
          assertThrows(IllegalArgumentException.class, () -> NetworkSpec.Layer.parse(bad))
              .getMessage()
              .contains("a mirror says"),
          bad);
    }
    IllegalArgumentException unfit =
        assertThrows(IllegalArgumentException.class, () -> spec("mirrored x 1 0", 5));
    assertTrue(unfit.getMessage().contains("does not fit"), unfit.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new NetworkSpec(
                new ObservationSpec.Features(4),
                List.of(NetworkSpec.Layer.parse("mirrored x 1 0")),
                2));
  }
}
