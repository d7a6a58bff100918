package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(6);

  @Test
  void aKeyIsOneMoveAtOnceHoweverShort() {
    turns.press(2);
    turns.advance(0.016f, -1);
    assertEquals(2, turns.take());
    assertEquals(-1, turns.take());
  }

  @Test
  void hastyKeysAreAllMadeInOrder() {
    turns.press(1);
    turns.press(0);
    turns.press(1);
    assertEquals(1, turns.take());
    assertEquals(0, turns.take());
    assertEquals(1, turns.take());
    assertEquals(-1, turns.take());
  }

  @Test
  void aHeldKeyRepeatsAfterAMomentAtTheGamesPace() {
    turns.press(3);
    int moves = 0;
    for (int picture = 0; picture < 60; picture++) {
      turns.advance(1 / 60f, 3);
      while (turns.take() == 3) {
        moves++;
      }
    }
    // One at once, then from 0.3 s on six a second.
    assertEquals(1 + 5, moves);
  }

  @Test
  void aSlowPictureMakesNoBurstOfMoves() {
    turns.press(3);
    turns.take();
    turns.advance(5, 3);
    assertEquals(3, turns.take());
    assertEquals(-1, turns.take());
  }

  @Test
  void lettingGoOfOneOfTwoKeysGoesOnWithTheOtherAfterAMoment() {
    turns.press(0);
    turns.press(1);
    turns.take();
    turns.take();
    turns.advance(0.2f, 0);
    assertEquals(-1, turns.take());
    turns.advance(0.2f, 0);
    assertEquals(0, turns.take());
  }

  @Test
  void clearedNothingIsLeft() {
    turns.press(0);
    turns.clear();
    turns.advance(1, -1);
    assertEquals(-1, turns.take());
  }
}
