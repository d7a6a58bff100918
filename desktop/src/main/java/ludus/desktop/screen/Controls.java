package ludus.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import ludus.core.game.GameInfo;
import ludus.headless.play.Session;

/**
 * What persons do to a game: the keys of everybody at the keyboard, turned into actions tick by
 * tick. In a game that waits for its player it is the moves that make time pass.
 */
final class Controls {
  private final List<Seat> seats = new ArrayList<>();
  private final boolean waits;
  private final Turns turns;
  private int move = -1;
  private int last = -1;

  /**
   * @param persons how many of the game's players are persons, the first ones
   */
  Controls(GameInfo info, int persons) {
    for (int player = 0; player < persons; player++) {
      seats.add(new Seat(info, Layout.of(player, persons)));
    }
    waits = Results.waits(info);
    turns = new Turns(info.ticksPerSecond());
  }

  /** One person with the keys of this layout. */
  Controls(GameInfo info, Layout layout) {
    seats.add(new Seat(info, layout));
    waits = Results.waits(info);
    turns = new Turns(info.ticksPerSecond());
  }

  /** How many persons there are. */
  int persons() {
    return seats.size();
  }

  Seat seat(int player) {
    return seats.get(player);
  }

  /** Whether time stands still until a key is pressed. */
  boolean waits() {
    return waits;
  }

  /** Whether this key does something in the game. */
  boolean knows(int key) {
    for (int i = 0; i < seats.size(); i++) {
      if (seats.get(i).keys().knows(key)) {
        return true;
      }
    }
    return false;
  }

  /** A key goes down. */
  void press(int key) {
    for (int i = 0; i < seats.size(); i++) {
      seats.get(i).keys().press(key);
    }
    if (waits) {
      int action = seats.get(0).keys().action();
      if (action >= 0) {
        turns.press(action);
      }
    }
  }

  /** A key comes up. */
  void release(int key) {
    for (int i = 0; i < seats.size(); i++) {
      seats.get(i).keys().release(key);
    }
  }

  /** A gamepad's stick stands at this height; returns whether there is a lever that it moves. */
  boolean stick(int pad, float height) {
    Lever lever = pad < seats.size() ? seats.get(pad).lever() : null;
    if (lever != null) {
      lever.stick(height);
    }
    return lever != null;
  }

  /** All keys are up and nothing is remembered. */
  void clear() {
    for (int i = 0; i < seats.size(); i++) {
      seats.get(i).clear();
    }
    turns.clear();
    move = -1;
    last = -1;
  }

  /** In a game that waits: lets time pass, in which a held key repeats. */
  void advance(float seconds) {
    turns.advance(seconds, seats.get(0).keys().action());
  }

  /** In a game that waits: whether there is a move to make, which the next {@link #act} makes. */
  boolean move() {
    move = turns.take();
    return move >= 0;
  }

  /** What the first person does in the coming tick, or −1 for nothing. */
  int next() {
    last = waits ? move : seats.get(0).action();
    return last;
  }

  /** Tells the session what everybody does in the coming tick. */
  void act(Session session) {
    for (int i = 0; i < seats.size(); i++) {
      int action = waits && i == 0 ? move : seats.get(i).action();
      session.personAction(i, action);
      last = i == 0 ? action : last;
    }
  }

  /** What the first person did in the last tick, or −1 for nothing. */
  int last() {
    return last;
  }
}
