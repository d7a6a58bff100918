package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import org.junit.jupiter.api.Test;

class CellsNetworkTest {
  private static final NetworkSpec TABLE =
      new NetworkSpec(
          new ObservationSpec.Features(3),
          List.of(NetworkSpec.Layer.parse("cells 0..2/3 -0.5..0.5/2")),
          2);

  private static Observations show(float... features) {
    Observations observations = new Observations(TABLE.input(), features.length / 3);
    System.arraycopy(features, 0, observations.floats(), 0, features.length);
    return observations;
  }

  private static Network table() {
    float[] q = new float[12];
    for (int i = 0; i < q.length; i++) {
      q[i] = i;
    }
    Weights weights =
        new Weights()
            .put("output.weight", new int[] {6, 2}, q)
            .put("output.bias", new int[] {2}, new float[2]);
    return Networks.create(TABLE, Optimizer.adam(1e-8f, 10), weights, Engine.AUTO);
  }

  @Test
  void aTableIsReadAtTheCellOfTheObservation() {
    try (Network table = table()) {
      float[] q = new float[8];
      // Whole numbers meet their own third of 0..2; what lies outside counts to the nearest; the
      // last feature is not looked at.
      table.infer(show(0, -0.1f, 9, 1, 0.1f, -9, 2, 0, 0, 77, -77, 0), 4, q);
      assertArrayEquals(new float[] {0, 1, 6, 7, 10, 11, 8, 9}, q);
    }
  }

  @Test
  void onlyTheCellThatWasSeenLearns() {
    try (Network table = table()) {
      float[] q = new float[2];
      table.forward(show(1, 0.1f, 0), 1, q);
      table.backward(new float[] {1, 0});
      float[] inputs = {5, 5, 5};
      table.inputGradient(new float[] {1, 0}, inputs);
      assertArrayEquals(new float[3], inputs, "inside of a cell nothing changes");
      float[] gradient = table.gradient().values("output.weight");
      for (int i = 0; i < gradient.length; i++) {
        assertEquals(i == 6 ? 1 : 0, gradient[i], "entry " + i);
      }
      Weights before = table.weights();
      table.update(0.1f);
      assertTrue(table.weights().values("output.weight")[6] < before.values("output.weight")[6]);
      assertEquals(7, table.weights().values("output.weight")[7]);
    }
  }

  @Test
  void itsTextReadsBack() {
    NetworkSpec.Layer cells = TABLE.hidden().get(0);
    assertEquals("cells 0..2/3 -0.5..0.5/2", cells.toString());
    assertEquals(cells, NetworkSpec.Layer.parse(cells.toString()));
    for (String bad : List.of("cells 0..2", "cells 2..0/3", "cells 0..1/0", "cells x")) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> NetworkSpec.Layer.parse(bad));
      assertTrue(e.getMessage().contains("low..high/parts"), e.getMessage());
    }
    assertThrows(
        IllegalArgumentException.class, () -> NetworkSpec.Layer.parse("cells 0..1/4000 0..1/4000"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NetworkSpec(new ObservationSpec.Pixels(4), TABLE.hidden(), 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new NetworkSpec(new ObservationSpec.Features(1), TABLE.hidden(), 2));
  }

  @Test
  void layersMayStandBehindTheCells() {
    NetworkSpec deep =
        new NetworkSpec(
            new ObservationSpec.Features(3),
            List.of(TABLE.hidden().get(0), new NetworkSpec.Dense(5)),
            2);
    assertArrayEquals(new int[] {6, 5}, deep.parameters().get("dense1.weight"));
    try (Network a = Networks.create(deep, Optimizer.adam(1e-8f, 10), 1);
        Network b = Networks.create(deep, Optimizer.adam(1e-8f, 10), 2)) {
      b.blend(a, 1);
      float[] qa = new float[2];
      float[] qb = new float[2];
      a.infer(show(1, 0, 0), 1, qa);
      b.infer(show(1, 0, 0), 1, qb);
      assertArrayEquals(qa, qb);
    }
  }
}
