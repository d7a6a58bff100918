package ludus.desktop.screen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the games call their actions, a person can do all of them. */
class CatalogKeysTest {
  private static final GameCatalog GAMES = GameCatalog.load();

  static Stream<GameInfo> games() {
    return GAMES.names().stream().map(name -> GAMES.find(name).info());
  }

  static Stream<GameInfo> choices() {
    return games().filter(info -> info.range() == null);
  }

  static Stream<GameInfo> controls() {
    return Stream.concat(
        games().filter(info -> info.range() != null), Stream.of(LeverTest.info(21, 10)));
  }

  private static Keys keys(GameInfo info, int player) {
    return new Seat(info, Layout.of(player, info.players())).keys();
  }

  @ParameterizedTest
  @MethodSource("choices")
  void everyActionHasItsKeysOrIsWhatUntouchedKeysDo(GameInfo info) {
    for (int player = 0; player < info.players(); player++) {
      Keys keys = keys(info, player);
      for (int action = 0; action < info.actions().size(); action++) {
        int[] own = keys.keysOf(action);
        if (own.length == 0) {
          assertEquals(List.of(action), info.idle(), info.actions().get(action));
          continue;
        }
        IntStream.of(own).forEach(keys::press);
        assertEquals(action, keys.action(), info.actions().get(action));
        keys.clear();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("choices")
  void noTwoActionsShareTheirKeys(GameInfo info) {
    Set<Set<Integer>> all = new HashSet<>();
    for (int player = 0; player < info.players(); player++) {
      Keys keys = keys(info, player);
      for (int action = 0; action < info.actions().size(); action++) {
        Set<Integer> own = new HashSet<>(IntStream.of(keys.keysOf(action)).boxed().toList());
        assertTrue(own.isEmpty() || all.add(own), info.actions().get(action));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("games")
  void noKeyBelongsToTwoPlayersOrTwoWords(GameInfo info) {
    Set<String> caps = new HashSet<>();
    for (int player = 0; player < info.players(); player++) {
      keys(info, player).hints().forEach(h -> h.caps().forEach(c -> assertTrue(caps.add(c), c)));
    }
    for (String windows : List.of("Q P R N T C G K L O Enter Escape , . + -".split(" "))) {
      assertFalse(caps.contains(windows), windows);
    }
  }

  @ParameterizedTest
  @MethodSource("controls")
  void aControlReachesBothEndsAndComesBack(GameInfo info) {
    int last = info.actions().size() - 1;
    Seat seat = new Seat(info, Layout.SOLO);
    int idle = seat.action();
    assertEquals(info.idle(0), idle);
    int[][] keys = {seat.keys().keysOf(0), seat.keys().keysOf(1)};
    int[] ends = {last, 0};
    for (int k = 0; k < 2; k++) {
      seat.keys().press(keys[k][0]);
      int[] way = ticks(seat, info);
      assertEquals(ends[k], way[way.length - 1]);
      assertTrue(IntStream.of(way).distinct().count() > 3, "it moves smoothly");
      seat.keys().release(keys[k][0]);
      way = ticks(seat, info);
      assertEquals(idle, way[way.length - 1]);
    }
    assertArrayEquals(new int[] {idle}, new int[] {seat.action()});
  }

  private static int[] ticks(Seat seat, GameInfo info) {
    return IntStream.range(0, info.ticksPerSecond()).map(i -> seat.action()).toArray();
  }
}
