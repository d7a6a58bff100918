package ludus.games.maze;

/**
 * Tells the ghosts when to scatter and when to hunt, in the turns of the arcade original's first
 * level (7 s and 20 s, then the scattering grows shorter, then they hunt for good), and how long
 * they are frightened; their turns stand still meanwhile.
 *
 * <p>Source of the times: J. Pittman, "The Pac-Man Dossier" (2009), the tables of level 1.
 */
final class GhostClock {
  /** How long a power pip frightens, in ticks: 6 s. */
  static final int FRIGHT = 360;

  /** How long before its end the fright is seen to end, in ticks. */
  static final int WARNING = 120;

  /** Ticks of scattering and hunting in turn. */
  private static final int[] TURNS = {420, 1200, 420, 1200, 300, 1200, 300};

  private int turn;
  private int left;
  private int fright;

  void begin() {
    turn = 0;
    left = TURNS[0];
    fright = 0;
  }

  void copy(GhostClock other) {
    turn = other.turn;
    left = other.left;
    fright = other.fright;
  }

  void frighten() {
    fright = FRIGHT;
  }

  /** What happened at a tick. */
  enum Event {
    NOTHING,
    CALMED,
    TURNED
  }

  Event tick() {
    if (fright > 0) {
      return --fright == 0 ? Event.CALMED : Event.NOTHING;
    }
    if (turn < TURNS.length && --left == 0) {
      turn++;
      left = turn < TURNS.length ? TURNS[turn] : 0;
      return Event.TURNED;
    }
    return Event.NOTHING;
  }

  /** Whether it is the turn of hunting. */
  boolean hunting() {
    return turn % 2 == 1;
  }

  /** Ticks of fright that are left; 0 when nobody is frightened. */
  int fright() {
    return fright;
  }

  /** Ticks left of this turn; 0 for ever. */
  int left() {
    return left;
  }

  /** Length of this turn. */
  int length() {
    return turn < TURNS.length ? TURNS[turn] : 0;
  }
}
