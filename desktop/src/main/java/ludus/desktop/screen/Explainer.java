package ludus.desktop.screen;

import java.util.concurrent.locks.LockSupport;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Weights;
import ludus.agents.saliency.Saliency;
import ludus.agents.saliency.Saliency.Method;
import ludus.core.env.Observations;
import ludus.core.game.GameInfo;

/**
 * Asks what in its observations moves a pilot's decisions, on a thread of its own, so that no
 * picture waits for it: it takes the newest decision whenever it has done with the one before, and
 * leaves out the others.
 */
final class Explainer implements AutoCloseable {
  /** From one map to the next at least: twelve a second are as many as a person takes in. */
  private static final long LEAST_NANOS = 80_000_000;

  /** Maps that take long come more rarely, so that half a core is left for the game. */
  private static final int REST = 2;

  private final NetworkSpec spec;
  private final Weights weights;
  private final GameInfo game;
  private final Thread thread = new Thread(this::work, "saliency");
  // Guarded by this.
  private final Observations asked;
  private int chosen;
  private Method method;
  private boolean waiting;
  private float[] answer;
  private boolean fresh;
  private boolean closed;

  /** For this network, whose weights are copied now. */
  Explainer(Network network, GameInfo game) {
    spec = network.spec();
    weights = network.weights();
    asked = new Observations(spec.input(), 1);
    this.game = game;
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks about a decision; a question that still waits is forgotten. */
  synchronized void ask(Observations observation, int chosen, Method method) {
    observation.copyRow(0, asked, 0);
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
    Observations seen = new Observations(spec.input(), 1);
    int actions = game.actions().size();
    try (Saliency saliency = new Saliency(spec, weights, actions, game.features())) {
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
          asked.copyRow(0, seen, 0);
          action = chosen;
          how = method;
          waiting = false;
        }
        long before = System.nanoTime();
        float[] map = new float[saliency.size()];
        saliency.map(seen, action, how, map);
        synchronized (this) {
          answer = map;
          fresh = true;
        }
        long taken = System.nanoTime() - before;
        LockSupport.parkNanos(Math.max(LEAST_NANOS, REST * taken) - taken);
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
