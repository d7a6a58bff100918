package ludus.desktop.screen;

/** Three, two, one. */
final class Countdown {
  private static final float COUNT_SECONDS = 0.6f;
  private static final int COUNT = 3;

  private float left;

  /** Begins to count. */
  void begin() {
    left = COUNT * COUNT_SECONDS;
  }

  /** Is over at once. */
  void skip() {
    left = 0;
  }

  /** Lets time pass; returns whether it is over. */
  boolean advance(float seconds) {
    left -= seconds;
    return left <= 0;
  }

  /** The number to show: 3, 2, 1. */
  int count() {
    return Math.max(1, (int) Math.ceil(left / COUNT_SECONDS));
  }
}
