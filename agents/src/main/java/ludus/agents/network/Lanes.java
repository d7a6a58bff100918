package ludus.agents.network;

import java.util.concurrent.locks.LockSupport;

/**
 * Threads that work side by side on parts of one pass and then wait for one another. The calling
 * thread is the first of them.
 *
 * <p>A pass has several such meetings, microseconds apart, so that a thread that waits looks out
 * for a short while before it sleeps. A meeting allocates nothing.
 */
final class Lanes implements AutoCloseable {
  /** Some of the work: its parts are numbered from 0. */
  interface Work {
    void part(int lane);
  }

  /** About 20 µs. */
  private static final int LOOKS = 500;

  private final Thread[] threads;
  private final Thread caller[] = new Thread[1];
  private volatile Work work;
  private volatile int turn;
  private final Done[] done;
  private volatile boolean closed;

  /** Each thread's own word, on a cache line of its own as it is an object of its own. */
  private static final class Done {
    private volatile int turn;
    private volatile Throwable failure;
  }

  Lanes(int count) {
    this.threads = new Thread[Math.max(1, count) - 1];
    this.done = new Done[threads.length];
    for (int i = 0; i < threads.length; i++) {
      int lane = i + 1;
      done[i] = new Done();
      threads[i] = new Thread(() -> serve(lane), "ludus-network-" + lane);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  int count() {
    return threads.length + 1;
  }

  /** Does every part; returns when all are done. */
  void each(Work task) {
    if (threads.length == 0) {
      task.part(0);
      return;
    }
    caller[0] = Thread.currentThread();
    work = task;
    int now = turn + 1;
    turn = now;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    try {
      task.part(0);
    } finally {
      for (Done each : done) {
        await(each, now);
      }
    }
    for (Done each : done) {
      if (each.failure != null) {
        throw new IllegalStateException("a part of the batch failed", each.failure);
      }
    }
  }

  private static void await(Done other, int now) {
    boolean interrupted = false;
    for (int looks = 0; other.turn != now; looks++) {
      if (looks < LOOKS) {
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

  private void serve(int lane) {
    Done mine = done[lane - 1];
    int seen = 0;
    while (true) {
      for (int looks = 0; turn == seen && !closed; looks++) {
        if (looks < LOOKS) {
          Thread.onSpinWait();
        } else {
          LockSupport.park(this);
        }
      }
      if (closed) {
        return;
      }
      seen = turn;
      try {
        work.part(lane);
      } catch (RuntimeException | Error e) {
        mine.failure = e;
      }
      mine.turn = seen;
      LockSupport.unpark(caller[0]);
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
