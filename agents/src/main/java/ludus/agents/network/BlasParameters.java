package ludus.agents.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of {@link BlasNetwork} and their gradient: on the heap in blocks, where Adam and
 * blending work on them, and where BLAS wants them: dense weights as they are, convolutions' in
 * Winograd's domain.
 */
final class BlasParameters implements AutoCloseable {
  final BlasLayout layout;
  final ParameterBlocks blocks;
  final List<ConvWeights> convs = new ArrayList<>();
  final List<NativeFloats> denses = new ArrayList<>();
  final List<NativeFloats> denseGradients = new ArrayList<>();

  /** By lane and convolution: the gradient in Winograd's domain. */
  final List<List<NativeFloats>> sums = new ArrayList<>();

  private final Lanes lanes;

  /** [lane][convolution][filter]. */
  private final float[][][] laneBiases;

  /** Of each block: where in the dense layers' native memory it lies; null for others. */
  private final NativeFloats[] homes;

  private final NativeFloats[] gradientHomes;
  private final long[] starts;
  private final Adam adam;
  private final Lanes.Work collect = this::collectPart;
  private final Lanes.Work step = this::step;
  private final Lanes.Work mix = this::mix;
  private final Lanes.Work refresh = this::refresh;
  private int busyLanes;
  private int firstInputs;
  private int firstOutputs;
  private ParameterBlocks other;
  private float tau;

  BlasParameters(BlasLayout layout, Adam adam, Lanes lanes) {
    this.layout = layout;
    this.adam = adam;
    this.lanes = lanes;
    this.blocks = new ParameterBlocks(layout.blocks());
    blocks.lanes(lanes.count());
    this.homes = new NativeFloats[blocks.count()];
    this.gradientHomes = new NativeFloats[blocks.count()];
    this.starts = new long[blocks.count()];
    for (ConvShape shape : layout.convs) {
      int first = layout.block(shape.name() + ".weight");
      float[][] taps = new float[shape.phases() * shape.taps() * shape.taps()][];
      System.arraycopy(blocks.parameters, first, taps, 0, taps.length);
      convs.add(new ConvWeights(shape, taps, bias(shape.name()), lanes.count()));
    }
    this.laneBiases = new float[lanes.count()][convs.size()][];
    for (int lane = 0; lane < lanes.count(); lane++) {
      List<NativeFloats> own = new ArrayList<>();
      for (int l = 0; l < convs.size(); l++) {
        own.add(new NativeFloats(convs.get(l).forward.length));
        laneBiases[lane][l] = new float[convs.get(l).shape.filters()];
      }
      sums.add(own);
    }
    for (BlasLayout.Dense dense : layout.denses) {
      NativeFloats home = new NativeFloats((long) dense.inputs() * dense.units());
      NativeFloats gradientHome = new NativeFloats(home.length);
      denses.add(home);
      denseGradients.add(gradientHome);
      long start = 0;
      for (int b = layout.block(dense.name() + ".weight"); start < home.length; b++) {
        homes[b] = home;
        gradientHomes[b] = gradientHome;
        starts[b] = start;
        start += blocks.parameters[b].length;
      }
    }
  }

  float[] bias(String layer) {
    return blocks.parameters[layout.block(layer + ".bias")];
  }

  float[] biasGradient(String layer) {
    return blocks.gradient[layout.block(layer + ".bias")];
  }

  float[][] laneBiases(int lane) {
    return laneBiases[lane];
  }

  void keepApart(int inputs, int outputs) {
    firstInputs = inputs;
    firstOutputs = outputs;
  }

  /** Brings the whole gradient into the blocks and adds up its squares. */
  void collect(int busy) {
    busyLanes = busy;
    lanes.each(collect);
  }

  float norm() {
    return blocks.normOfSums();
  }

  private void collectPart(int lane) {
    int count = lanes.count();
    int turn = 0;
    for (int l = 0; l < convs.size(); l++) {
      ConvWeights conv = convs.get(l);
      int first = layout.block(conv.shape.name() + ".weight");
      int taps = conv.shape.taps() * conv.shape.taps();
      for (int phase = 0; phase < conv.shape.phases(); phase++) {
        if (turn++ % count == lane) {
          conv.gradient(phase, lane, sums, l, busyLanes, blocks.gradient, first);
          for (int tap = 0; tap < taps; tap++) {
            blocks.addUp(first + phase * taps + tap, lane);
          }
        }
      }
      if (turn++ % count == lane) {
        float[] bias = biasGradient(conv.shape.name());
        System.arraycopy(laneBiases[0][l], 0, bias, 0, bias.length);
        for (int other = 1; other < busyLanes; other++) {
          RowMath.add(bias, laneBiases[other][l], 1);
        }
        blocks.addUp(layout.block(conv.shape.name() + ".bias"), lane);
      }
    }
    int firstDense = layout.block(layout.denses.get(0).name() + ".weight");
    int output = layout.block("output.weight");
    for (int b = firstDense; b < blocks.count(); b++) {
      if (b % count == lane) {
        if (gradientHomes[b] != null) {
          gradientHomes[b].get(starts[b], blocks.gradient[b]);
          if (firstInputs > 0 && b >= output) {
            keepApart(b);
          }
        }
        blocks.addUp(b, lane);
      }
    }
  }

  /** Clears what lies between two streams in a block of the output layer. */
  private void keepApart(int block) {
    float[] gradient = blocks.gradient[block];
    int units = layout.spec.outputs();
    for (int i = 0; i < gradient.length; i++) {
      boolean fromFirst = (starts[block] + i) / units < firstInputs;
      boolean toFirst = i % units < firstOutputs;
      if (fromFirst != toFirst) {
        gradient[i] = 0;
      }
    }
  }

  void update(float learningRate) {
    blocks.advance(adam, learningRate);
    lanes.each(step);
    lanes.each(refresh);
  }

  private void step(int lane) {
    for (int b = lane; b < blocks.count(); b += lanes.count()) {
      blocks.update(adam, b);
      write(b);
    }
  }

  private void write(int block) {
    if (homes[block] != null) {
      homes[block].put(starts[block], blocks.parameters[block]);
    }
  }

  void blend(ParameterBlocks other, float tau) {
    this.other = other;
    this.tau = tau;
    lanes.each(mix);
    this.other = null;
    lanes.each(refresh);
  }

  private void mix(int lane) {
    for (int b = lane; b < blocks.count(); b += lanes.count()) {
      blocks.blend(other, tau, b);
      write(b);
    }
  }

  private void refresh(int lane) {
    int turn = 0;
    for (int l = 0; l < convs.size(); l++) {
      for (int phase = 0; phase < convs.get(l).shape.phases(); phase++) {
        if (turn++ % lanes.count() == lane) {
          convs.get(l).refresh(phase, lane);
        }
      }
    }
  }

  /** After the blocks were changed from outside. */
  void written() {
    for (int b = 0; b < blocks.count(); b++) {
      write(b);
    }
    lanes.each(refresh);
  }

  @Override
  public void close() {
    convs.forEach(ConvWeights::close);
    denses.forEach(NativeFloats::close);
    denseGradients.forEach(NativeFloats::close);
    sums.forEach(lane -> lane.forEach(NativeFloats::close));
  }
}
