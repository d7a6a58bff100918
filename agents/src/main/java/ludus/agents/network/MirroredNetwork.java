package ludus.agents.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;

/**
 * A network whose first layer is {@link Mirrored}, on any engine. What it puts out is the mean of
 * what the network behind says of the picture and of its mirror images, whose actions are turned
 * back:
 *
 * <pre>Q(s, a) = 1/|M| Σ_m Q'(m s, m a)</pre>
 *
 * <p>So a mirrored picture gets the mirrored answer, within float rounding, and what one image is
 * misjudged by the others even out. Only {@link #infer} looks at all of them. {@link #forward}
 * looks at one, the images taking turns row by row from the picture itself, and {@link #backward}
 * and {@link #inputGradient} follow it back: each Q' is taught the same answer, which costs no more
 * than teaching one.
 */
final class MirroredNetwork extends FrontedNetwork {
  private static final int SIDE = ObservationSpec.Pixels.SIDE;
  private static final int LONG = Long.BYTES;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Which images there are: bit 0 of one is left and right changed, bit 1 up and down. */
  private final int[] images;

  /** Where in the row of an image the value of each output is. */
  private final int[][] places;

  private Observations turned;
  private float[] said = new float[0];
  private int rows;

  /**
   * @param behind computes {@link #behind(NetworkSpec)}; owned from now on
   */
  MirroredNetwork(NetworkSpec spec, Network behind) {
    super(spec, behind);
    Mirrored mirrored = spec.mirrored();
    int x = mirrored.leftRight().isEmpty() ? 0 : 1;
    int y = mirrored.upDown().isEmpty() ? 0 : 2;
    this.images = x == 0 || y == 0 ? new int[] {0, x + y} : new int[] {0, 1, 2, 3};
    this.places = new int[images.length][spec.outputs()];
    int each = spec.outputs() / mirrored.actions();
    for (int i = 0; i < images.length; i++) {
      for (int k = 0; k < spec.outputs(); k++) {
        int action = k / each;
        action = (images[i] & 1) != 0 ? mirrored.leftRight().get(action) : action;
        action = (images[i] & 2) != 0 ? mirrored.upDown().get(action) : action;
        places[i][k] = action * each + k % each;
      }
    }
  }

  /** What comes behind the mirror. */
  static NetworkSpec behind(NetworkSpec spec) {
    List<NetworkSpec.Layer> layers = spec.hidden().subList(1, spec.hidden().size());
    return new NetworkSpec(spec.input(), layers, spec.outputs());
  }

  private void reserve(int count) {
    if (turned == null || turned.rows() < count) {
      turned = new Observations(spec.input(), count);
      said = new float[count * spec.outputs()];
    }
  }

  /** Writes an image of a row into a row of {@link #turned}. */
  private void turn(Observations input, int row, int image, int to) {
    if (image == 0) {
      input.copyRow(row, turned, to);
      return;
    }
    byte[] from = input.bytes();
    byte[] out = turned.bytes();
    int size = spec.input().size();
    for (int line = 0; line < size / SIDE; line++) {
      int y = line % SIDE;
      int source = row * size + ((image & 2) != 0 ? line - y + SIDE - 1 - y : line) * SIDE;
      int target = to * size + line * SIDE;
      if ((image & 1) == 0) {
        System.arraycopy(from, source, out, target, SIDE);
      } else {
        reverse(from, source, out, target);
      }
    }
  }

  /** Writes a line of a picture from right to left, eight pixels at once. */
  private static void reverse(byte[] from, int source, byte[] out, int target) {
    for (int x = 0; x + LONG <= SIDE; x += LONG) {
      long pixels = (long) LONGS.get(from, source + SIDE - LONG - x);
      LONGS.set(out, target + x, Long.reverseBytes(pixels));
    }
    // The side is no multiple of eight: the last eight overlap those before.
    LONGS.set(out, target + SIDE - LONG, Long.reverseBytes((long) LONGS.get(from, source)));
  }

  @Override
  public void infer(Observations input, int count, float[] outputs) {
    Batches.check(spec, input, count, outputs.length);
    int n = images.length;
    reserve(count * n);
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < n; i++) {
        turn(input, row, images[i], row * n + i);
      }
    }
    behind.infer(turned, count * n, said);
    int width = spec.outputs();
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width; k++) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
          sum += said[(row * n + i) * width + places[i][k]];
        }
        outputs[row * width + k] = sum / n;
      }
    }
  }

  @Override
  public void forward(Observations input, int count, float[] outputs) {
    Batches.check(spec, input, count, outputs.length);
    reserve(count);
    for (int row = 0; row < count; row++) {
      turn(input, row, images[row % images.length], row);
    }
    behind.forward(turned, count, said);
    int width = spec.outputs();
    for (int row = 0; row < count; row++) {
      for (int k = 0; k < width; k++) {
        outputs[row * width + k] = said[row * width + places[row % images.length][k]];
      }
    }
    rows = count;
  }

  /** Puts a gradient where the rows of the last {@link #forward} had its outputs. */
  private float[] turnedGradient(float[] outputGradient) {
    Batches.checkGradient(spec, rows, outputGradient);
    int width = spec.outputs();
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < width; k++) {
        said[row * width + places[row % images.length][k]] = outputGradient[row * width + k];
      }
    }
    return said;
  }

  @Override
  public float backward(float[] outputGradient) {
    return behind.backward(turnedGradient(outputGradient));
  }

  @Override
  public void inputGradient(float[] outputGradient, float[] inputGradient) {
    behind.inputGradient(turnedGradient(outputGradient), inputGradient);
    for (int line = 0; line < rows * spec.input().size() / SIDE; line += SIDE) {
      turnBack(inputGradient, line, images[line / (spec.input().size() / SIDE) % images.length]);
    }
  }

  /** Undoes an image of the frame that begins with this line. */
  private static void turnBack(float[] frame, int line, int image) {
    for (int i = 0; i < SIDE * SIDE && image != 0; i++) {
      int y = i / SIDE;
      int x = i % SIDE;
      int j = ((image & 2) != 0 ? SIDE - 1 - y : y) * SIDE + ((image & 1) != 0 ? SIDE - 1 - x : x);
      if (i < j) {
        float kept = frame[line * SIDE + i];
        frame[line * SIDE + i] = frame[line * SIDE + j];
        frame[line * SIDE + j] = kept;
      }
    }
  }
}
