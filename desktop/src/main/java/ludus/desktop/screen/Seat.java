package ludus.desktop.screen;

import java.util.List;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Range;
import ludus.desktop.hud.KeyHint;
import ludus.desktop.hud.Line;

/** One player's place at the keyboard: keys for choices, or a lever that two keys move. */
final class Seat {
  private static final int PUSH = 0;

  private final Keys keys;
  private final Lever lever;
  private final Range range;

  Seat(GameInfo info, Layout layout) {
    range = info.range();
    lever = range == null ? null : new Lever(info);
    keys =
        lever == null
            ? new Keys(info.actions(), info.idle(), layout)
            : new Keys(List.of("up", "down"), List.of(), layout);
  }

  Keys keys() {
    return keys;
  }

  /** The lever, or null where actions are choices. */
  Lever lever() {
    return lever;
  }

  /** The action for the coming tick, or −1 for nothing. */
  int action() {
    int action = keys.action();
    if (lever == null) {
      return action;
    }
    return lever.tick(action < 0 ? 0 : action == PUSH ? 1 : -1);
  }

  void clear() {
    keys.clear();
    if (lever != null) {
      lever.clear();
    }
  }

  /** For people: what the keys do. */
  List<KeyHint> hints() {
    List<KeyHint> hints = keys.hints();
    if (lever == null) {
      return hints;
    }
    return List.of(
        new KeyHint(hints.get(0).caps(), "towards " + number(range.high())),
        new KeyHint(
            hints.get(1).caps(),
            "towards %s, let go: %s".formatted(number(range.low()), number(lever.rest()))));
  }

  private static String number(float value) {
    return new Line().add(value, value == Math.rint(value) ? 0 : 2).toString();
  }
}
