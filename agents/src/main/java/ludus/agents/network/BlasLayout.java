package ludus.agents.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.env.ObservationSpec;

/**
 * How {@link BlasNetwork} lays out a network and its parameters.
 *
 * <p>The first convolution, whose stride must divide its kernel, is folded whole: each block of
 * stride × stride pixels becomes the channels of one pixel, and it an equal convolution of stride 1
 * (8 × 8 by 4 on 84 × 84 × 4 is 2 × 2 by 1 on 21 × 21 × 64). The others keep their phases apart, as
 * {@link ConvShape} says.
 *
 * <p>Parameters are held in blocks: one for each tap of each phase of a convolution, [channel]
 * [filter]; dense weights, [input][unit], in blocks that stay in the first cache, some of which are
 * a panel, which stays in the second; and one for each layer's biases. A first dense layer takes
 * its inputs in the order [row][column][channel].
 */
final class BlasLayout {
  private static final int BLOCK = 4096;
  private static final int PANEL_ROWS = 64;

  /**
   * A dense layer.
   *
   * @param pixels how many arrays its input falls into: the pixels of the last convolution, or 1
   * @param width how long each is
   */
  record Dense(String name, int pixels, int width, int units) {
    int inputs() {
      return pixels * width;
    }
  }

  /**
   * Some rows of a dense layer's weights that are dealt with at one go.
   *
   * @param first the first of its blocks
   * @param blocks how many blocks it has
   * @param row the first of its rows
   */
  record Panel(int first, int blocks, int row, int rows) {}

  /** Where a parameter lies: its first block, and the place of each value in {@link Weights}. */
  private record Place(int block, int[] order) {}

  final NetworkSpec spec;

  /** Pixels a side of the blocks that are the pixels of the folded input: its cells. */
  final int fold;

  final List<ConvShape> convs = new ArrayList<>();
  final List<Dense> denses = new ArrayList<>();

  /** By dense layer; none reaches from one pixel to the next. */
  final List<List<Panel>> panels = new ArrayList<>();

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Integer> lengths = new ArrayList<>();

  BlasLayout(NetworkSpec spec) {
    this.spec = spec;
    int side = ObservationSpec.Pixels.SIDE;
    int channels = frames();
    int folded = 1;
    for (NetworkSpec.Layer layer : spec.hidden()) {
      if (layer instanceof NetworkSpec.Convolution c) {
        String name = "conv" + (convs.size() + 1);
        int padding = c.padding();
        ConvShape shape =
            new ConvShape(
                name, side + 2 * padding, padding, channels, c.kernel(), c.stride(), c.filters());
        int[] order = order(shape);
        if (convs.isEmpty()) {
          folded = c.stride();
          int b = folded;
          // Rows and columns that no kernel reaches are left out by the fold.
          int reached = (shape.outSide() - 1) * b + c.kernel();
          shape =
              new ConvShape(name, reached / b, 0, channels * b * b, c.kernel() / b, 1, c.filters());
          order = foldedOrder(shape, channels, b);
        }
        convs.add(shape);
        place(name + ".weight", order, shape.channels() * shape.filters());
        place(name + ".bias", identity(c.filters()), c.filters());
        side = shape.outSide();
        channels = c.filters();
      }
    }
    this.fold = folded;
    int pixels = spec.pooled() ? 1 : side * side;
    int width = channels;
    for (NetworkSpec.Layer layer : spec.hidden()) {
      if (layer instanceof NetworkSpec.Dense d) {
        dense("dense" + (denses.size() + 1), pixels, width, d.units());
        pixels = 1;
        width = d.units();
      }
    }
    dense("output", pixels, width, spec.outputs());
  }

  static boolean supports(NetworkSpec spec) {
    if (!(spec.input() instanceof ObservationSpec.Pixels) || !spec.convolutional()) {
      return false;
    }
    boolean first = true;
    for (NetworkSpec.Layer layer : spec.hidden()) {
      if (layer instanceof NetworkSpec.Convolution c) {
        int taps = (c.kernel() + c.stride() - 1) / c.stride();
        if (!(first ? c.kernel() % c.stride() == 0 : Winograd.supports(taps))) {
          return false;
        }
        first = false;
      }
    }
    return true;
  }

  /** Frames of each picture. */
  int frames() {
    return ((ObservationSpec.Pixels) spec.input()).frames();
  }

  private void dense(String name, int pixels, int width, int units) {
    denses.add(new Dense(name, pixels, width, units));
    int[] order = new int[pixels * width * units];
    int here = 0;
    for (int p = 0; p < pixels; p++) {
      for (int c = 0; c < width; c++) {
        for (int u = 0; u < units; u++) {
          order[here++] = (c * pixels + p) * units + u;
        }
      }
    }
    List<Panel> own = new ArrayList<>();
    int together = Math.max(1, BLOCK / units);
    places.put(name + ".weight", new Place(lengths.size(), order));
    for (int start = 0; start < pixels * width; ) {
      int rows = Math.min(PANEL_ROWS, width - start % width);
      int first = lengths.size();
      for (int r = 0; r < rows; r += together) {
        lengths.add(Math.min(together, rows - r) * units);
      }
      own.add(new Panel(first, lengths.size() - first, start, rows));
      start += rows;
    }
    panels.add(own);
    place(name + ".bias", identity(units), units);
  }

  private void place(String name, int[] order, int block) {
    places.put(name, new Place(lengths.size(), order));
    for (int at = 0; at < order.length; at += block) {
      lengths.add(Math.min(block, order.length - at));
    }
  }

  private static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /** From [filter][channel][row][column] to [phase][row][column][channel][filter]; −1 is none. */
  private static int[] order(ConvShape c) {
    int r = c.taps();
    int[] order = new int[c.phases() * r * r * c.channels() * c.filters()];
    int here = 0;
    for (int phase = 0; phase < c.phases(); phase++) {
      for (int tap = 0; tap < r * r; tap++) {
        int y = tap / r * c.stride() + phase / c.stride();
        int x = tap % r * c.stride() + phase % c.stride();
        for (int i = 0; i < c.channels() * c.filters(); i++) {
          int filter = i % c.filters();
          int channel = i / c.filters();
          order[here++] =
              c.has(phase, tap / r, tap % r)
                  ? ((filter * c.channels() + channel) * c.kernel() + y) * c.kernel() + x
                  : -1;
        }
      }
    }
    return order;
  }

  /**
   * From [filter][channel][row][column] to [row / b][column / b][channel, row % b, column % b]
   * [filter].
   */
  private static int[] foldedOrder(ConvShape c, int channels, int b) {
    int kernel = c.kernel() * b;
    int[] order = new int[c.kernel() * c.kernel() * c.channels() * c.filters()];
    int here = 0;
    for (int tap = 0; tap < c.kernel() * c.kernel(); tap++) {
      for (int folded = 0; folded < c.channels(); folded++) {
        int y = tap / c.kernel() * b + folded / b % b;
        int x = tap % c.kernel() * b + folded % b;
        int channel = folded / (b * b);
        for (int f = 0; f < c.filters(); f++) {
          order[here++] = ((f * channels + channel) * kernel + y) * kernel + x;
        }
      }
    }
    return order;
  }

  /** The lengths of all blocks. */
  int[] blocks() {
    return lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The first block of a parameter. */
  int block(String name) {
    return places.get(name).block();
  }

  void copyTo(Weights weights, String prefix, float[][] blocks) {
    spec.parameters()
        .forEach(
            (name, shape) -> {
              Place place = places.get(name);
              float[] values = new float[Weights.length(shape)];
              int block = place.block();
              int within = 0;
              for (int there : place.order()) {
                if (within == blocks[block].length) {
                  block++;
                  within = 0;
                }
                if (there >= 0) {
                  values[there] = blocks[block][within];
                }
                within++;
              }
              weights.put(prefix + name, shape, values);
            });
  }

  void copyFrom(Weights weights, String prefix, float[][] blocks) {
    places.forEach(
        (name, place) -> {
          float[] values = weights.values(prefix + name);
          int block = place.block();
          int within = 0;
          for (int there : place.order()) {
            if (within == blocks[block].length) {
              block++;
              within = 0;
            }
            blocks[block][within++] = there < 0 ? 0 : values[there];
          }
        });
  }
}
