package ludus.core.env;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that do one piece of work together, again and again, each its share of it; the
 * calling thread is one of them. Between two pieces a worker spins for a moment, since the next one
 * usually comes within microseconds, and then sleeps.
 */
public final class Crew implements AutoCloseable {
  /** The work: called with 0 ≤ share &lt; shares. */
  public interface Work {
    /** Does one share. */
    void run(int share, int shares);
  }

  private static final int SPINS = 2_000;

  private final Work work;
  private final Thread[] workers;
  private final AtomicInteger unfinished = new AtomicInteger();
  private volatile int piece;
  private volatile boolean closed;
  private volatile Throwable failure;

  /**
   * @param shares how many threads, the caller's among them
   */
  public Crew(int shares, Work work) {
    this.work = work;
    this.workers = new Thread[shares - 1];
    for (int i = 0; i < workers.length; i++) {
      int share = i + 1;
      workers[i] = new Thread(() -> serve(share), "ludus-step-" + share);
      workers[i].setDaemon(true);
      workers[i].start();
    }
  }

  /** Does one piece of work and returns when every share is done. */
  public void run() {
    int shares = workers.length + 1;
    if (shares > 1) {
      unfinished.set(workers.length);
      piece = piece + 1; // written by the calling thread alone
      for (Thread worker : workers) {
        LockSupport.unpark(worker);
      }
    }
    try {
      work.run(0, shares);
    } finally {
      for (int spins = 0; unfinished.get() > 0; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          Thread.yield(); // the worker may be waiting for this very core
        }
      }
    }
    if (failure != null) {
      Throwable cause = failure;
      failure = null;
      throw new IllegalStateException("a stepping thread failed: " + cause.getMessage(), cause);
    }
  }

  private void serve(int share) {
    int done = 0;
    while (true) {
      for (int spins = 0; piece == done && !closed; spins++) {
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      if (closed) {
        return;
      }
      done++;
      try {
        work.run(share, workers.length + 1);
      } catch (Throwable t) {
        failure = t;
      } finally {
        unfinished.decrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
    }
  }
}
