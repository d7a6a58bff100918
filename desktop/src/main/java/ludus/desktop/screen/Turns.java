package ludus.desktop.screen;

/**
 * The moves of a person in a game that waits for them: one at once for every key that goes down,
 * however short, and while it is held another one after a moment and then at an even pace.
 */
final class Turns {
  /** Seconds that a key is held before it repeats. */
  static final float DELAY = 0.3f;

  private static final int MOST = 4;

  private final float period;
  private final int[] moves = new int[MOST];
  private int waiting;
  private int held = -1;
  private float left;

  /**
   * @param pace moves a second while a key is held
   */
  Turns(int pace) {
    period = 1f / pace;
  }

  /** A key goes down that asks for this action; of hasty presses some are forgotten. */
  void press(int action) {
    if (waiting < MOST) {
      moves[waiting++] = action;
    }
    held = action;
    left = DELAY;
  }

  /**
   * Lets time pass.
   *
   * @param action what the keys that are down ask for, or −1
   */
  void advance(float seconds, int action) {
    if (action != held) {
      held = action;
      left = DELAY;
    }
    if (held < 0) {
      return;
    }
    left -= seconds;
    if (left <= 0) {
      left = Math.max(0, left + period);
      if (waiting == 0) {
        moves[waiting++] = held;
      }
    }
  }

  /** The next move, or −1 if there is none yet. */
  int take() {
    if (waiting == 0) {
      return -1;
    }
    int move = moves[0];
    waiting--;
    System.arraycopy(moves, 1, moves, 0, waiting);
    return move;
  }

  /** Forgets all moves. */
  void clear() {
    waiting = 0;
    held = -1;
  }
}
