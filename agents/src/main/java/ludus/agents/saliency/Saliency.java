package ludus.agents.saliency;

import java.util.Arrays;
import java.util.List;
import ludus.agents.network.Engine;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.agents.network.Weights;
import ludus.core.env.ObservationSpec.Pixels;
import ludus.core.env.Observations;
import ludus.core.game.GameInfo.Feature;

/**
 * Tells what in an observation moves a decision: how much the preference for the chosen action (its
 * output against the mean of the others) depends on each pixel of each frame, or on each feature.
 *
 * <p>It has a network of its own with the weights of the one it asks about, so that it can work
 * beside it on another thread. Used by one thread at a time and closed by its owner.
 */
public final class Saliency implements AutoCloseable {
  /** How the dependence is found. */
  public enum Method {
    /**
     * |∂ decision / ∂ pixel| (Simonyan et al. 2014): exact for the smallest changes; one pass. Of a
     * feature, times its range, so that features of different units compare.
     */
    GRADIENT,
    /**
     * How far the decision moves when a patch of a frame is filled in from its border (after
     * Greydanus et al. 2018), or a feature is put in the middle of its range: true for changes that
     * a person would notice; many passes.
     */
    OCCLUSION
  }

  /** The side of a patch that is filled in; patches lie side by side. */
  public static final int PATCH = 6;

  private static final int SIDE = Pixels.SIDE;
  private static final int FRAME = SIDE * SIDE;
  private static final int ROWS = 32;

  private final Network network;
  private final Decision decision;
  private final int frames; // 0 for features
  private final float[] middles;
  private final float[] ranges;
  private final Observations batch;
  private final float[] outputs;
  private final int size;
  private final float[] slopes; // a row an image
  private final int[] asked = new int[ROWS]; // the first pixel of a row's patch, or its feature

  /**
   * Whether this network has a decision that can be asked about. A table has not: it knows the cell
   * that an observation lies in, and no more of it.
   */
  public static boolean canExplain(Network network, int actions) {
    return network.spec().cells() == null && network.spec().outputs() >= actions;
  }

  /**
   * @param spec of the network to ask about
   * @param weights a copy of its parameters
   * @param features of the game, whose ranges tell what a large change is; not asked for where the
   *     network sees pixels
   * @throws IllegalArgumentException if it sees other features than these
   */
  public Saliency(NetworkSpec spec, Weights weights, int actions, List<Feature> features) {
    frames = spec.input() instanceof Pixels pixels ? pixels.frames() : 0;
    if (frames == 0 && spec.input().size() != features.size()) {
      throw new IllegalArgumentException(
          "the network sees %s, the game has %d".formatted(spec.input(), features.size()));
    }
    middles = new float[features.size()];
    ranges = new float[features.size()];
    for (int i = 0; i < ranges.length; i++) {
      middles[i] = (features.get(i).high() + features.get(i).low()) / 2;
      ranges[i] = features.get(i).high() - features.get(i).low();
    }
    decision = new Decision(spec.outputs(), actions);
    batch = new Observations(spec.input(), ROWS);
    outputs = new float[ROWS * spec.outputs()];
    size = spec.input().size();
    slopes = new float[spec.images() * size];
    network = Networks.create(spec, Optimizer.adam(1e-8f, 1), weights, Engine.AUTO);
  }

  /** How many numbers a map has: one a pixel of every frame, or one a feature. */
  public int size() {
    return size;
  }

  /**
   * Maps a decision.
   *
   * @param observation what was seen, in row 0
   * @param chosen the action that was chosen
   * @param map receives {@link #size} numbers of 0 or more, in the order of the observation
   */
  public void map(Observations observation, int chosen, Method method, float[] map) {
    if (method == Method.GRADIENT) {
      slope(observation, chosen, map);
      return;
    }
    observation.copyRow(0, batch, 0);
    network.infer(batch, 1, outputs);
    float before = decision.of(outputs, 0, chosen);
    if (frames > 0) {
      occlude(observation.bytes(), chosen, before, map);
    } else {
      centre(observation, chosen, before, map);
    }
  }

  /** The slope of the mean over the images that a network looks at, each of which takes a row. */
  private void slope(Observations observation, int chosen, float[] map) {
    int images = network.spec().images();
    float[] wanted = decision.gradient(chosen);
    float[] all = new float[images * wanted.length];
    for (int row = 0; row < images; row++) {
      observation.copyRow(0, batch, row);
      System.arraycopy(wanted, 0, all, row * wanted.length, wanted.length);
    }
    network.forward(batch, images, outputs);
    network.inputGradient(all, slopes);
    for (int i = 0; i < size; i++) {
      float sum = 0;
      for (int row = 0; row < images; row++) {
        sum += slopes[row * size + i];
      }
      map[i] = Math.abs(sum / images) * (frames > 0 ? 1 : ranges[i]);
    }
  }

  /** Puts one feature after the other in the middle of its range. */
  private void centre(Observations observation, int chosen, float before, float[] map) {
    for (int first = 0; first < middles.length; first += ROWS) {
      int rows = Math.min(ROWS, middles.length - first);
      for (int row = 0; row < rows; row++) {
        observation.copyRow(0, batch, row);
        batch.floats()[row * middles.length + first + row] = middles[first + row];
      }
      network.infer(batch, rows, outputs);
      for (int row = 0; row < rows; row++) {
        map[first + row] = Math.abs(decision.of(outputs, row, chosen) - before);
      }
    }
  }

  private void occlude(byte[] observation, int chosen, float before, float[] map) {
    int across = SIDE / PATCH;
    int rows = 0;
    Arrays.fill(map, 0);
    for (int patch = 0; patch < frames * across * across; patch++) {
      int frame = patch / (across * across);
      int top = patch / across % across * PATCH;
      int left = patch % across * PATCH;
      if (!flat(observation, frame, top, left)) {
        System.arraycopy(observation, 0, batch.bytes(), rows * size, size);
        fill(batch.bytes(), rows * size + frame * FRAME, top, left);
        asked[rows++] = frame * FRAME + top * SIDE + left;
      }
      if (rows == ROWS || rows > 0 && patch == frames * across * across - 1) {
        network.infer(batch, rows, outputs);
        for (int row = 0; row < rows; row++) {
          paint(map, asked[row], Math.abs(decision.of(outputs, row, chosen) - before));
        }
        rows = 0;
      }
    }
  }

  /** Whether a patch and its border are of one shade, so that filling it in changes nothing. */
  private static boolean flat(byte[] observation, int frame, int top, int left) {
    byte shade = observation[frame * FRAME + top * SIDE + left];
    for (int y = Math.max(0, top - 1); y < Math.min(SIDE, top + PATCH + 1); y++) {
      for (int x = Math.max(0, left - 1); x < Math.min(SIDE, left + PATCH + 1); x++) {
        if (observation[frame * FRAME + y * SIDE + x] != shade) {
          return false;
        }
      }
    }
    return true;
  }

  /** Gives a patch the mean shade of the pixels about it. */
  private static void fill(byte[] bytes, int frame, int top, int left) {
    int sum = 0;
    int count = 0;
    for (int y = top - 1; y <= top + PATCH; y++) {
      for (int x = left - 1; x <= left + PATCH; x++) {
        boolean inside = y >= top && y < top + PATCH && x >= left && x < left + PATCH;
        if (!inside && y >= 0 && y < SIDE && x >= 0 && x < SIDE) {
          sum += bytes[frame + y * SIDE + x] & 0xFF;
          count++;
        }
      }
    }
    byte mean = (byte) ((sum + count / 2) / count);
    for (int y = top; y < top + PATCH; y++) {
      Arrays.fill(bytes, frame + y * SIDE + left, frame + y * SIDE + left + PATCH, mean);
    }
  }

  private static void paint(float[] map, int corner, float value) {
    for (int y = 0; y < PATCH; y++) {
      Arrays.fill(map, corner + y * SIDE, corner + y * SIDE + PATCH, value);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
