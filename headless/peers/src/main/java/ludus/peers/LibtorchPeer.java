package ludus.peers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch;

/**
 * libtorch at the other end of a pipe. It reads a line and answers with one:
 *
 * <ul>
 *   <li>{@code begin train|infer BATCH ACTIONS LAYERS} and a batch of frames behind the line: makes
 *       a network, in the faster of both memory layouts; answers in words what it is.
 *   <li>{@code measure N}: does the task N times; answers their times in ms.
 * </ul>
 *
 * <p>It ends with its input. Number of threads by {@code OMP_NUM_THREADS}.
 */
public final class LibtorchPeer {
  private static final int TRIALS = 15;

  private TorchNetwork network;
  private boolean training;
  private float[] results;
  private byte[] frames;

  private LibtorchPeer() {}

  public static void main(String[] arguments) throws IOException {
    LibtorchPeer peer = new LibtorchPeer();
    InputStream in = new BufferedInputStream(System.in);
    for (String line = line(in); line != null; line = line(in)) {
      String[] words = line.split(" ", 5);
      System.out.println(
          words[0].equals("begin")
              ? peer.begin(
                  words[1].equals("train"),
                  Integer.parseInt(words[2]),
                  Integer.parseInt(words[3]),
                  words[4],
                  in)
              : peer.measure(Integer.parseInt(words[1])));
      System.out.flush();
    }
  }

  /** The next line, or null at the end of the input. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  /** Tries both layouts of the convolutions' memory and keeps the one that is faster here. */
  private String begin(boolean train, int batch, int actions, String layers, InputStream in)
      throws IOException {
    training = train;
    frames = in.readNBytes(batch * TorchNetwork.BYTES);
    boolean last = trial(layers, actions, true) < trial(layers, actions, false);
    make(layers, actions, last);
    return "libtorch %s, %d threads, %s, autograd, torch::optim::Adam, clip_grad_norm_"
        .formatted(
            torch.class.getPackage().getImplementationVersion(),
            torch.get_num_threads(),
            last ? "channels last" : "channels first");
  }

  private double trial(String layers, int actions, boolean channelsLast) {
    make(layers, actions, channelsLast);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TRIALS; i++) {
      best = Math.min(best, once());
    }
    return best;
  }

  private void make(String layers, int actions, boolean channelsLast) {
    if (network != null) {
      network.close();
    }
    network = new TorchNetwork(layers, actions, frames, channelsLast);
    results = new float[network.results()];
  }

  private double once() {
    long start = System.nanoTime();
    float result = training ? network.train() : network.infer(results);
    double millis = (System.nanoTime() - start) / 1e6;
    if (!Float.isFinite(result)) {
      throw new IllegalStateException("libtorch gave " + result);
    }
    return millis;
  }

  private String measure(int times) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < times; i++) {
      line.append(String.format(Locale.ROOT, "%.6f ", once()));
    }
    return line.toString().strip();
  }
}
