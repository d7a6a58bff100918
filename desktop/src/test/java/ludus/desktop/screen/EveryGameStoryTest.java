package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import ludus.desktop.screen.Keyboard.Key;
import ludus.desktop.screen.PlayScreen.Phase;
import ludus.headless.play.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every game that has keys of its own is played in a real window with real keys. */
class EveryGameStoryTest {
  private static final GameCatalog GAMES = GameCatalog.load();

  /** All games, and those variants that are steered in another way. */
  static Stream<String> games() {
    return GAMES.names().stream()
        .filter(
            name -> {
              GameInfo info = GAMES.find(name).info();
              GameInfo plain = GAMES.find(info.family()).info();
              return info.name().equals(plain.name())
                  || info.players() != plain.players()
                  || (info.range() != null) != (plain.range() != null);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("games")
  void aPersonPlaysIt(String game) {
    PlayScreen play = new PlayScreen(GAMES.find(game), 3, Speed.NORMAL);
    Session session = play.session();
    GameInfo info = session.info();
    Story story =
        new Story(play)
            .until("the start card", () -> play.phase() == Phase.CARD)
            .tap(Key.ENTER, "the game begins", () -> play.phase() != Phase.CARD);
    if (!play.controls().waits()) {
      story.tap(Key.ENTER, "at once", () -> play.phase() == Phase.RUNNING);
    }
    for (int player = 0; player < info.players(); player++) {
      steer(story, play, player);
    }
    story
        .tap(Key.R, "again", () -> session.ticks() == 0)
        .check(() -> assertEquals(3, session.seed()))
        .tap(Key.Q, "quit", () -> false)
        .tell();
  }

  private int mark;

  /** Every action in turn, by its keys. */
  private void steer(Story story, PlayScreen play, int player) {
    Session session = play.session();
    Seat seat = play.controls().seat(player);
    if (seat.lever() != null) {
      int last = session.info().actions().size() - 1;
      hold(story, seat.keys().keysOf(0), "to the end", () -> session.action(player) == last);
      story.until("and back", () -> session.action(player) == session.info().idle(0));
      return;
    }
    for (int a = 0; a < session.info().actions().size(); a++) {
      int action = a;
      int[] keys = seat.keys().keysOf(a);
      if (keys.length == 0) {
        continue;
      }
      String what = session.info().actions().get(a) + " of player " + (player + 1);
      if (play.controls().waits()) {
        story
            .check(() -> mark = session.ticks())
            .tap(
                Key.of(keys[0]),
                what,
                () -> session.ticks() == mark + 1 && session.action(player) == action);
      } else {
        hold(story, keys, what, () -> session.action(player) == action);
      }
    }
  }

  private static void hold(Story story, int[] keys, String what, BooleanSupplier outcome) {
    for (int k = 0; k < keys.length; k++) {
      boolean last = k == keys.length - 1;
      story.hold(Key.of(keys[k]), what, last ? outcome : () -> true);
    }
    for (int key : keys) {
      story.release(Key.of(key), "let go", () -> true);
    }
  }
}
