package ludus.agents.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendTest {
  @Test
  void convolutionsReallyUseOneDnnWhereTheLibraryHasIt() {
    boolean linux = System.getProperty("os.name").equals("Linux");
    assumeTrue(linux && System.getProperty("os.arch").equals("amd64") && !Backend.load().cuda());
    assertTrue(Backend.load().oneDnn());
    try (Dl4jNetwork network =
        new Dl4jNetwork(
            Trials.PIXELS, Trials.ADAM, Initialization.STANDARD.draw(Trials.PIXELS, 1))) {
      assertTrue(network.oneDnn());
    }
  }

  @Test
  void theBackendDescribesItself() {
    Backend backend = Backend.load();
    assertFalse(backend.name().isEmpty());
    assertTrue(backend.threads() > 0);
    assertTrue(backend.summary().startsWith(backend.cuda() ? "CUDA" : "CPU"));
  }

  @Test
  void cardsFromKeplerToAdaAreSupportedAndLaterOnesAreNot() {
    assertTrue(Backend.gpuSupported(3, 7));
    assertTrue(Backend.gpuSupported(8, 9));
    assertFalse(Backend.gpuSupported(3, 5));
    assertFalse(Backend.gpuSupported(9, 0));
    assertFalse(Backend.gpuSupported(12, 0));
  }

  @Test
  void eachNetworkGetsTheFastestEngine() {
    try (Network dense = Networks.create(Trials.FEATURES, Trials.ADAM, 1);
        Network pixels = Networks.create(Trials.PIXELS, Trials.ADAM, 1)) {
      assertTrue(dense instanceof DenseNetwork);
      assertEquals(!Backend.load().cuda(), pixels instanceof BlasNetwork);
    }
  }

  @Test
  void enginesAreCalledAsPresetsWriteThem() {
    assertEquals(Engine.BLAS, Engine.of("blas"));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Engine.of("torch"));
    assertEquals(
        "there is no engine called torch, choose one of auto, java, blas, nd4j, dl4j",
        e.getMessage());
  }

  @Test
  void plainJavaLoadsNothingOfNd4j() throws Exception {
    String log = start("java", "-Xlog:class+load:stdout");
    assertTrue(log.contains("ludus.agents.network.DenseNetwork"));
    assertFalse(log.contains("org.nd4j"));
    assertFalse(log.contains("org.deeplearning4j"));
  }

  @Test
  void nd4jStartsWithoutAWord() throws Exception {
    assertEquals("", start("auto", "-Xshare:auto"));
  }

  /** Runs {@link Start} in a JVM of its own and returns all that it prints. */
  private static String start(String engine, String flag) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--sun-misc-unsafe-memory-access=allow",
                    flag,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Start.class.getName(),
                    engine))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  /** A program that makes a network and uses it once. */
  static final class Start {
    public static void main(String[] arguments) {
      Engine engine = Engine.of(arguments[0]);
      NetworkSpec spec = Trials.specFor(engine);
      try (Network network = Networks.create(spec, Trials.ADAM, 1, engine)) {
        Trials.train(network, 0, 1);
      }
    }
  }
}
