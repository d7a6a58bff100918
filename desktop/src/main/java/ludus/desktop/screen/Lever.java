package ludus.desktop.screen;

import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Range;

/**
 * A continuous control under a person's hand: a held key moves it smoothly towards one end, and it
 * goes back to where it rests when nothing holds it. A gamepad's stick holds it wherever it points.
 */
final class Lever {
  /** Seconds from one end to the other. */
  static final float TRAVEL = 0.8f;

  /** Seconds for the same way when it goes back by itself. */
  static final float RETURN = 0.4f;

  private final Range range;
  private final int levels;
  private final float rest;
  private final float span;
  private final float tick;
  private float value;
  private float stick = Float.NaN;

  /**
   * @param info of a game whose actions are the levels of a control
   */
  Lever(GameInfo info) {
    range = info.range();
    levels = info.actions().size();
    span = range.high() - range.low();
    tick = 1f / info.ticksPerSecond();
    rest =
        info.idle().isEmpty()
            ? Math.max(range.low(), Math.min(range.high(), 0))
            : range.value(info.idle().get(0), levels);
    value = rest;
  }

  /** A stick holds it: −1 for its low end, 1 for its high end, 0 to let go. */
  void stick(float deflection) {
    stick = deflection == 0 ? Float.NaN : deflection;
  }

  /**
   * Lets a tick pass.
   *
   * @param direction −1 towards its low end, 1 towards its high end, 0 to let go
   * @return the action for this tick
   */
  int tick(int direction) {
    if (direction != 0) {
      value = towards(direction > 0 ? range.high() : range.low(), TRAVEL);
    } else if (!Float.isNaN(stick)) {
      value = rest + stick * (stick > 0 ? range.high() - rest : rest - range.low());
    } else {
      value = towards(rest, RETURN);
    }
    return range.action(value, levels);
  }

  private float towards(float goal, float seconds) {
    float step = span * tick / seconds;
    return value < goal ? Math.min(goal, value + step) : Math.max(goal, value - step);
  }

  /** Lets go of it at once. */
  void clear() {
    value = rest;
    stick = Float.NaN;
  }

  /** Where it is, in the control's own units. */
  float value() {
    return value;
  }

  /** Where it goes when nothing holds it. */
  float rest() {
    return rest;
  }
}
