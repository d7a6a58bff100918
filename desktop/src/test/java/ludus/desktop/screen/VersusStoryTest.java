package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameCatalog;
import ludus.desktop.screen.Keyboard.Key;
import ludus.desktop.screen.VersusScreen.Phase;
import ludus.headless.play.Contestant;
import ludus.headless.play.Level;
import ludus.headless.play.Match;
import org.junit.jupiter.api.Test;

class VersusStoryTest {
  private static final GameCatalog GAMES = GameCatalog.load();
  private static final Contestant EXPERT = Contestant.machine("expert", Level.BEST);
  private static final Contestant CHANCE = Contestant.machine("random", Level.BEST);
  private static final Speed FAST = new Speed(16);

  /** Slow enough for hands: on a busy machine a key may take its time. */
  private static final Speed SLOW = new Speed(0.25);

  private static VersusScreen versus(String game, Contestant right, Contestant left, Speed speed) {
    return new VersusScreen(GAMES.find(game), right, left, 3, speed);
  }

  private static Match match(VersusScreen versus) {
    return versus.play().match();
  }

  @Test
  void aPersonPlaysPongAgainstTheExpertToTheEndOfTheMatchAndAnother() {
    VersusScreen versus = versus("pong", Contestant.PERSON, EXPERT, SLOW);
    new Story(versus)
        .until("the choice", () -> versus.phase() == Phase.SETUP)
        .tap(Key.ENTER, "the match", () -> versus.phase() == Phase.COUNTDOWN)
        .check(() -> assertEquals("pong/duel", match(versus).info().name()))
        .tap(Key.ENTER, "at once", () -> versus.phase() == Phase.RUNNING)
        .hold(Key.UP, "up", () -> match(versus).table(0).action(0) == 1)
        .release(Key.UP, "let go", () -> match(versus).table(0).action(0) == 0)
        .tap(Key.P, "a pause", () -> versus.phase() == Phase.PAUSED)
        .tap(Key.PLUS, "faster", () -> versus.pace().factor() == 0.5f)
        .tap(Key.PLUS, "faster", () -> versus.pace().factor() == 1)
        .tap(Key.PLUS, "faster", () -> versus.pace().factor() == 2)
        .tap(Key.PLUS, "faster", () -> versus.pace().factor() == 4)
        .tap(Key.PLUS, "faster", () -> versus.pace().factor() == 8)
        .tap(Key.ENTER, "go on", () -> versus.phase() == Phase.RUNNING)
        .until("the end", () -> versus.phase() == Phase.RESULT)
        .check(() -> assertEquals(11, match(versus).score(1)))
        .check(() -> assertEquals(1, versus.series().wins(1)))
        .tap(Key.ENTER, "the next match", () -> versus.phase() == Phase.COUNTDOWN)
        .check(() -> assertEquals(4, match(versus).seed()))
        .check(() -> assertEquals(1, versus.series().played()))
        .tap(Key.ESCAPE, "another choice", () -> versus.phase() == Phase.SETUP)
        .tap(Key.ESCAPE, "quit", () -> false)
        .tell();
  }

  @Test
  void twoMachinesRaceInBreakoutOnTheSameSeed() {
    VersusScreen versus = versus("breakout", CHANCE, CHANCE, SLOW);
    new Story(versus)
        .tap(Key.ENTER, "the match", () -> versus.phase() == Phase.COUNTDOWN)
        .tap(Key.ENTER, "at once", () -> versus.phase() == Phase.RUNNING)
        .tap(Key.ENTER, "the end, at once", () -> versus.phase() == Phase.RESULT)
        .check(() -> assertFalse(match(versus).shared()))
        .check(() -> assertEquals(match(versus).table(0).seed(), match(versus).table(1).seed()))
        .check(() -> assertEquals(match(versus).score(0), match(versus).score(1)))
        .check(() -> assertEquals(0, versus.series().wins(0) + versus.series().wins(1)))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void twoPersonsRaceAtOneKeyboard() {
    VersusScreen versus = versus("cartpole", Contestant.PERSON, Contestant.PERSON, SLOW);
    new Story(versus)
        .tap(Key.ENTER, "the match", () -> versus.phase() == Phase.COUNTDOWN)
        .tap(Key.ENTER, "at once", () -> versus.phase() == Phase.RUNNING)
        .hold(Key.LEFT, "the right one pushes left", () -> match(versus).table(0).action() == 0)
        .hold(Key.D, "the left one pushes right", () -> match(versus).table(1).action() == 1)
        .until("both poles fall", () -> versus.phase() == Phase.RESULT)
        .release(Key.LEFT, "let go", () -> true)
        .release(Key.D, "let go", () -> true)
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void whereTimeStandsStillTheMachineMovesWhenThePersonDoes() {
    VersusScreen versus = versus("corridor", Contestant.PERSON, EXPERT, FAST);
    new Story(versus)
        .tap(Key.ENTER, "the match", () -> versus.phase() == Phase.COUNTDOWN)
        .tap(Key.ENTER, "at once", () -> versus.phase() == Phase.RUNNING)
        .pictures(10)
        .check(() -> assertEquals(0, match(versus).table(1).ticks()))
        .tap(Key.RIGHT, "a move", () -> match(versus).table(0).ticks() == 1)
        .check(() -> assertEquals(1, match(versus).table(1).ticks()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  @Test
  void theSidesAreChosenByKeysAndABadPolicyIsOneSentence() {
    Contestant missing = Contestant.machine("nowhere/policy.ludus", Level.BEST);
    VersusScreen versus = versus("corridor", Contestant.PERSON, missing, FAST);
    Story story = new Story(versus);
    story
        .tap(Key.ENTER, "a sentence", () -> story.noteShown() != null)
        .check(
            () -> assertEquals("there is no policy file nowhere/policy.ludus", story.noteShown()))
        .check(() -> assertEquals(Phase.SETUP, versus.phase()))
        .tap(Key.UP, "the right side", () -> versus.pairing().row() == 1)
        .tap(Key.UP, "the left side", () -> versus.pairing().row() == 0)
        .tap(Key.RIGHT, "the first offered", () -> versus.side(1).person())
        .tap(Key.RIGHT, "the next", () -> !versus.side(1).person())
        .tap(Key.ENTER, "the match", () -> versus.phase() == Phase.COUNTDOWN)
        .check(() -> assertTrue(match(versus).side(0).person()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }
}
