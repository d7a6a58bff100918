package ludus.agents.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ludus.core.env.ObservationSpec;

/**
 * How {@link Nd4jNetwork} lays out a network: pictures as [row][column][channel], convolution
 * weights as [kernel row][kernel column][channel][filter], and all parameters in one flat array.
 *
 * <p>If the first convolution's kernel is a multiple of its stride, the picture is folded: each
 * block of stride × stride pixels becomes the channels of one pixel, and the convolution an exactly
 * equal one of stride 1 (8 × 8 by 4 on 84 × 84 × 4 is 2 × 2 by 1 on 21 × 21 × 64), on which oneDNN
 * is much faster.
 */
final class Nd4jLayout {
  /** A convolution as it is computed, after any folding. */
  record Conv(String name, int side, int channels, int kernel, int stride, int filters) {
    int outSide() {
      return (side - kernel) / stride + 1;
    }
  }

  /** A dense layer; the last is the output. */
  record Dense(String name, int inputs, int units) {}

  /** Where a parameter lies: {@code order[i]} is the place in {@link Weights} of value i here. */
  private record Place(int offset, int[] order) {}

  final NetworkSpec spec;

  /** Pixels a side of the blocks that the input is folded by; 1 is none. */
  final int block;

  final List<Conv> convs = new ArrayList<>();
  final List<Dense> denses = new ArrayList<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private int length;

  Nd4jLayout(NetworkSpec spec) {
    this.spec = spec;
    int side = ObservationSpec.Pixels.SIDE;
    int channels = ((ObservationSpec.Pixels) spec.input()).frames();
    int fold = 1;
    for (NetworkSpec.Layer layer : spec.hidden()) {
      if (layer instanceof NetworkSpec.Convolution c) {
        int b = convs.isEmpty() && c.kernel() % c.stride() == 0 ? c.stride() : 1;
        fold = Math.max(fold, b);
        // Rows and columns that no kernel reaches are left out by the fold.
        int reached = ((side - c.kernel()) / c.stride()) * c.stride() + c.kernel();
        String name = "conv" + (convs.size() + 1);
        Conv conv =
            b > 1
                ? new Conv(name, reached / b, channels * b * b, c.kernel() / b, 1, c.filters())
                : new Conv(name, side, channels, c.kernel(), c.stride(), c.filters());
        convs.add(conv);
        place(name, conv.filters(), convOrder(conv, channels, b));
        side = conv.outSide();
        channels = c.filters();
      }
    }
    this.block = fold;
    int inputs = side * side * channels;
    for (NetworkSpec.Layer layer : spec.hidden()) {
      if (layer instanceof NetworkSpec.Dense d) {
        inputs = dense("dense" + (denses.size() + 1), inputs, d.units(), side, channels);
      }
    }
    dense("output", inputs, spec.outputs(), side, channels);
  }

  private int dense(String name, int inputs, int units, int side, int channels) {
    // The first takes what the convolutions put out, in their order.
    int[] order = denses.isEmpty() ? flattenOrder(side, channels, units) : identity(inputs * units);
    denses.add(new Dense(name, inputs, units));
    place(name, units, order);
    return units;
  }

  private void place(String name, int biases, int[] order) {
    places.put(name + ".weight", new Place(length, order));
    length += order.length;
    places.put(name + ".bias", new Place(length, identity(biases)));
    length += biases;
  }

  private static int[] identity(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }

  /**
   * From [filter][channel][row][column] to [row / b][column / b][channel, row % b, column % b]….
   */
  private static int[] convOrder(Conv conv, int channels, int b) {
    int kernel = conv.kernel() * b;
    int[] order = new int[conv.filters() * channels * kernel * kernel];
    for (int f = 0; f < conv.filters(); f++) {
      for (int c = 0; c < channels; c++) {
        for (int y = 0; y < kernel; y++) {
          for (int x = 0; x < kernel; x++) {
            int folded = (c * b + y % b) * b + x % b;
            int here =
                ((y / b * conv.kernel() + x / b) * conv.channels() + folded) * conv.filters() + f;
            order[here] = ((f * channels + c) * kernel + y) * kernel + x;
          }
        }
      }
    }
    return order;
  }

  /** From inputs in the order [channel][row][column] to [row][column][channel]. */
  private static int[] flattenOrder(int side, int channels, int units) {
    int[] order = new int[side * side * channels * units];
    for (int c = 0; c < channels; c++) {
      for (int p = 0; p < side * side; p++) {
        for (int u = 0; u < units; u++) {
          order[(p * channels + c) * units + u] = (c * side * side + p) * units + u;
        }
      }
    }
    return order;
  }

  /** How many parameters there are. */
  int length() {
    return length;
  }

  /** Where a parameter begins in the flat array. */
  int offset(String name) {
    return places.get(name).offset();
  }

  void copyTo(Weights weights, String prefix, float[][] blocks) {
    spec.parameters()
        .forEach(
            (name, shape) -> {
              Place place = places.get(name);
              float[] values = new float[place.order().length];
              for (int i = 0; i < values.length; i++) {
                values[place.order()[i]] = ParameterBlocks.get(blocks, place.offset() + i);
              }
              weights.put(prefix + name, shape, values);
            });
  }

  void copyFrom(Weights weights, String prefix, float[][] blocks) {
    places.forEach(
        (name, place) -> {
          float[] values = weights.values(prefix + name);
          for (int i = 0; i < values.length; i++) {
            ParameterBlocks.set(blocks, place.offset() + i, values[place.order()[i]]);
          }
        });
  }

  /**
   * Scales pixels [frame][row][column] and folds them into [row][column][channel].
   *
   * @param picture room for one, on the heap, where scattered writes cost a third of what they cost
   *     in native memory
   */
  void fold(byte[] pixels, int firstRow, int rows, float[] picture, FloatBuffer to) {
    Conv first = convs.get(0);
    int frames = first.channels() / (block * block);
    int full = ObservationSpec.Pixels.SIDE;
    int used = first.side() * block;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < frames; c++) {
        for (int y = 0; y < used; y++) {
          int from = (((firstRow + r) * frames + c) * full + y) * full;
          int start = y / block * first.side() * first.channels() + (c * block + y % block) * block;
          PixelScale.scaleGroups(
              pixels, from, first.side(), block, picture, start, first.channels());
        }
      }
      to.put(r * picture.length, picture);
    }
  }

  /** The way back of {@link #fold} for a gradient; pixels that no kernel reaches get 0. */
  void unfold(FloatBuffer from, int firstRow, int rows, float[] pixels) {
    Conv first = convs.get(0);
    int frames = first.channels() / (block * block);
    int full = ObservationSpec.Pixels.SIDE;
    int used = first.side() * block;
    int size = spec.input().size();
    Arrays.fill(pixels, firstRow * size, (firstRow + rows) * size, 0);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < frames; c++) {
        for (int y = 0; y < used; y++) {
          for (int x = 0; x < used; x++) {
            int pixel = (r * first.side() + y / block) * first.side() + x / block;
            int channel = (c * block + y % block) * block + x % block;
            pixels[(((firstRow + r) * frames + c) * full + y) * full + x] =
                from.get(pixel * first.channels() + channel);
          }
        }
      }
    }
  }
}
