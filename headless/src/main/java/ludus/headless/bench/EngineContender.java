package ludus.headless.bench;

import java.util.Arrays;
import java.util.Locale;
import ludus.agents.network.Engine;
import ludus.agents.network.Network;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.core.env.Observations;
import ludus.core.random.Rng;

/** One of our own engines at the task of a deep Q-network. */
final class EngineContender implements Contender {
  private static final float LEARNING_RATE = 1e-4f;

  private final Engine engine;
  private LearnerTask task;
  private Network network;
  private Observations batch;
  private int[] taken;
  private float[] targets;
  private float[] outputs;
  private float[] gradient;
  private String description = "";

  EngineContender(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "ludus " + engine;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void begin(LearnerTask next, Observations frames) {
    close();
    task = next;
    network = Networks.create(next.spec(), Optimizer.adam(1.5e-4f, 10), 1, engine);
    description = network.engine();
    Rng rng = new Rng(2);
    batch = frames;
    taken = new int[next.batch()];
    targets = new float[next.batch()];
    for (int row = 0; row < next.batch(); row++) {
      taken[row] = rng.nextInt(LearnerTask.ACTIONS);
      targets[row] = rng.uniform(-1, 1);
    }
    outputs = new float[next.batch() * LearnerTask.ACTIONS];
    gradient = new float[outputs.length];
  }

  @Override
  public long measure(double[] millis) {
    long bytes = HeapMeter.bytesOf(() -> work(millis));
    requireFinite();
    return bytes;
  }

  private void work(double[] millis) {
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      if (task.kind() == LearnerTask.Kind.TRAIN) {
        train();
      } else {
        network.infer(batch, task.batch(), outputs);
      }
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
  }

  private void train() {
    int rows = task.batch();
    network.forward(batch, rows, outputs);
    Arrays.fill(gradient, 0);
    for (int row = 0; row < rows; row++) {
      int at = row * LearnerTask.ACTIONS + taken[row];
      gradient[at] = Math.max(-1, Math.min(1, outputs[at] - targets[row])) / rows;
    }
    network.backward(gradient);
    network.update(LEARNING_RATE);
  }

  /** What computes nonsense may be fast. */
  private void requireFinite() {
    for (float output : outputs) {
      if (!Float.isFinite(output)) {
        throw new IllegalStateException(
            "%s gave %s for %s"
                .formatted(name(), output, task.toString().toLowerCase(Locale.ROOT)));
      }
    }
  }

  @Override
  public void close() {
    if (network != null) {
      network.close();
      network = null;
    }
  }
}
