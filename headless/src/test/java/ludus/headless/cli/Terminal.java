package ludus.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Runs commands as a user would, in this process, and sees what they see. */
final class Terminal {
  private Terminal() {}

  /** What a command left: its exit code and what it printed on either stream. */
  static final class Outcome {
    final int exit;
    final String out;
    final String err;

    private Outcome(int exit, String out, String err) {
      this.exit = exit;
      this.out = out;
      this.err = err;
    }

    /** The one object on standard output. */
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  /** Runs a command and catches what it says. */
  static Outcome ludus(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream oldOut = System.out;
    PrintStream oldErr = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int exit = Ludus.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
      return new Outcome(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(oldOut);
      System.setErr(oldErr);
    }
  }

  /** Wrong usage: code 2, nothing on standard output, no stack trace. */
  static void assertUsage(String expected, Object... words) {
    Outcome outcome = ludus(words);
    assertEquals(2, outcome.exit, outcome.err);
    assertSentence(expected, outcome);
  }

  /** A failure that the user can mend: code 1, nothing on standard output, no stack trace. */
  static void assertFailure(String expected, Object... words) {
    Outcome outcome = ludus(words);
    assertEquals(1, outcome.exit, outcome.err);
    assertSentence(expected, outcome);
  }

  private static void assertSentence(String expected, Outcome outcome) {
    assertTrue(outcome.err.contains(expected), outcome.err);
    assertFalse(outcome.err.contains("\tat "), outcome.err);
    assertFalse(outcome.err.contains("Exception"), outcome.err);
    assertEquals("", outcome.out);
  }
}
