package ludus.desktop.screen;

import java.util.concurrent.locks.LockSupport;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Weights;
import ludus.agents.saliency.Saliency;
import ludus.agents.saliency.Saliency.Method;

/**
 * Asks what in the frames moves a pilot's decisions, on a thread of its own, so that no picture
 * waits for it: it takes the newest decision whenever it has done with the one before, and leaves
 * out the others.
 */
final class Explainer implements AutoCloseable {
  /** At most twenty maps a second, so that a core is left for the game. */
  private static final long LEAST_NANOS = 50_000_000;

  private final NetworkSpec spec;
  private final Weights weights;
  private final int actions;
  private final Thread thread = new Thread(this::work, "saliency");
  // Guarded by this.
  private byte[] asked;
  private int chosen;
  private Method method;
  private boolean waiting;
  private float[] answer;
  private boolean fresh;
  private boolean closed;

  /** For this network, whose weights are copied now. */
  Explainer(Network network, int actions) {
    spec = network.spec();
    weights = network.weights();
    this.actions = actions;
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks about a decision; a question that still waits is forgotten. */
  synchronized void ask(byte[] observation, int chosen, Method method) {
    if (asked == null) {
      asked = new byte[observation.length];
    }
    System.arraycopy(observation, 0, asked, 0, observation.length);
    this.chosen = chosen;
    this.method = method;
    waiting = true;
    notifyAll();
  }

  /** The newest map, where there is one that was not taken yet, else null. Not to be changed. */
  synchronized float[] take() {
    if (!fresh) {
      return null;
    }
    fresh = false;
    return answer;
  }

  private void work() {
    byte[] frames = null;
    try (Saliency saliency = new Saliency(spec, weights, actions)) {
      while (true) {
        int action;
        Method how;
        synchronized (this) {
          while (!waiting && !closed) {
            wait();
          }
          if (closed) {
            return;
          }
          frames = frames == null ? asked.clone() : frames;
          System.arraycopy(asked, 0, frames, 0, frames.length);
          action = chosen;
          how = method;
          waiting = false;
        }
        long before = System.nanoTime();
        float[] map = new float[saliency.size()];
        saliency.map(frames, action, how, map);
        synchronized (this) {
          answer = map;
          fresh = true;
        }
        LockSupport.parkNanos(LEAST_NANOS - (System.nanoTime() - before));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
  }
}
