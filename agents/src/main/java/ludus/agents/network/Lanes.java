package ludus.agents.network;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that work side by side on parts of one pass and then wait for one another. The calling
 * thread is the first of them.
 *
 * <p>All networks of a process share them, so that one network's threads never look out for work
 * while another's want the core. Who comes while they are taken does all parts alone, to the same
 * result.
 *
 * <p>A pass has several meetings, microseconds apart, and so have the passes of a training, so that
 * a thread that waits looks out for a while before it sleeps: to be woken up takes longer than most
 * parts. A meeting allocates nothing.
 */
final class Lanes {
  /** Some of the work: its parts are numbered from 0. */
  interface Work {
    void part(int lane);
  }

  /** Nanoseconds for which a thread looks out before it sleeps. */
  private static final long PATIENCE = 500_000;

  private static Lanes shared;

  private final Done[] done;
  private final AtomicBoolean taken = new AtomicBoolean();
  private volatile Thread caller;
  private volatile Work work;
  private volatile int turn;

  /** Each thread's own word, on a cache line of its own as it is an object of its own. */
  private static final class Done {
    private Thread thread;
    private volatile int turn;
    private volatile Throwable failure;
  }

  Lanes(int count) {
    this.done = new Done[Math.max(1, count) - 1];
    for (int i = 0; i < done.length; i++) {
      int lane = i + 1;
      Done own = new Done();
      own.thread = new Thread(() -> serve(lane, own), "ludus-network-" + lane);
      own.thread.setDaemon(true);
      done[i] = own;
      own.thread.start();
    }
  }

  /**
   * Those of this process, made at the first call.
   *
   * @param count how many there are to be, the calling thread included
   */
  static synchronized Lanes shared(int count) {
    if (shared == null) {
      shared = new Lanes(count);
    }
    return shared;
  }

  int count() {
    return done.length + 1;
  }

  /**
   * Does every part; returns when all are done.
   *
   * @throws IllegalStateException if another thread's part failed
   */
  void each(Work task) {
    if (done.length > 0 && taken.compareAndSet(false, true)) {
      try {
        together(task);
      } finally {
        taken.set(false);
      }
    } else {
      for (int lane = 0; lane < count(); lane++) {
        task.part(lane);
      }
    }
  }

  private void together(Work task) {
    caller = Thread.currentThread();
    work = task;
    int now = turn + 1;
    turn = now;
    for (Done each : done) {
      LockSupport.unpark(each.thread);
    }
    Throwable failure = null;
    try {
      task.part(0);
    } finally {
      for (Done each : done) {
        await(each, now);
        failure = each.failure == null ? failure : each.failure;
        each.failure = null;
      }
      work = null;
    }
    if (failure != null) {
      throw new IllegalStateException("a part of the batch failed", failure);
    }
  }

  private static void await(Done other, int now) {
    boolean interrupted = false;
    long since = System.nanoTime();
    while (other.turn != now) {
      if (System.nanoTime() - since < PATIENCE) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(other);
        // The work cannot be abandoned half-way; the caller sees the interrupt afterwards.
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve(int lane, Done mine) {
    int seen = 0;
    while (true) {
      long since = System.nanoTime();
      while (turn == seen) {
        if (System.nanoTime() - since < PATIENCE) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      seen = turn;
      try {
        work.part(lane);
      } catch (RuntimeException | Error e) {
        mine.failure = e;
      }
      mine.turn = seen;
      LockSupport.unpark(caller);
    }
  }
}
