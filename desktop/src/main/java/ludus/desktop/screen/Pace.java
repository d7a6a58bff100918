package ludus.desktop.screen;

import com.badlogic.gdx.Input;

/** How fast a game runs for a person, who changes it by plus and minus. */
final class Pace {
  private final boolean unlimited;
  private Speed speed;
  private String text;

  /**
   * @param unlimited whether it may also run as fast as the machine can, which only suits watching
   */
  Pace(Speed speed, boolean unlimited) {
    this.unlimited = unlimited;
    set(speed);
  }

  Speed speed() {
    return speed;
  }

  /** For people; the same string until the speed changes. */
  String text() {
    return text;
  }

  /** So many times faster than the game's own pace; 1 where there is no limit. */
  float factor() {
    return speed.isMax() ? 1 : (float) speed.factor();
  }

  /** A key goes down; returns whether it is one of the number pad's that change the speed. */
  boolean press(int key) {
    return key == Input.Keys.NUMPAD_ADD && type('+')
        || key == Input.Keys.NUMPAD_SUBTRACT && type('-');
  }

  /** A character is typed; returns whether it is one that changes the speed. */
  boolean type(char character) {
    switch (character) {
      case '+', '=' -> {
        Speed faster = speed.faster();
        if (unlimited || !faster.isMax()) {
          set(faster);
        }
      }
      case '-', '_' -> set(speed.slower());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void set(Speed speed) {
    this.speed = speed;
    text = speed.toString();
  }
}
