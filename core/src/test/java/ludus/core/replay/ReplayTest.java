package ludus.core.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import ludus.core.example.Catch;
import ludus.core.game.Game;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir Path folder;

  private static Replay recorded() {
    try (ReplayRecorder game = new ReplayRecorder(new Catch.Provider().create())) {
      game.reset(12);
      for (int t = 0; !game.terminated(); t++) {
        game.tick(new int[] {t % 3});
      }
      return game.replay();
    }
  }

  private static void play(Replay replay) {
    try (Game game = new Catch.Provider().create()) {
      new ReplayPlayer(replay, game).verifyAll();
    }
  }

  @Test
  void aFileHoldsTheEpisodeExactly() throws IOException {
    Path file = folder.resolve("a.replay");
    Replay replay = recorded();
    ReplayFile.write(replay, file);
    Replay read = ReplayFile.read(file);
    assertEquals(replay.game(), read.game());
    assertEquals(replay.version(), read.version());
    assertEquals(replay.seed(), read.seed());
    assertArrayEquals(replay.actions(), read.actions());
    assertArrayEquals(replay.checksums(), read.checksums());
    play(read);
  }

  @Test
  void nothingButTheFileIsLeftInTheFolder() throws IOException {
    ReplayFile.write(recorded(), folder.resolve("a.replay"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("a.replay")), files.toList());
    }
  }

  @Test
  void aChangedByteAnywhereIsFound() throws IOException {
    Path file = folder.resolve("a.replay");
    ReplayFile.write(recorded(), file);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      Files.write(file, changed);
      assertThrows(ReplayException.class, () -> ReplayFile.read(file), "byte " + i);
    }
  }

  @Test
  void aFileCutShortAnywhereIsFound() throws IOException {
    Path file = folder.resolve("a.replay");
    ReplayFile.write(recorded(), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThrows(ReplayException.class, () -> ReplayFile.read(file), length + " bytes");
    }
  }

  @Test
  void anEpisodeThatComesOutDifferentlyIsFound() {
    Replay replay = recorded();
    byte[] other = replay.actions().clone();
    other[20] = (byte) ((other[20] + 1) % 3);
    assertThrows(
        ReplayException.class,
        () ->
            play(
                new Replay(
                    "catch", 1, replay.seed(), 1, other, replay.interval(), replay.checksums())));
    assertThrows(
        ReplayException.class,
        () ->
            play(
                new Replay(
                    "catch", 1, 13, 1, replay.actions(), replay.interval(), replay.checksums())));
  }

  @Test
  void anotherGameOrVersionIsRefusedInASentence() {
    Replay replay = recorded();
    for (Replay foreign :
        List.of(
            new Replay("chess", 1, 12, 1, replay.actions(), 30, replay.checksums()),
            new Replay("catch", 2, 12, 1, replay.actions(), 30, replay.checksums()))) {
      ReplayException e = assertThrows(ReplayException.class, () -> play(foreign));
      assertTrue(e.getMessage().contains("replay"), e.getMessage());
    }
  }
}
