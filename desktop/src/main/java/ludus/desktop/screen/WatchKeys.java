package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.desktop.hud.KeyHint;

/** The keys of a {@link WatchScreen}, for its help. */
final class WatchKeys {
  private WatchKeys() {}

  /**
   * @param alone whether one is watched, not two
   * @param free whether the person chooses who plays
   */
  static List<KeyHint> hints(Controls controls, boolean alone, boolean free) {
    List<KeyHint> hints = new ArrayList<>();
    hints.add(KeyHint.of("pause, go on", "Space", "P"));
    hints.add(KeyHint.of("one tick forward, when paused", ".", "→"));
    hints.add(KeyHint.of("one tick back, when paused", ",", "←"));
    hints.add(KeyHint.of("three seconds back", "Backspace"));
    hints.add(KeyHint.of("faster, slower", "+", "−"));
    hints.add(KeyHint.of("next episode", "N", "Enter"));
    hints.add(KeyHint.of("this episode again", "R"));
    hints.add(KeyHint.of("actions: greedy, with ε, softmax", "G"));
    hints.add(KeyHint.of("sticky actions on, off", "K"));
    hints.add(KeyHint.of("copy the seed", "C"));
    hints.add(KeyHint.of("what moves its decisions", "L"));
    if (free) {
      hints.add(KeyHint.of("choose who plays, or drop a policy file", "O"));
    }
    hints.add(KeyHint.of("keep: last 10 s, episode (GIF), replay", "F10", "F9", "F8"));
    if (alone) {
      hints.add(KeyHint.of("take the controls, give them back", "T"));
      for (KeyHint hint : controls.seat(0).hints()) {
        hints.add(new KeyHint(hint.caps(), hint.meaning() + ", when you have the controls"));
      }
    }
    return hints;
  }
}
