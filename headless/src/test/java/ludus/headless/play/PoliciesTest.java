package ludus.headless.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ludus.core.game.GameCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {
  private final GameCatalog games = GameCatalog.load();

  @ParameterizedTest
  @CsvSource({
    "maze, true", "maze/test, true", "maze/chief, true", "maze/above, false",
    "robot, true", "robot/levels-10, true", "robot/above, false", "robot/3x3, false",
    "pong/strong, true", "cartpole, true"
  })
  void aShippedPolicyIsOfferedWhereThePictureIsTheOneItLearnedFrom(String game, boolean offered) {
    assertEquals(offered, Policies.shipped(games.find(game).info()));
  }

  @Test
  void whoAsksForOneThatThereIsNotIsToldWhatToDo() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Policies.open(null, games.find("maze/above").info()));
    assertTrue(e.getMessage().contains("say --policy expert"), e.getMessage());
  }
}
