package ludus.headless.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import ludus.agents.Learner;
import ludus.agents.network.Safetensors;
import ludus.agents.network.SafetensorsException;
import ludus.agents.network.Weights;
import ludus.core.env.VectorEnv;
import ludus.core.file.SafeFile;

/**
 * One moment of a run as a file: a zip of {@code state.json} (counters, random states), the
 * learner's weights as {@code *.safetensors} and {@code history.bin} (the actions that bring envs
 * and replay buffer back).
 */
final class Checkpoint {
  private static final ObjectMapper JSON = Yaml.json();
  private static final String STATE = "state.json";
  private static final String HISTORY = "history.bin";
  private static final String TENSORS = ".safetensors";

  private Checkpoint() {}

  /**
   * What is in {@code state.json}.
   *
   * @param learner the learner's numbers
   * @param recalled checksum of what the history brings back
   * @param progress the run's own counters
   */
  record State(Map<String, Long> learner, long recalled, Progress progress) {}

  /** Writes the whole file or nothing. */
  static void write(Path path, Learner learner, History history, Progress progress)
      throws IOException {
    Learner.State state = learner.state();
    SafeFile.write(
        path,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          zip.setLevel(Deflater.BEST_SPEED);
          put(
              zip,
              STATE,
              JSON.writeValueAsBytes(
                  new State(state.numbers(), learner.recallChecksum(), progress)));
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          history.write(new DataOutputStream(bytes));
          put(zip, HISTORY, bytes.toByteArray());
          // Weights hardly shrink: a twelfth, for six times the time.
          zip.setLevel(Deflater.NO_COMPRESSION);
          for (Map.Entry<String, Weights> entry : state.weights().entrySet()) {
            zip.putNextEntry(new ZipEntry(entry.getKey() + TENSORS));
            Safetensors.write(entry.getValue(), zip);
            zip.closeEntry();
          }
          zip.finish();
        });
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /** A checkpoint that has been read whole and checked, but not yet applied. */
  record Loaded(State state, Map<String, Weights> weights, byte[] history) {
    /** Brings learner, envs and history back; the learner must be new. */
    void apply(Learner learner, VectorEnv envs, History into) throws IOException {
      learner.load(new Learner.State(weights, state.learner()));
      into.read(new DataInputStream(new ByteArrayInputStream(history)));
      into.restore(envs, learner);
      if (learner.recallChecksum() != state.recalled()) {
        throw new RunException(
            "the games do not come out as they did when the checkpoint was written: it is from"
                + " another kind of machine, or the game has changed without a new version");
      }
    }
  }

  /**
   * Reads a file that {@link #write} has written.
   *
   * @throws IOException if it is damaged
   */
  static Loaded read(Path path) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        // Reading to the end checks the entry's CRC.
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    if (!entries.containsKey(STATE) || !entries.containsKey(HISTORY)) {
      throw new IOException("a part is missing");
    }
    Map<String, Weights> weights = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (entry.getKey().endsWith(TENSORS)) {
        String name = entry.getKey().substring(0, entry.getKey().length() - TENSORS.length());
        try {
          weights.put(name, Safetensors.read(entry.getValue()));
        } catch (SafetensorsException e) {
          throw new IOException(e.getMessage(), e);
        }
      }
    }
    return new Loaded(
        JSON.readValue(entries.get(STATE), State.class), weights, entries.get(HISTORY));
  }
}
