package ludus.agents.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dense layer's weights, [input][unit], in native memory, where they are multiplied, and their
 * gradient, where it is written out at all. What is done to each of them is done on the heap, block
 * by block of {@link BlasLayout}; every lane sees to its own share of the panels.
 */
final class DenseWeights implements AutoCloseable {
  final NativeFloats values;
  private final List<BlasLayout.Panel> panels;
  private final int units;
  private final float[][] firstMoment;
  private final float[][] secondMoment;
  private final int lanes;

  /** By lane and block from the first of the layer on: room for one, the same for equal lengths. */
  private final float[][][] rooms;

  private final float[][][] otherRooms;

  /** Null until it is wanted. */
  private NativeFloats gradient;

  private int firstInputs;
  private int firstOutputs;

  /**
   * @param units columns of the weights
   * @param firstMoment by block of all layers; not copied
   * @param secondMoment the same
   * @param lanes how many threads share the panels
   */
  DenseWeights(
      List<BlasLayout.Panel> panels,
      int units,
      float[][] firstMoment,
      float[][] secondMoment,
      int lanes) {
    this.panels = panels;
    this.units = units;
    this.firstMoment = firstMoment;
    this.secondMoment = secondMoment;
    this.lanes = lanes;
    BlasLayout.Panel last = panels.get(panels.size() - 1);
    this.values = new NativeFloats((long) (last.row() + last.rows()) * units);
    this.rooms = new float[lanes][][];
    this.otherRooms = new float[lanes][][];
    for (int lane = 0; lane < lanes; lane++) {
      rooms[lane] = room();
      otherRooms[lane] = room();
    }
  }

  private float[][] room() {
    BlasLayout.Panel last = panels.get(panels.size() - 1);
    float[][] room = new float[last.first() + last.blocks() - first()][];
    Map<Integer, float[]> byLength = new HashMap<>();
    for (int i = 0; i < room.length; i++) {
      room[i] = byLength.computeIfAbsent(firstMoment[first() + i].length, float[]::new);
    }
    return room;
  }

  /** The first of the layer's blocks. */
  private int first() {
    return panels.get(0).first();
  }

  /** Where a panel's weights begin. */
  private long start(BlasLayout.Panel panel) {
    return (long) panel.row() * units;
  }

  /** Room for the gradient, made when it is first asked for. */
  NativeFloats gradient() {
    if (gradient == null) {
      gradient = new NativeFloats(values.length);
    }
    return gradient;
  }

  /**
   * From now on the written gradient of those weights is cleared that lead from the first inputs to
   * other than the first outputs, or the other way round.
   */
  void keepApart(int inputs, int outputs) {
    firstInputs = inputs;
    firstOutputs = outputs;
  }

  /** Adds the squares of a lane's share of the written gradient. */
  void addSquares(int lane, float[] squares) {
    for (int i = lane; i < panels.size(); i += lanes) {
      BlasLayout.Panel panel = panels.get(i);
      long start = start(panel);
      for (int b = panel.first(); b < panel.first() + panel.blocks(); b++) {
        float[] g = rooms[lane][b - first()];
        gradient.get(start, g);
        if (firstInputs > 0) {
          clearBetween(g, start);
          gradient.put(start, g);
        }
        RowMath.addSquares(squares, g);
        start += g.length;
      }
    }
  }

  private void clearBetween(float[] g, long start) {
    for (int i = 0; i < g.length; i++) {
      boolean fromFirst = (start + i) / units < firstInputs;
      boolean toFirst = (start + i) % units < firstOutputs;
      if (fromFirst != toFirst) {
        g[i] = 0;
      }
    }
  }

  /** Updates a lane's share by the written gradient. */
  void step(int lane, Adam adam) {
    for (int i = lane; i < panels.size(); i += lanes) {
      step(panels.get(i), lane, adam, gradient, start(panels.get(i)));
    }
  }

  /**
   * Updates a lane's share by a gradient that is worked out panel by panel.
   *
   * @param source works it out
   * @param layer which of its dense layers this is
   * @param room where it puts this lane's panels
   */
  void step(int lane, Adam adam, BlasPass source, int layer, NativeFloats room) {
    for (int i = lane; i < panels.size(); i += lanes) {
      source.panelGradient(layer, i);
      step(panels.get(i), lane, adam, room, 0);
    }
  }

  private void step(BlasLayout.Panel panel, int lane, Adam adam, NativeFloats from, long start) {
    long at = start(panel);
    for (int b = panel.first(); b < panel.first() + panel.blocks(); b++) {
      float[] own = rooms[lane][b - first()];
      float[] g = otherRooms[lane][b - first()];
      from.get(start, g);
      values.get(at, own);
      adam.update(own, g, firstMoment[b], secondMoment[b]);
      values.put(at, own);
      start += g.length;
      at += g.length;
    }
  }

  /** Moves a lane's share towards another network's. */
  void blend(int lane, DenseWeights other, float tau) {
    for (int i = lane; i < panels.size(); i += lanes) {
      BlasLayout.Panel panel = panels.get(i);
      long at = start(panel);
      for (int b = panel.first(); b < panel.first() + panel.blocks(); b++) {
        float[] mine = rooms[lane][b - first()];
        float[] theirs = otherRooms[lane][b - first()];
        values.get(at, mine);
        other.values.get(at, theirs);
        RowMath.blend(mine, theirs, tau);
        values.put(at, mine);
        at += mine.length;
      }
    }
  }

  /** Puts a copy of {@code from}, the values or the gradient, into the layer's blocks. */
  void copy(NativeFloats from, float[][] blocks) {
    long at = 0;
    for (int b = first(); b < first() + rooms[0].length; b++) {
      blocks[b] = new float[firstMoment[b].length];
      from.get(at, blocks[b]);
      at += blocks[b].length;
    }
  }

  /** Replaces the values by the layer's blocks. */
  void load(float[][] blocks) {
    long at = 0;
    for (int b = first(); b < first() + rooms[0].length; b++) {
      values.put(at, blocks[b]);
      at += blocks[b].length;
    }
  }

  @Override
  public void close() {
    values.close();
    if (gradient != null) {
      gradient.close();
    }
  }
}
