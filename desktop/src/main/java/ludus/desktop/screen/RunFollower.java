package ludus.desktop.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import ludus.headless.play.Pilots;
import ludus.headless.run.RunView;
import ludus.headless.run.TrainingConfig;

/**
 * Looks at a run once a second, on a thread of its own: what it has measured, and its newest
 * policy, which it lets play. The run may belong to another process; nothing of it is touched.
 */
final class RunFollower implements AutoCloseable {
  private final RunView run;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "run");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Look look = new Look(List.of(), null, null, false);
  private FileTime played;

  /**
   * What one look found.
   *
   * @param rows what was measured, oldest first
   * @param policy the newest policy's file, or null before there is one
   * @param written when that was written
   * @param finished whether the run has ended
   */
  record Look(List<Map<String, Double>> rows, Path policy, FileTime written, boolean finished) {}

  RunFollower(RunView run) {
    this.run = run;
    looking.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
  }

  private void look() {
    Path policy = run.newestPolicy();
    FileTime written = null;
    try {
      written = policy == null ? null : Files.getLastModifiedTime(policy);
    } catch (IOException e) {
      policy = null; // it is just being replaced
    }
    List<Map<String, Double>> rows = run.rows();
    look = new Look(rows.isEmpty() ? look.rows : rows, policy, written, run.finished());
  }

  /** Lets a newer policy play, where there is one. */
  void advance(Watching side) {
    Look now = look;
    if (now.policy != null && !now.written.equals(played) && !side.loading()) {
      played = now.written;
      String file = now.policy.toString();
      side.swap(game -> Pilots.open(file, side.provider(), game));
    }
  }

  /** What was found last. */
  Look now() {
    return look;
  }

  TrainingConfig config() {
    return run.config();
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
