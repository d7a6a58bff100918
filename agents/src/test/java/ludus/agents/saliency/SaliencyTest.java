package ludus.agents.saliency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ludus.agents.network.Cells;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.agents.saliency.Saliency.Method;
import ludus.core.env.ObservationSpec.Features;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.core.env.Observations;
import ludus.core.game.GameInfo.Feature;
import ludus.core.random.Rng;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaliencyTest {
  private static final int ACTIONS = 3;
  private static final int SIDE = Pixels.SIDE;
  private final NetworkSpec spec =
      new NetworkSpec(
          new Pixels(2),
          List.of(new NetworkSpec.Convolution(8, 8, 4), new NetworkSpec.Dense(32)),
          ACTIONS);

  private static float decision(Network network, Observations one, int chosen) {
    float[] outputs = new float[ACTIONS];
    network.infer(one, 1, outputs);
    float others = 0;
    for (int a = 0; a < ACTIONS; a++) {
      others += a == chosen ? 0 : outputs[a] / (ACTIONS - 1);
    }
    return outputs[chosen] - others;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mirrored x 0 2 1", "mirrored x 0 2 1 y 0 1 2"})
  void theGradientIsTheSlopeOfTheNetworksOwnDecision(String mirror) {
    List<NetworkSpec.Layer> layers = new ArrayList<>(this.spec.hidden());
    if (!mirror.isEmpty()) {
      layers.add(0, NetworkSpec.Layer.parse(mirror));
    }
    NetworkSpec spec = new NetworkSpec(this.spec.input(), layers, ACTIONS);
    Rng rng = new Rng(4);
    Observations seen = new Observations(spec.input(), 1);
    byte[] frames = seen.bytes();
    for (int i = 0; i < frames.length; i++) {
      frames[i] = (byte) (20 + rng.nextInt(200));
    }
    try (Network network = Networks.create(spec, Optimizer.adam(1e-8f, 1), 7);
        Saliency saliency = new Saliency(spec, network.weights(), ACTIONS, List.of())) {
      float[] map = new float[saliency.size()];
      saliency.map(seen, 1, Method.GRADIENT, map);
      double error = 0;
      double size = 0;
      for (int k = 0; k < 200; k++) {
        int pixel = rng.nextInt(frames.length);
        byte kept = frames[pixel];
        frames[pixel] = (byte) (kept + 4);
        float above = decision(network, seen, 1);
        frames[pixel] = (byte) (kept - 4);
        float below = decision(network, seen, 1);
        frames[pixel] = kept;
        double slope = Math.abs(above - below) / (8 / 255.0);
        error += Math.abs(slope - map[pixel]);
        size += slope;
      }
      // A rectifier may bend within such a step, so single slopes differ a little.
      assertTrue(error < 0.03 * size, error + " of " + size);
    }
  }

  @Test
  void occlusionIsHowFarTheDecisionMovesWhenAPatchIsGone() {
    Observations seen = new Observations(spec.input(), 1);
    byte[] frames = seen.bytes();
    int corner = SIDE * SIDE + 12 * SIDE + 18; // a patch of the second frame
    for (int y = 0; y < Saliency.PATCH; y++) {
      for (int x = 0; x < Saliency.PATCH; x++) {
        frames[corner + y * SIDE + x] = (byte) 200;
      }
    }
    try (Network network = Networks.create(spec, Optimizer.adam(1e-8f, 1), 7);
        Saliency saliency = new Saliency(spec, network.weights(), ACTIONS, List.of())) {
      float[] map = new float[saliency.size()];
      saliency.map(seen, 2, Method.OCCLUSION, map);
      float moved =
          decision(network, seen, 2) - decision(network, new Observations(spec.input(), 1), 2);
      assertEquals(Math.abs(moved), map[corner], 1e-5);
      assertEquals(map[corner], map[corner + 5 * SIDE + 5]);
      float[] first = new float[SIDE * SIDE];
      System.arraycopy(map, 0, first, 0, first.length);
      assertArrayEquals(new float[first.length], first, "nothing is in the first frame");
    }
  }

  private static final List<Feature> FEATURES =
      List.of(
          new Feature("x", "m", -2, 2),
          new Feature("speed", "m/s", 0, 30),
          new Feature("angle", "rad", -0.2f, 0.2f));

  private final NetworkSpec plain =
      new NetworkSpec(new Features(3), List.of(new NetworkSpec.Dense(16)), ACTIONS);

  @Test
  void theGradientOfAFeatureIsItsSlopeOverItsRange() {
    Observations seen = new Observations(plain.input(), 1);
    System.arraycopy(new float[] {0.5f, 12, -0.05f}, 0, seen.floats(), 0, 3);
    try (Network network = Networks.create(plain, Optimizer.adam(1e-8f, 1), 7);
        Saliency saliency = new Saliency(plain, network.weights(), ACTIONS, FEATURES)) {
      float[] map = new float[saliency.size()];
      saliency.map(seen, 1, Method.GRADIENT, map);
      for (int i = 0; i < map.length; i++) {
        float range = FEATURES.get(i).high() - FEATURES.get(i).low();
        float kept = seen.floats()[i];
        seen.floats()[i] = kept + 1e-3f * range;
        float above = decision(network, seen, 1);
        seen.floats()[i] = kept - 1e-3f * range;
        float below = decision(network, seen, 1);
        seen.floats()[i] = kept;
        float moved = Math.abs(above - below) / 2e-3f;
        assertEquals(moved, map[i], 0.02f * moved + 1e-3f, FEATURES.get(i).name());
        assertTrue(map[i] > 0, FEATURES.get(i).name());
      }
    }
  }

  @Test
  void aFeatureIsHiddenInTheMiddleOfItsRange() {
    Observations seen = new Observations(plain.input(), 1);
    System.arraycopy(new float[] {0, 12, -0.05f}, 0, seen.floats(), 0, 3);
    Observations hidden = new Observations(plain.input(), 1);
    System.arraycopy(new float[] {0, 15, -0.05f}, 0, hidden.floats(), 0, 3);
    try (Network network = Networks.create(plain, Optimizer.adam(1e-8f, 1), 7);
        Saliency saliency = new Saliency(plain, network.weights(), ACTIONS, FEATURES)) {
      float[] map = new float[saliency.size()];
      saliency.map(seen, 0, Method.OCCLUSION, map);
      float moved = Math.abs(decision(network, seen, 0) - decision(network, hidden, 0));
      assertTrue(moved > 0);
      assertEquals(moved, map[1], 1e-5f);
      assertEquals(0, map[0], "it lay there already");
    }
  }

  @Test
  void aTableAndOtherFeaturesCannotBeAskedAbout() {
    NetworkSpec table =
        new NetworkSpec(
            new Features(1), List.of(new Cells(List.of(new Cells.Span(0, 2, 3)))), ACTIONS);
    try (Network network = Networks.create(table, Optimizer.adam(1e-8f, 1), 7)) {
      assertFalse(Saliency.canExplain(network, ACTIONS));
    }
    try (Network network = Networks.create(plain, Optimizer.adam(1e-8f, 1), 7)) {
      assertTrue(Saliency.canExplain(network, ACTIONS));
      assertThrows(
          IllegalArgumentException.class,
          () -> new Saliency(plain, network.weights(), ACTIONS, FEATURES.subList(0, 2)));
    }
  }

  @Test
  void aDecisionIsTheChosenActionAgainstTheMeanOfTheOthers() {
    assertArrayEquals(new float[] {-0.5f, 1, -0.5f}, new Decision(3, 3).gradient(1));
    // Two quantiles an action; the value of an actor and critic.
    assertArrayEquals(new float[] {0.5f, 0.5f, -0.5f, -0.5f}, new Decision(4, 2).gradient(0));
    assertArrayEquals(new float[] {-1, 1, 0}, new Decision(3, 2).gradient(1));
    assertEquals(3, new Decision(2, 2).of(new float[] {9, 9, 5, 2}, 1, 0));
  }
}
