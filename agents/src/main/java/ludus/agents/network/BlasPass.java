package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that {@link BlasNetwork} has for one batch size. The pictures are dealt out to the threads in
 * groups for the convolutions; a dense layer is shared by its units.
 */
final class BlasPass implements AutoCloseable {
  /** Pictures that go together: enough for long vectors, few enough for the second cache. */
  private static final int GROUP = 8;

  final int rows;
  private final BlasParameters parameters;
  private final Lanes lanes;
  private final List<Map<Integer, BlasGroup.Scratch>> scratch = new ArrayList<>();

  /** By lane. */
  private final List<List<BlasGroup>> groups = new ArrayList<>();

  private final NativeFloats features;
  private final List<BlasDense> denses = new ArrayList<>();
  private final Lanes.Work convolve = this::convolve;
  private final Lanes.Work convolveBack = this::convolveBack;
  private final Lanes.Work toPictures = this::toPictures;
  private final int busyLanes;
  private boolean ready;
  private boolean learn;
  private byte[] pixels;
  private float[] pixelGradient;

  /**
   * @param keep whether the way back will be asked for
   */
  BlasPass(BlasParameters parameters, int rows, Lanes lanes, boolean keep) {
    this.rows = rows;
    this.parameters = parameters;
    this.lanes = lanes;
    BlasLayout layout = parameters.layout;
    this.busyLanes = Math.min(lanes.count(), rows);
    int each = (rows + busyLanes * GROUP - 1) / (busyLanes * GROUP);
    int count = busyLanes * each;
    for (int lane = 0; lane < lanes.count(); lane++) {
      scratch.add(new HashMap<>());
      groups.add(new ArrayList<>());
      for (int g = lane * each; g < (lane + 1) * each && lane < busyLanes; g++) {
        int first = rows * g / count;
        int pictures = rows * (g + 1) / count - first;
        if (pictures > 0) {
          BlasGroup.Scratch own =
              scratch
                  .get(lane)
                  .computeIfAbsent(pictures, n -> new BlasGroup.Scratch(parameters, n));
          groups.get(lane).add(new BlasGroup(parameters, own, first, keep));
        }
      }
    }
    BlasLayout.Dense flat = layout.denses.get(0);
    this.features = new NativeFloats((long) rows * flat.inputs());
    NativeFloats input = features;
    for (int l = 0; l < layout.denses.size(); l++) {
      boolean last = l == layout.denses.size() - 1;
      BlasDense dense = new BlasDense(parameters, l, rows, lanes.count(), input, last);
      denses.add(dense);
      input = dense.output;
    }
  }

  private void convolve(int lane) {
    List<BlasGroup> own = groups.get(lane);
    for (int g = 0; g < own.size(); g++) {
      own.get(g).forward(pixels, features, rows);
    }
  }

  private void each(int busy, Lanes.Work work) {
    if (busy > 1) {
      lanes.each(work);
    } else {
      work.part(0);
    }
  }

  void forward(byte[] pixels, float[] outputs) {
    this.pixels = pixels;
    each(busyLanes, convolve);
    for (int l = 0; l < denses.size(); l++) {
      each(denses.get(l).lanes, denses.get(l).forward);
    }
    int count = parameters.layout.spec.outputs();
    denses.get(denses.size() - 1).output.get(0, outputs, 0, rows * count);
  }

  private void wantBackward() {
    if (ready) {
      return;
    }
    for (BlasDense dense : denses) {
      dense.wantBackward(parameters);
      if (!dense.deferred) {
        dense.wantWritten();
      }
    }
    for (int lane = 0; lane < groups.size(); lane++) {
      for (int g = 0; g < groups.get(lane).size(); g++) {
        groups.get(lane).get(g).wantBackward(lane, g > 0);
      }
    }
    ready = true;
  }

  /** Goes back through the last forward pass; returns the norm of the parameters' gradient. */
  float backward(float[] outputGradient) {
    learn = true;
    propagate(outputGradient);
    double elsewhere = 0;
    for (int l = 0; l < denses.size(); l++) {
      denses.get(l).biasGradient(parameters.biasGradient(denses.get(l).layer.name()));
      elsewhere += denses.get(l).squares();
    }
    each(busyLanes, convolveBack);
    return parameters.collect(this, busyLanes, elsewhere);
  }

  /** Whether a dense layer's gradient is not written out. */
  boolean defers(int layer) {
    return denses.get(layer).deferred;
  }

  /** Works out a panel of a layer's gradient, in the panel of the lane whose turn it is. */
  void panelGradient(int layer, int panel) {
    denses.get(layer).panelGradient(panel);
  }

  /** Writes out every layer's gradient that is deferred. */
  void writeOut() {
    for (BlasDense dense : denses) {
      if (dense.deferred) {
        dense.wantWritten();
        each(dense.lanes, dense.writeOut);
      }
    }
  }

  private void propagate(float[] outputGradient) {
    wantBackward();
    int last = denses.size() - 1;
    denses.get(last).outputGradient(outputGradient);
    for (int l = last; l >= 0; l--) {
      BlasDense dense = denses.get(l);
      if (l < last) {
        dense.next = denses.get(l + 1);
        each(dense.lanes, dense.receive);
      }
      each(dense.lanes, learn ? dense.backward : dense.toInput);
    }
  }

  private void convolveBack(int lane) {
    List<BlasGroup> own = groups.get(lane);
    parameters.lit.gradients.get(lane).clear();
    float[][] gradients = denses.get(0).pixelGradients();
    float[][] biases = parameters.laneBiases(lane);
    for (float[] bias : biases) {
      Arrays.fill(bias, 0);
    }
    for (int g = 0; g < own.size(); g++) {
      own.get(g).backward(gradients, biases);
    }
  }

  private void toPictures(int lane) {
    for (BlasGroup group : groups.get(lane)) {
      group.pictureGradient(denses.get(0).pixelGradients(), pixelGradient);
    }
  }

  void inputGradient(float[] outputGradient, float[] inputGradient) {
    learn = false;
    pixelGradient = inputGradient;
    propagate(outputGradient);
    parameters.lit.wantBack(); // here, not on each lane
    each(busyLanes, toPictures);
  }

  @Override
  public void close() {
    groups.forEach(lane -> lane.forEach(BlasGroup::close));
    scratch.forEach(lane -> lane.values().forEach(BlasGroup.Scratch::close));
    denses.forEach(BlasDense::close);
    features.close();
  }
}
