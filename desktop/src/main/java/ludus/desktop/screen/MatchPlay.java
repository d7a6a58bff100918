package ludus.desktop.screen;

import ludus.core.game.GameInfo;
import ludus.headless.play.Match;

/**
 * A match as it runs: time, and the persons' hands. Where time stands still until a person acts, a
 * machine on the other side makes a move for each of theirs.
 */
final class MatchPlay implements AutoCloseable {
  private static final int SIDES = Match.SIDES;

  /** How much faster machines run that nobody plays against any more. */
  private static final double ALONE = 4;

  private final Match match;
  private final Controls[] controls = new Controls[SIDES];
  private final TickClock clock;
  private final boolean waits;

  MatchPlay(Match match) {
    this.match = match;
    GameInfo info = match.info();
    int persons = 0;
    for (int side = 0; side < SIDES; side++) {
      persons += match.side(side).person() ? 1 : 0;
    }
    for (int side = 0; side < SIDES; side++) {
      if (match.side(side).person()) {
        controls[side] = new Controls(info, Layout.of(persons == 1 ? 0 : side, persons));
      }
    }
    waits = Results.waits(info);
    clock = new TickClock(info.ticksPerSecond());
  }

  Match match() {
    return match;
  }

  /** The hands of the person on this side, or null for a machine. */
  Controls controls(int side) {
    return controls[side];
  }

  /** Begins the episode of this seed. */
  void begin(long seed) {
    match.reset(seed);
    clear();
  }

  /** All keys are up, and no tick is due. */
  void clear() {
    for (Controls hands : controls) {
      if (hands != null) {
        hands.clear();
      }
    }
    clock.drop();
  }

  /** Whether this key does something in the game. */
  boolean knows(int key) {
    for (Controls hands : controls) {
      if (hands != null && hands.knows(key)) {
        return true;
      }
    }
    return false;
  }

  void press(int key) {
    for (Controls hands : controls) {
      if (hands != null && hands.knows(key)) {
        hands.press(key);
      }
    }
  }

  void release(int key) {
    for (Controls hands : controls) {
      if (hands != null) {
        hands.release(key);
      }
    }
  }

  /** Whether a person still plays. */
  boolean personPlays() {
    for (int side = 0; side < SIDES; side++) {
      if (controls[side] != null && !match.ended(side)) {
        return true;
      }
    }
    return false;
  }

  /** Lets time pass. */
  void advance(float seconds, Speed speed) {
    boolean persons = personPlays();
    if (waits && persons) {
      moves(seconds * (float) speed.factor());
      return;
    }
    boolean left = !persons && !speed.isMax() && (controls[0] != null || controls[1] != null);
    clock.advance(seconds, left ? new Speed(Math.min(16, speed.factor() * ALONE)) : speed);
    while (!match.ended() && clock.take()) {
      for (int side = 0; side < SIDES; side++) {
        if (side == 0 || !match.shared()) {
          tick(side);
        }
      }
    }
  }

  /** In a game that waits for its players: the moves that they want to make. */
  private void moves(float seconds) {
    for (int side = 0; side < SIDES; side++) {
      Controls hands = controls[side];
      if (hands == null) {
        continue;
      }
      hands.advance(seconds);
      while (!match.ended(side) && hands.move()) {
        tick(side);
        if (!match.shared() && controls[1 - side] == null) {
          tick(1 - side);
        }
      }
    }
  }

  private void tick(int side) {
    if (match.ended(side)) {
      return;
    }
    for (int s = 0; s < SIDES; s++) {
      if (controls[s] != null && (s == side || match.shared())) {
        match.act(s, controls[s].next());
      }
    }
    match.tick(side);
  }

  @Override
  public void close() {
    match.close();
  }
}
