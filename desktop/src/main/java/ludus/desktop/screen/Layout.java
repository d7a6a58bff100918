package ludus.desktop.screen;

import com.badlogic.gdx.Input.Keys;

/**
 * Where a player's keys lie. A player alone has the arrows and the letters; two at one keyboard
 * share it, the first on the right, as the first player of a two-sided game stands.
 *
 * <p>No layout has a key that the window needs for itself: Enter, P, R, N, T, Q, C, G, K, L, O, the
 * full stop, the comma, plus and minus.
 */
enum Layout {
  SOLO(
      new int[][] {
        {Keys.LEFT, Keys.A},
        {Keys.RIGHT, Keys.D},
        {Keys.UP, Keys.W},
        {Keys.DOWN, Keys.S},
        {Keys.SPACE, Keys.X}
      },
      new int[] {
        Keys.NUM_1,
        Keys.NUM_2,
        Keys.NUM_3,
        Keys.NUM_4,
        Keys.NUM_5,
        Keys.NUM_6,
        Keys.NUM_7,
        Keys.NUM_8,
        Keys.NUM_9,
        Keys.NUM_0,
        Keys.B,
        Keys.E,
        Keys.F,
        Keys.H,
        Keys.I,
        Keys.J,
        Keys.M,
        Keys.U,
        Keys.V,
        Keys.Y,
        Keys.Z
      }),
  RIGHT_HAND(
      new int[][] {
        {Keys.LEFT}, {Keys.RIGHT}, {Keys.UP}, {Keys.DOWN}, {Keys.CONTROL_RIGHT, Keys.SHIFT_RIGHT}
      },
      new int[] {
        Keys.NUM_6,
        Keys.NUM_7,
        Keys.NUM_8,
        Keys.NUM_9,
        Keys.NUM_0,
        Keys.Y,
        Keys.U,
        Keys.I,
        Keys.H,
        Keys.J,
        Keys.M
      }),
  LEFT_HAND(
      new int[][] {{Keys.A}, {Keys.D}, {Keys.W}, {Keys.S}, {Keys.SPACE}},
      new int[] {
        Keys.NUM_1,
        Keys.NUM_2,
        Keys.NUM_3,
        Keys.NUM_4,
        Keys.NUM_5,
        Keys.E,
        Keys.F,
        Keys.Z,
        Keys.X,
        Keys.V,
        Keys.B
      });

  /** What a part of an action's name may mean. */
  enum Sense {
    LEFT(PadInput.LEFT),
    RIGHT(PadInput.RIGHT),
    UP(PadInput.UP),
    DOWN(PadInput.DOWN),
    /** The one thing to do beside steering: fire, jump, brake hard. */
    PRIMARY(PadInput.A);

    final PadInput pad;

    Sense(PadInput pad) {
      this.pad = pad;
    }
  }

  private final int[][] senses;
  private final int[] others;

  Layout(int[][] senses, int[] others) {
    this.senses = senses;
    this.others = others;
  }

  /** The keys for this sense; the first is the most natural one. Not a copy. */
  int[] keys(Sense sense) {
    return senses[sense.ordinal()];
  }

  /** The keys for the action of this place whose name says nothing; none if there are too many. */
  int[] other(int place) {
    return place < others.length ? new int[] {others[place]} : new int[0];
  }

  /** The layout of one of so many players. */
  static Layout of(int player, int players) {
    return players == 1 ? SOLO : player == 0 ? RIGHT_HAND : LEFT_HAND;
  }
}
