package ludus.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A deep Q-network in libtorch: the layers that Ludus names, plain autograd, the mean Huber loss of
 * one action a row, {@code clip_grad_norm_} and {@code torch::optim::Adam}, on one batch of bytes.
 */
final class TorchNetwork implements AutoCloseable {
  private static final int SIDE = 84;
  private static final int FRAMES = 4;

  /** Of one observation. */
  static final int BYTES = FRAMES * SIDE * SIDE;

  private static final double LEARNING_RATE = 1e-4;
  private static final double EPSILON = 1.5e-4;
  private static final double CLIP_NORM = 10;
  private static final Pattern CONVOLUTION = Pattern.compile("conv (\\d+)@(\\d+)/(\\d+)");
  private static final Pattern DENSE = Pattern.compile("dense (\\d+)");

  private final PointerScope scope = new PointerScope();
  private final boolean channelsLast;
  private final int batch;
  private final List<Tensor> weights = new ArrayList<>();
  private final List<TensorOptional> biases = new ArrayList<>();
  private final List<Integer> strides = new ArrayList<>(); // of the convolutions, which come first
  private final TensorVector parameters = new TensorVector();
  private final Adam adam;
  private final Tensor frames;
  private final Tensor taken;
  private final Tensor targets;
  private final Scalar scale = new Scalar(1 / 255.0);

  /**
   * @param layers such as {@code conv 16@8/4, dense 256}
   * @param bytes the batch: [row][frame][row][column]
   * @param channelsLast whether convolutions lie as [row][column][channel] in memory
   */
  TorchNetwork(String layers, int actions, byte[] bytes, boolean channelsLast) {
    this.channelsLast = channelsLast;
    this.batch = bytes.length / BYTES;
    torch.manual_seed(1);
    int side = SIDE;
    int size = FRAMES;
    for (String layer : layers.split(",\\s*")) {
      Matcher conv = CONVOLUTION.matcher(layer);
      Matcher dense = DENSE.matcher(layer);
      if (conv.matches()) {
        int filters = Integer.parseInt(conv.group(1));
        int kernel = Integer.parseInt(conv.group(2));
        strides.add(Integer.parseInt(conv.group(3)));
        add(filters, size * kernel * kernel, filters, size, kernel, kernel);
        side = (side - kernel) / strides.get(strides.size() - 1) + 1;
        size = filters;
      } else if (dense.matches()) {
        int units = Integer.parseInt(dense.group(1));
        size = weights.size() == strides.size() ? size * side * side : size;
        add(units, size, units, size);
        size = units;
      } else {
        throw new IllegalArgumentException("no layer: " + layer);
      }
    }
    add(actions, size, actions, size);
    AdamOptions options = new AdamOptions(LEARNING_RATE);
    options.eps().put(EPSILON);
    adam = new Adam(parameters, options);
    Random random = new Random(2);
    frames =
        torch
            .from_blob(
                new BytePointer(bytes),
                new long[] {batch, FRAMES, SIDE, SIDE},
                new TensorOptions(torch.ScalarType.Byte))
            .clone();
    long[] chosen = random.longs(batch, 0, actions).toArray();
    taken =
        torch
            .from_blob(
                new LongPointer(chosen),
                new long[] {batch, 1},
                new TensorOptions(torch.ScalarType.Long))
            .clone();
    targets = torch.rand(batch, 1).mul(new Scalar(2.0)).sub(new Scalar(1.0));
  }

  private void add(int outputs, int inputs, long... shape) {
    double bound = 1 / Math.sqrt(inputs);
    Tensor weight = torch.rand(shape).mul(new Scalar(2 * bound)).sub(new Scalar(bound));
    if (channelsLast && shape.length == 4) {
      weight = weight.contiguous(torch.MemoryFormat.ChannelsLast);
    }
    weight = weight.clone().set_requires_grad(true);
    Tensor bias = torch.zeros(outputs).set_requires_grad(true);
    weights.add(weight);
    biases.add(new TensorOptional(bias));
    parameters.push_back(weight);
    parameters.push_back(bias);
  }

  private Tensor outputs() {
    Tensor x = frames.to(torch.ScalarType.Float).mul_(scale);
    if (channelsLast) {
      x = x.contiguous(torch.MemoryFormat.ChannelsLast);
    }
    int last = weights.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i < strides.size()) {
        int stride = strides.get(i);
        long[] by = {stride, stride};
        x =
            torch.conv2d(
                x, weights.get(i), biases.get(i), by, new long[] {0, 0}, new long[] {1, 1}, 1);
      } else {
        x = torch.linear(i == strides.size() ? x.flatten(1, -1) : x, weights.get(i), biases.get(i));
      }
      if (i < last) {
        x = torch.relu(x);
      }
    }
    return x;
  }

  /** One update; the loss comes out so that nothing can be left out. */
  float train() {
    try (PointerScope round = new PointerScope()) {
      adam.zero_grad(true);
      Tensor error = torch.huber_loss(outputs().gather(1, taken), targets);
      error.backward();
      torch.clip_grad_norm_(parameters, CLIP_NORM);
      adam.step();
      return error.item_float();
    }
  }

  /** Chooses: the outputs of the batch, copied to Java. */
  float infer(float[] result) {
    try (PointerScope round = new PointerScope();
        AutoGradMode without = new AutoGradMode(false)) {
      outputs().data_ptr_float().get(result);
      return result[0];
    }
  }

  /** Numbers that {@link #infer} gives. */
  int results() {
    return (int) (batch * weights.get(weights.size() - 1).size(0));
  }

  @Override
  public void close() {
    scope.close();
  }
}
