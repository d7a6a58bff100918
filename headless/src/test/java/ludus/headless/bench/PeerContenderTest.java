package ludus.headless.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.tools.ToolProvider;
import ludus.core.env.Observations;
import ludus.headless.run.RunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipe to the peer, with another program in libtorch's place. */
class PeerContenderTest {
  private static final LearnerTask TASK = new LearnerTask("small", LearnerTask.Kind.TRAIN, 32);

  private static final int BYTES = 32 * 4 * 84 * 84;
  private static final Observations FRAMES = new Observations(TASK.spec().input(), 32);

  @TempDir Path home;

  /** Puts a program where the peer is built. */
  private void build(String whatToAnswer) throws IOException {
    Path classes = Files.createDirectories(home.resolve("headless/peers/target/classes"));
    Files.writeString(classes.resolveSibling("classpath"), "");
    Path source = Files.createDirectories(home.resolve("ludus/peers")).resolve("LibtorchPeer.java");
    Files.writeString(
        source,
        """
        package ludus.peers;
        public class LibtorchPeer {
          public static void main(String[] arguments) throws java.io.IOException {
            java.io.DataInputStream in = new java.io.DataInputStream(System.in);
            String line;
            while ((line = in.readLine()) != null) {
              int bytes = line.startsWith("begin") ? in.readNBytes(%d).length : 0;
              System.out.println(%s);
            }
          }
          static String end() {
            System.exit(3);
            return "";
          }
        }
        """
            .formatted(BYTES, whatToAnswer));
    int failed =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertEquals(0, failed);
  }

  @Test
  void thePeerIsToldTheWholeTaskAndTellsItsTimes() throws IOException {
    build("line.startsWith(\"begin\") ? line + \", bytes \" + bytes : \"1.5 2.5 3.5\"");
    try (PeerContender peer = new PeerContender(home, 2)) {
      peer.begin(TASK, FRAMES);
      assertEquals(
          "begin train 32 4 conv 16@8/4, conv 32@4/2, dense 256, bytes " + BYTES,
          peer.description());
      double[] millis = new double[3];
      assertTrue(peer.measure(millis) < 0, "its garbage is not known");
      assertEquals(2.5, millis[1]);
    }
  }

  @Test
  void thePeerRunsWithOurThreadsAndOneOfOpenBlas() throws IOException {
    build("System.getenv(\"OMP_NUM_THREADS\") + \" \" + System.getenv(\"OPENBLAS_NUM_THREADS\")");
    try (PeerContender peer = new PeerContender(home, 3)) {
      peer.begin(TASK, FRAMES);
      assertEquals("3 1", peer.description());
    }
  }

  @Test
  void aPeerThatEndsOrSaysTooLittleIsASentence() throws IOException {
    build("end()");
    try (PeerContender peer = new PeerContender(home, 1)) {
      assertTrue(
          assertThrows(RunException.class, () -> peer.begin(TASK, FRAMES))
              .getMessage()
              .contains("the peer fails at 'begin train 32"));
    }
    build("7");
    try (PeerContender peer = new PeerContender(home, 1)) {
      assertThrows(RunException.class, () -> peer.measure(new double[2]));
    }
  }

  @Test
  void aPeerThatIsNotBuiltIsASentence() {
    assertTrue(
        assertThrows(RunException.class, () -> new PeerContender(home, 1))
            .getMessage()
            .startsWith("the peers are not built"));
  }
}
