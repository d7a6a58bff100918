package ludus.games.braking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import ludus.core.game.GameProvider;
import ludus.core.replay.Replay;
import ludus.core.replay.ReplayFile;
import ludus.core.replay.ReplayPlayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept drives of the expert come out again, bit for bit, on every machine and JDK. */
class BrakingReplayTest {
  private static Replay kept(String file) throws Exception {
    return ReplayFile.read(Path.of(BrakingReplayTest.class.getResource(file).toURI()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ice.replay", "pedal.replay"})
  void aKeptDriveComesOutAgain(String file) throws Exception {
    Replay replay = kept(file);
    BrakingProvider plain = new BrakingProvider();
    GameProvider provider = replay.game().equals("braking/pedal") ? plain.variant("pedal") : plain;
    try (Braking game = (Braking) provider.create()) {
      ReplayPlayer player = new ReplayPlayer(replay, game);
      player.verifyAll();
      assertEquals(replay.ticks(), player.tick());
      assertEquals(Drive.End.STOOD, game.drive().end());
    }
  }

  @Test
  void theKeptDriveOnIceIsOne() throws Exception {
    try (Braking game = new Braking(Variant.PLAIN)) {
      game.reset(kept("ice.replay").seed());
      assertEquals(Road.ICE, game.scenario().road);
    }
  }
}
