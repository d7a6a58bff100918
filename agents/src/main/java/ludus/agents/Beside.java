package ludus.agents;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does one piece of work at a time beside the thread that gives it. What is written before {@link
 * #start} is seen by the work, and what the work has written is seen after {@link #finish}; between
 * the two they share nothing that either writes.
 *
 * <p>Used by one thread.
 */
public final class Beside implements AutoCloseable {
  private final ExecutorService executor;
  private Future<?> work;

  /** Named so that whoever looks at the threads knows what this one does. */
  public Beside(String name) {
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Begins a piece of work, once the one before it is finished. */
  public void start(Runnable piece) {
    finish();
    work = executor.submit(piece);
  }

  /**
   * Waits until the work is done, if there is some. An interrupt meanwhile is kept for the caller.
   *
   * @throws IllegalStateException if it failed
   */
  public void finish() {
    boolean interrupted = false;
    try {
      while (work != null) {
        try {
          work.get();
          work = null;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          work = null;
          throw new IllegalStateException("learning beside acting failed", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      finish();
    } finally {
      executor.shutdown();
    }
  }
}
