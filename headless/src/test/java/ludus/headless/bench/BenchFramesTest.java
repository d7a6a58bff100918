package ludus.headless.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.game.GameCatalog;
import ludus.core.game.GameProvider;
import org.junit.jupiter.api.Test;

class BenchFramesTest {
  private static final int ROWS = 40;

  private static Observations frames(GameProvider game) {
    Observations frames = new Observations(new ObservationSpec.Pixels(4), ROWS);
    BenchFrames.fill(game, frames);
    return frames;
  }

  private static double black(Observations frames) {
    int black = 0;
    for (byte pixel : frames.bytes()) {
      black += pixel == 0 ? 1 : 0;
    }
    return (double) black / frames.bytes().length;
  }

  @Test
  void everyRowIsAnotherMomentOfTheGameAndTheSameAtEachCall() {
    GameProvider pong = GameCatalog.load().find("pong");
    Observations frames = frames(pong);
    Set<Integer> moments = new HashSet<>();
    int size = frames.spec().size();
    for (int row = 0; row < ROWS; row++) {
      moments.add(
          Arrays.hashCode(Arrays.copyOfRange(frames.bytes(), row * size, (row + 1) * size)));
    }
    assertEquals(ROWS, moments.size());
    assertTrue(black(frames) > 0.8 && black(frames) < 1, "black " + black(frames));
    assertArrayEquals(frames.bytes(), frames(pong).bytes());
  }

  @Test
  void noiseHasAllGreysAlike() {
    assertEquals(1 / 256.0, black(frames(null)), 5e-4);
  }
}
