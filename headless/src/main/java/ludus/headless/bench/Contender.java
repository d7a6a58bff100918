package ludus.headless.bench;

import ludus.core.env.Observations;

/**
 * One of those whose times are compared. The order of calls is {@link #begin}, then {@link
 * #measure} as often as wanted, for one task after another, and {@link #close} at the end.
 */
interface Contender extends AutoCloseable {
  /** A short name for tables. */
  String name();

  /** What computes and how it is set up, for a person; known from the first task on. */
  String description();

  /**
   * Makes ready what this task needs and lets go of what the last one needed.
   *
   * @param frames the batch; not copied
   */
  void begin(LearnerTask task, Observations frames);

  /**
   * Does the task {@code millis.length} times.
   *
   * @param millis receives the time of each, in ms
   * @return bytes allocated on Java's heap in all, or a negative number where that is not known
   */
  long measure(double[] millis);

  @Override
  void close();
}
