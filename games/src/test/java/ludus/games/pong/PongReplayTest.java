package ludus.games.pong;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Matches recorded once; whoever changes dynamics or picture raises the version and records anew.
 */
class PongReplayTest {
  @ParameterizedTest
  @CsvSource({"'', pong.replay, 9, 11", "duel, pong-duel.replay, 11, 10"})
  void aRecordedMatchComesOutBitForBit(String variant, String file, float won, float lost)
      throws Exception {
    Replay replay = ReplayFile.read(Path.of(PongReplayTest.class.getResource(file).toURI()));
    try (Pong game = PongTest.game(variant)) {
      new ReplayPlayer(replay, game).verifyAll();
      assertTrue(game.terminated());
      float[] figures = new float[3];
      game.figures(figures);
      assertArrayEquals(new float[] {won, lost}, new float[] {figures[0], figures[1]});
      assertEquals(won > lost ? 1 : -1, game.reward(0));
    }
  }
}
