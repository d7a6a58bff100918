package ludus.agents.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ludus.agents.network.Network;
import ludus.agents.network.NetworkSpec;
import ludus.agents.network.Networks;
import ludus.agents.network.Optimizer;
import ludus.core.env.EnvOptions;
import ludus.core.env.ObservationSpec;
import ludus.core.env.Observations;
import ludus.core.example.Catch;
import ludus.core.game.GameInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
  private static final GameInfo CATCH = new Catch.Provider().info();

  @TempDir Path folder;

  private final Network network =
      Networks.create(
          new NetworkSpec(new ObservationSpec.Features(3), List.of(new NetworkSpec.Dense(16)), 3),
          Optimizer.adam(1e-8f, 1),
          7);

  private PolicyFile policy() {
    return new PolicyFile(
        PolicyCard.of(
            CATCH,
            EnvOptions.FEATURES,
            network.spec(),
            1,
            0.5f,
            Map.of("algorithm", "dqn", "steps", 12),
            Map.of("mean", 0.5)),
        network.weights());
  }

  private Path written() throws IOException {
    Path path = folder.resolve("a.ludus");
    policy().write(path);
    return path;
  }

  @Test
  void aPolicyWrittenQuicklyIsTheSamePolicy() throws IOException {
    Path quick = folder.resolve("quick.ludus");
    policy().writeQuickly(quick);
    PolicyFile expected = PolicyFile.read(written());
    PolicyFile read = PolicyFile.read(quick);
    assertEquals(expected.card(), read.card());
    for (String name : expected.weights().tensors().keySet()) {
      assertArrayEquals(expected.weights().values(name), read.weights().values(name), name);
    }
  }

  @Test
  void aPolicyComesBackAsItWas() throws IOException {
    PolicyFile read = PolicyFile.read(written());
    assertEquals("catch", read.card().game());
    assertEquals(0.5, read.card().scores().get("mean"));
    assertEquals("dqn", read.card().provenance().get("algorithm"));
    Observations observations = new Observations(new ObservationSpec.Features(3), 1);
    observations.floats()[0] = 3;
    float[] expected = new float[3];
    network.infer(observations, 1, expected);
    try (Policy opened = read.open(CATCH, "a.ludus")) {
      int[] action = new int[1];
      opened.act(observations, 1, action);
      for (int i = 0; i < 3; i++) { // in units of the game's rewards, which training halved
        assertEquals(expected[i] / 0.5f, opened.preferences()[i]);
      }
      assertEquals(ActionValues.argmax(expected, 0, 3), action[0]);
    }
  }

  @Test
  void aPolicyOfQuantilesPrefersTheHighestMeanAndIsReadBackAsSuch() throws IOException {
    NetworkSpec spec =
        new NetworkSpec(new ObservationSpec.Features(3), List.of(new NetworkSpec.Dense(16)), 12);
    try (Network quantiles = Networks.create(spec, Optimizer.adam(1e-8f, 1), 8)) {
      Path path = folder.resolve("q.ludus");
      PolicyCard card =
          PolicyCard.of(CATCH, EnvOptions.FEATURES, spec, 4, 0.5f, Map.of(), Map.of());
      new PolicyFile(card, quantiles.weights()).write(path);
      Observations observations = new Observations(spec.input(), 2);
      observations.floats()[0] = 3;
      observations.floats()[4] = -2;
      float[] all = new float[24];
      quantiles.infer(observations, 2, all);
      try (Policy opened = PolicyFile.read(path).open(CATCH, "q.ludus")) {
        int[] actions = new int[2];
        opened.act(observations, 2, actions);
        float[] means = new float[6];
        for (int i = 0; i < 6; i++) {
          means[i] = (all[4 * i] + all[4 * i + 1] + all[4 * i + 2] + all[4 * i + 3]) / 4 / 0.5f;
          assertEquals(means[i], opened.preferences()[i], 1e-5);
        }
        assertEquals(ActionValues.argmax(means, 0, 3), actions[0]);
        assertEquals(ActionValues.argmax(means, 3, 3), actions[1]);
      }
      PolicyCard plain =
          PolicyCard.of(CATCH, EnvOptions.FEATURES, spec, 1, 0.5f, Map.of(), Map.of());
      assertTrue(message(new PolicyFile(plain, quantiles.weights()), CATCH).contains("12 outputs"));
    }
  }

  @Test
  void theSamePolicyIsTheSameBytesAndNamesNoClass() throws IOException {
    byte[] once = Files.readAllBytes(written());
    byte[] again = Files.readAllBytes(written());
    assertArrayEquals(once, again);
    String yaml = policy().card().toString();
    assertFalse(yaml.contains("ludus.agents."), yaml);
  }

  @Test
  void aChangedByteAnywhereIsASentenceOrHarmless() throws IOException {
    Path path = written();
    byte[] whole = Files.readAllBytes(path);
    int found = 0;
    int content = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
    for (int i = 0; i < content; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      Files.write(path, changed);
      found += refused(path) ? 1 : 0;
    }
    // Only times and version numbers in the zip's headers may change unnoticed.
    assertTrue(found > content * 0.9, found + " of " + content);
  }

  @Test
  void aFileCutShortIsASentence() throws IOException {
    Path path = written();
    byte[] whole = Files.readAllBytes(path);
    for (int length : new int[] {0, 1, 10, 100, whole.length / 2, whole.length - 600}) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertTrue(refused(path), length + " bytes");
    }
  }

  private static boolean refused(Path path) {
    try {
      PolicyFile.read(path).open(CATCH, path.toString()).close();
      return false;
    } catch (PolicyFileException e) {
      assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
      return true;
    }
  }

  @Test
  void aForeignFileIsASentence() throws IOException {
    Path path = folder.resolve("foreign");
    Files.writeString(path, "this is no policy");
    assertTrue(refused(path));
    assertTrue(refused(folder.resolve("missing")));
    assertTrue(refused(folder));
  }

  private static GameInfo.Builder likeCatch(String name) {
    return GameInfo.of(name)
        .actions(CATCH.actions())
        .features(CATCH.features())
        .ticksPerSecond(30)
        .tickLimit(60);
  }

  @Test
  void anotherGameVersionOrShapeIsASentence() {
    PolicyFile file = policy();
    PolicyCard card = file.card();
    GameInfo newer = likeCatch("catch").version(2).build();
    GameInfo chess = likeCatch("chess").build();
    assertTrue(message(file, newer).contains("version"));
    assertTrue(message(file, chess).contains("plays catch, not chess"));
    PolicyCard wider =
        new PolicyCard(
            1,
            "catch",
            1,
            card.env(),
            List.of("dense 17"),
            3,
            1,
            1f,
            card.provenance(),
            card.scores());
    assertTrue(message(new PolicyFile(wider, file.weights()), CATCH).contains("shape"));
    PolicyCard hostile =
        new PolicyCard(
            1,
            "catch",
            1,
            card.env(),
            List.of("java.lang.Runtime"),
            3,
            null,
            1f,
            Map.of(),
            Map.of());
    assertTrue(message(new PolicyFile(hostile, file.weights()), CATCH).contains("layer"));
  }

  private static String message(PolicyFile file, GameInfo game) {
    return assertThrows(PolicyFileException.class, () -> file.open(game, "a.ludus")).getMessage();
  }
}
