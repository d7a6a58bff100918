package ludus.desktop.screen;

import ludus.desktop.sound.Tone;

/** Three, two, one. */
final class Countdown {
  private static final float COUNT_SECONDS = 0.6f;
  private static final int COUNT = 3;

  private float left;
  private int said;

  /** Begins to count. */
  void begin() {
    left = COUNT * COUNT_SECONDS;
    said = 0;
  }

  /** Is over at once. */
  void skip() {
    left = 0;
  }

  /** Lets time pass; returns whether it is over. */
  boolean advance(float seconds, Host host) {
    if (left > 0 && count() != said) {
      said = count();
      host.sound(Tone.COUNT);
    }
    left -= seconds;
    if (left <= 0) {
      host.sound(Tone.GO);
    }
    return left <= 0;
  }

  /** The number to show: 3, 2, 1. */
  int count() {
    return Math.max(1, (int) Math.ceil(left / COUNT_SECONDS));
  }
}
