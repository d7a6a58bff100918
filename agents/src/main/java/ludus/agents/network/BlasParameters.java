package ludus.agents.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The parameters of {@link BlasNetwork}, their gradient and Adam's moments.
 *
 * <p>Memory, not arithmetic, is what an update waits for, so dense weights live but once, in native
 * memory, and a large layer's gradient nowhere: it is worked out again panel by panel, in the
 * second cache, just when Adam takes it ({@link BlasDense}). Convolutions' weights are on the heap
 * and, as they are multiplied by, in native memory: the first one's as {@link LitWeights}, the
 * others' in Winograd's domain.
 */
final class BlasParameters implements AutoCloseable {
  final BlasLayout layout;

  /** The first convolution's. */
  final LitWeights lit;

  /** Those of the convolutions after the first. */
  final List<ConvWeights> convs = new ArrayList<>();

  final List<DenseWeights> denses = new ArrayList<>();

  /** By lane and convolution after the first: the gradient in Winograd's domain. */
  final List<List<NativeFloats>> sums = new ArrayList<>();

  /** By lane: room for a panel's gradient. */
  final List<NativeFloats> panels = new ArrayList<>();

  /** By block; null for dense weights. */
  private final float[][] theta;

  private final float[][] gradient;
  private final float[][] firstMoment;
  private final float[][] secondMoment;

  private final Lanes lanes;
  private final Adam adam;

  /** The lane that transforms a phase's weights: [convolution after the first][phase]. */
  private final int[][] owners;

  /** [lane][convolution][filter], the first one included. */
  private final float[][][] laneBiases;

  /** Sums of g² by lane and place in a block. */
  private final float[][] squares;

  private final Lanes.Work collect = this::collectPart;
  private final Lanes.Work step = this::step;
  private final Lanes.Work mix = this::mix;
  private final Lanes.Work refresh = this::refresh;
  private BlasPass source;
  private boolean settled;
  private int busyLanes;
  private float norm;
  private BlasParameters other;
  private float tau;

  BlasParameters(BlasLayout layout, Adam adam, Lanes lanes) {
    this.layout = layout;
    this.adam = adam;
    this.lanes = lanes;
    int count = lanes.count();
    int[] lengths = layout.blocks();
    this.theta = blocks(lengths);
    this.gradient = blocks(lengths);
    this.firstMoment = blocks(lengths);
    this.secondMoment = blocks(lengths);
    this.squares = new float[count][Arrays.stream(lengths).max().orElse(0)];
    ConvShape first = layout.convs.get(0);
    this.lit = new LitWeights(first, layout.frames(), taps(first), bias(first.name()), count);
    for (ConvShape shape : layout.convs.subList(1, layout.convs.size())) {
      convs.add(new ConvWeights(shape, taps(shape), bias(shape.name()), count));
    }
    this.owners = deal(count);
    this.laneBiases = new float[count][layout.convs.size()][];
    for (int lane = 0; lane < count; lane++) {
      List<NativeFloats> own = new ArrayList<>();
      for (ConvWeights conv : convs) {
        own.add(new NativeFloats(conv.forward.length));
      }
      sums.add(own);
      for (int l = 0; l < layout.convs.size(); l++) {
        laneBiases[lane][l] = new float[layout.convs.get(l).filters()];
      }
    }
    long largest = 0;
    for (int l = 0; l < layout.denses.size(); l++) {
      BlasLayout.Dense dense = layout.denses.get(l);
      List<BlasLayout.Panel> own = layout.panels.get(l);
      denses.add(new DenseWeights(own, dense.units(), firstMoment, secondMoment, count));
      for (BlasLayout.Panel panel : own) {
        largest = Math.max(largest, (long) panel.rows() * dense.units());
        for (int b = panel.first(); b < panel.first() + panel.blocks(); b++) {
          theta[b] = null;
          gradient[b] = null;
        }
      }
    }
    for (int lane = 0; lane < count; lane++) {
      panels.add(new NativeFloats(largest));
    }
  }

  private float[][] taps(ConvShape shape) {
    float[][] taps = new float[shape.phases() * shape.taps() * shape.taps()][];
    System.arraycopy(theta, layout.block(shape.name() + ".weight"), taps, 0, taps.length);
    return taps;
  }

  private static float[][] blocks(int[] lengths) {
    float[][] blocks = new float[lengths.length][];
    Arrays.setAll(blocks, b -> new float[lengths[b]]);
    return blocks;
  }

  /** Each phase, the largest first, to the lane that has least. */
  private int[][] deal(int count) {
    int[][] owners = new int[convs.size()][];
    List<int[]> phases = new ArrayList<>();
    for (int l = 0; l < owners.length; l++) {
      owners[l] = new int[convs.get(l).shape.phases()];
      for (int phase = 0; phase < owners[l].length; phase++) {
        phases.add(new int[] {l, phase});
      }
    }
    phases.sort(Comparator.comparingLong(at -> -phaseSize(at[0])));
    long[] loads = new long[count];
    loads[count - 1] = lit.moving.length; // see ownsFirst
    for (int[] at : phases) {
      int least = 0;
      for (int lane = 1; lane < count; lane++) {
        least = loads[lane] < loads[least] ? lane : least;
      }
      owners[at[0]][at[1]] = least;
      loads[least] += phaseSize(at[0]);
    }
    return owners;
  }

  private long phaseSize(int conv) {
    return convs.get(conv).forward.length / convs.get(conv).shape.phases();
  }

  float[] bias(String layer) {
    return theta[layout.block(layer + ".bias")];
  }

  float[] biasGradient(String layer) {
    return gradient[layout.block(layer + ".bias")];
  }

  float[][] laneBiases(int lane) {
    return laneBiases[lane];
  }

  float[][] firstMoment() {
    return firstMoment;
  }

  float[][] secondMoment() {
    return secondMoment;
  }

  void keepApart(int inputs, int outputs) {
    denses.get(denses.size() - 1).keepApart(inputs, outputs);
  }

  /**
   * Brings the gradient together after a way back.
   *
   * @param from knows the gradient of those dense layers that it has not written out
   * @param busy how many lanes have worked on convolutions
   * @param elsewhere Σ g² of what was not written out
   * @return its L2 norm
   */
  float collect(BlasPass from, int busy, double elsewhere) {
    source = from;
    settled = false;
    busyLanes = busy;
    lanes.each(collect);
    double sum = elsewhere;
    for (float[] lane : squares) {
      for (float each : lane) {
        sum += each;
      }
      Arrays.fill(lane, 0);
    }
    norm = (float) Math.sqrt(sum);
    return norm;
  }

  /** Whether a lane sees to the first convolution's weights: {@link #deal} gives it less else. */
  private boolean ownsFirst(int lane) {
    return lane == lanes.count() - 1;
  }

  private void collectPart(int lane) {
    int count = lanes.count();
    int turn = 0;
    if (ownsFirst(lane)) {
      int first = layout.block(lit.shape.name() + ".weight");
      lit.gradient(busyLanes, gradient, first);
      for (int tap = 0; tap < lit.taps(); tap++) {
        RowMath.addSquares(squares[lane], gradient[first + tap]);
      }
    }
    for (int l = 0; l < convs.size(); l++) {
      ConvWeights conv = convs.get(l);
      int first = layout.block(conv.shape.name() + ".weight");
      int taps = conv.shape.taps() * conv.shape.taps();
      for (int phase = 0; phase < conv.shape.phases(); phase++) {
        if (owners[l][phase] == lane) {
          conv.gradient(phase, lane, sums, l, busyLanes, gradient, first);
          for (int tap = 0; tap < taps; tap++) {
            RowMath.addSquares(squares[lane], gradient[first + phase * taps + tap]);
          }
        }
      }
    }
    for (int l = 0; l < layout.convs.size(); l++) {
      if (turn++ % count == lane) {
        float[] bias = biasGradient(layout.convs.get(l).name());
        System.arraycopy(laneBiases[0][l], 0, bias, 0, bias.length);
        for (int i = 1; i < busyLanes; i++) {
          RowMath.add(bias, laneBiases[i][l], 1);
        }
        RowMath.addSquares(squares[lane], bias);
      }
    }
    for (int l = 0; l < layout.denses.size(); l++) {
      if (turn++ % count == lane) {
        RowMath.addSquares(squares[lane], biasGradient(layout.denses.get(l).name()));
      }
      if (!source.defers(l)) {
        denses.get(l).addSquares(lane, squares[lane]);
      }
    }
  }

  /** Writes out what the last gradient's source still knows, as it is about to forget it. */
  void settle() {
    if (source != null && !settled) {
      source.writeOut();
      settled = true;
    }
  }

  /** Forgets the last gradient, unless no update has followed it: then it is written out. */
  void leave(boolean updated) {
    if (!updated) {
      settle();
    } else if (!settled) {
      source = null;
    }
  }

  void update(float learningRate) {
    if (source == null) {
      throw new IllegalStateException("there is no gradient: call backward first");
    }
    adam.advance(learningRate, norm);
    lanes.each(step);
    lanes.each(refresh);
  }

  private void step(int lane) {
    for (int b = lane; b < theta.length; b += lanes.count()) {
      if (theta[b] != null) {
        adam.update(theta[b], gradient[b], firstMoment[b], secondMoment[b]);
      }
    }
    for (int l = 0; l < denses.size(); l++) {
      if (!settled && source.defers(l)) {
        denses.get(l).step(lane, adam, source, l, panels.get(lane));
      } else {
        denses.get(l).step(lane, adam);
      }
    }
  }

  /** Moves every parameter towards another network's. */
  void blend(BlasParameters other, float tau) {
    this.other = other;
    this.tau = tau;
    lanes.each(mix);
    this.other = null;
    lanes.each(refresh);
  }

  private void mix(int lane) {
    for (int b = lane; b < theta.length; b += lanes.count()) {
      if (theta[b] != null) {
        RowMath.blend(theta[b], other.theta[b], tau);
      }
    }
    for (int l = 0; l < denses.size(); l++) {
      denses.get(l).blend(lane, other.denses.get(l), tau);
    }
  }

  private void refresh(int lane) {
    if (ownsFirst(lane)) {
      lit.refresh();
    }
    for (int l = 0; l < convs.size(); l++) {
      for (int phase = 0; phase < convs.get(l).shape.phases(); phase++) {
        if (owners[l][phase] == lane) {
          convs.get(l).refresh(phase, lane);
        }
      }
    }
  }

  /** A copy of the parameters by name. */
  Weights weights() {
    float[][] all = theta.clone();
    denses.forEach(dense -> dense.copy(dense.values, all));
    return byName(all);
  }

  /** A copy of the gradient by name. */
  Weights gradient() {
    if (source == null) {
      throw new IllegalStateException("there is no gradient: call backward first");
    }
    settle();
    float[][] all = gradient.clone();
    denses.forEach(dense -> dense.copy(dense.gradient(), all));
    return byName(all);
  }

  private Weights byName(float[][] blocks) {
    Weights weights = new Weights();
    layout.copyTo(weights, "", blocks);
    return weights;
  }

  /** Replaces the parameters. */
  void load(Weights weights) {
    float[][] all = blocks(layout.blocks());
    layout.copyFrom(weights, "", all);
    for (int b = 0; b < all.length; b++) {
      if (theta[b] != null) {
        System.arraycopy(all[b], 0, theta[b], 0, all[b].length);
      }
    }
    denses.forEach(dense -> dense.load(all));
    lanes.each(refresh);
  }

  @Override
  public void close() {
    lit.close();
    convs.forEach(ConvWeights::close);
    denses.forEach(DenseWeights::close);
    panels.forEach(NativeFloats::close);
    sums.forEach(lane -> lane.forEach(NativeFloats::close));
  }
}
