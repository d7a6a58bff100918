package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input;
import ludus.core.game.GameInfo;
import ludus.core.game.GameInfo.Feature;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static Keys keys(String... actions) {
    return new Keys(
        GameInfo.of("test")
            .actions(actions)
            .idle(0)
            .features(new Feature("x", "", 0, 1))
            .ticksPerSecond(50)
            .tickLimit(100)
            .build());
  }

  @Test
  void arrowsAndLettersDoTheSame() {
    Keys keys = keys("left", "right");
    keys.press(Input.Keys.LEFT);
    assertEquals(0, keys.action());
    keys.release(Input.Keys.LEFT);
    keys.press(Input.Keys.D);
    assertEquals(1, keys.action());
  }

  @Test
  void noKeyIsNoAction() {
    Keys keys = keys("stay", "left", "right");
    assertEquals(-1, keys.action());
    keys.press(Input.Keys.LEFT);
    keys.release(Input.Keys.LEFT);
    keys.action();
    assertEquals(-1, keys.action());
  }

  @Test
  void aTapWithinOneTickCountsForOneTick() {
    Keys keys = keys("left", "right");
    keys.press(Input.Keys.RIGHT);
    keys.release(Input.Keys.RIGHT);
    assertEquals(1, keys.action());
    assertEquals(-1, keys.action());
  }

  @Test
  void aHeldKeyGoesOn() {
    Keys keys = keys("left", "right");
    keys.press(Input.Keys.LEFT);
    for (int i = 0; i < 100; i++) {
      assertEquals(0, keys.action());
    }
  }

  @Test
  void ofOppositesTheLastPressedWinsAndTheFirstComesBack() {
    Keys keys = keys("left", "right");
    keys.press(Input.Keys.LEFT);
    keys.press(Input.Keys.RIGHT);
    assertEquals(1, keys.action());
    keys.release(Input.Keys.RIGHT);
    assertEquals(0, keys.action());
  }

  @Test
  void releasingOneOfTwoKeysForTheSameThingKeepsIt() {
    Keys keys = keys("left", "right");
    keys.press(Input.Keys.LEFT);
    keys.press(Input.Keys.A);
    keys.action();
    keys.release(Input.Keys.LEFT);
    assertEquals(0, keys.action());
    keys.release(Input.Keys.A);
    assertEquals(-1, keys.action());
  }

  @Test
  void twoKeysMakeADiagonal() {
    Keys keys = keys("noop", "fire", "up", "right", "up-right", "right_fire");
    keys.press(Input.Keys.UP);
    assertEquals(2, keys.action());
    keys.press(Input.Keys.RIGHT);
    assertEquals(4, keys.action());
    keys.release(Input.Keys.UP);
    keys.press(Input.Keys.SPACE);
    assertEquals(5, keys.action());
  }

  @Test
  void aNameThatSaysNothingGetsItsDigit() {
    Keys keys = keys("stay", "recharge", "left");
    keys.press(Input.Keys.NUM_2);
    assertEquals(1, keys.action());
    assertTrue(keys.hints().stream().anyMatch(h -> h.meaning().equals("recharge")));
  }

  @Test
  void clearingForgetsHeldKeysAndTaps() {
    Keys keys = keys("left", "right");
    keys.press(Input.Keys.LEFT);
    keys.clear();
    assertEquals(-1, keys.action());
  }

  @Test
  void itKnowsWhichKeysAreTheGames() {
    Keys keys = keys("left", "right");
    assertTrue(keys.knows(Input.Keys.A));
    assertFalse(keys.knows(Input.Keys.UP));
    assertFalse(keys.knows(Input.Keys.UNKNOWN));
  }
}
